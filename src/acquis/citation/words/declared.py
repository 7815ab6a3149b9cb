r"""The words of citing in each language: what stands before, between and after symbols.

Declarations only. Each is a regular expression in which a space stands for any white space,
no-break spaces included. They hold the grammar of citing and no body's forms: those come from
the data (`symbols`, `cited_as`, `called`, `document_symbols`).
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Unit:
    """The words for a part of a text: in the singular, in the plural, and after the number."""

    one: str
    many: str = ""
    after: str = ""


@dataclass(frozen=True, slots=True, eq=False)
class Words:
    """One language's words.

    `kinds` are the nouns for texts, `units` those for their parts. `of` leads from a part to what
    holds it, `inner` from a text to a part of it, `also` to the next of a row, `upto` to the end
    of a range. `whose` stands between a text and its body, `leading` between a body and the noun
    of its text. `date` may stand beside a symbol. `here` is this text, `within` the part of it
    that is being read, `same` the text named last, `ibid` the one of the footnote before. `above`
    follows a part. `hints` are plain pieces of words, one of which is in every citation without a
    symbol, with what must then stand there ("" for no more): where there is none, nobody need look
    closer; `noted_hints` tell in footnotes only, as does `ibid`. `bodies` are the nouns of bodies
    of any kind, so that a foreign body's texts are not taken for another's; `instruments` are those
    of conventions, and `titled` begins the rest of a convention's title.
    """

    kinds: Mapping[str, str]
    units: Mapping[str, Unit]
    of: str
    inner: str
    also: str
    upto: str
    whose: str
    leading: str
    date: str
    here: str
    within: str
    same: str
    ibid: str
    above: str
    hints: Mapping[str, str]
    noted_hints: Mapping[str, str]
    bodies: str
    instruments: str
    titled: str
    #: May stand between a body and its symbol; between a body that the data know and the noun.
    introduced: str = ""
    near: str = ""
    #: Goes on with texts of the body that was named.
    including: str = ""
    #: Stands directly before and after a symbol.
    opened: str = ""
    closed: str = ""
    #: Goes before a part as `above` follows it.
    ahead: str = ""
    #: Follows paragraphs of a preamble, and the words for first, second … that precede them.
    preamble: str = ""
    ordinals: tuple[str, ...] = ()
    #: Stands before paragraphs of the text itself that are named alone, and what then may follow.
    bare: str = ""
    bare_end: str = ""
    #: Whether words are set side by side without spaces, and the noun follows the symbol.
    joined: bool = False
    noun_last: bool = False
    #: Whether a capital before a body's short name makes it another's: "Health Assembly".
    named_after_capitals: bool = False
    #: Whether the ends of a body's name differ with its case.
    inflected: bool = False
    #: What may be written together with a word before it, in place of `article`.
    prefix: str = ""
    article: str = ""
    #: A character that only stretches words.
    stretch: str = ""
    #: The letters of parts that are not Latin.
    letters: Mapping[str, str] = field(default_factory=dict)


#: The name of a month, in a date.
MONTH = r"\w{3,12}\.?"
