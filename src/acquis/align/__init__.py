"""Alignment: what of one text answers to what of another, and how the two differ.

`compare` lays two texts of one language side by side, `versions` several; `align` pairs any two
rows, with `across_languages` those of a text and its translation.
"""

from acquis.align.comparison import Comparison, Row, compare
from acquis.align.figures import Figures, figures
from acquis.align.number_words import NumberWords, number_words, sure_numbers
from acquis.align.provision import Provision, provisions
from acquis.align.rows import Pair, align
from acquis.align.translation import Traits, across_languages, answering, counterparts, traits
from acquis.align.twins import Twins, twins
from acquis.align.versions import Line, versions
from acquis.align.words import Piece, differences

__all__ = [
    "Comparison",
    "Figures",
    "Line",
    "NumberWords",
    "Pair",
    "Piece",
    "Provision",
    "Row",
    "Traits",
    "Twins",
    "across_languages",
    "align",
    "answering",
    "compare",
    "counterparts",
    "differences",
    "figures",
    "number_words",
    "provisions",
    "sure_numbers",
    "traits",
    "twins",
    "versions",
]
