"""HTML in strings: what is ready to be printed has a type of its own; text cannot pass for it.

Markup does the same for templates, but makes an object of every piece; a page has thousands.
"""

from __future__ import annotations

import re
from typing import NewType

Html = NewType("Html", str)
"""Words in HTML, escaped, ready to stand in an element or in a quoted attribute."""

NOTHING = Html("")

_SPECIAL = re.compile("[&<>'\"]")


def escaped(words: str) -> Html:
    """Plain words as HTML; the same as `markupsafe.escape` makes of them."""
    if not _SPECIAL.search(words):
        return Html(words)
    return Html(
        words.replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("'", "&#39;")
        .replace('"', "&#34;")
    )
