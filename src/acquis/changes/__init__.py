"""Changes: what became of the records of one state of the data in another.

`changes` tells for each record what happened to it: to its texts, provision by provision and word
by word, and to what is known of it, value by value.
"""

from acquis.changes.places import Places
from acquis.changes.record import (
    MetadataChange,
    RecordChange,
    TextChange,
    alike,
    changes,
    text_change,
)
from acquis.changes.values import ValueChange

__all__ = [
    "MetadataChange",
    "Places",
    "RecordChange",
    "TextChange",
    "ValueChange",
    "alike",
    "changes",
    "text_change",
]
