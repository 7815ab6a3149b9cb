"""Citations: what a text says of other texts and of its own parts, and where that leads."""

from acquis.citation.citations import Citation, Finder, Resolution, citations
from acquis.citation.reader import Reader, Spoken
from acquis.citation.recognition import Cited, Recognised, Recognition
from acquis.citation.register import InShares, Naming, Register, in_one, register
from acquis.citation.span import Span, Step

__all__ = [
    "Citation",
    "Cited",
    "Finder",
    "InShares",
    "Naming",
    "Reader",
    "Recognised",
    "Recognition",
    "Register",
    "Resolution",
    "Span",
    "Spoken",
    "Step",
    "citations",
    "in_one",
    "register",
]
