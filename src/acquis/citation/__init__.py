"""Citations: what a text says of other texts and of its own parts, and where that leads."""

from acquis.citation.citations import Citation, Finder, citations
from acquis.citation.reader import Reader, Spoken
from acquis.citation.register import Naming, Register, register
from acquis.citation.span import Span, Step

__all__ = [
    "Citation",
    "Finder",
    "Naming",
    "Reader",
    "Register",
    "Span",
    "Spoken",
    "Step",
    "citations",
    "register",
]
