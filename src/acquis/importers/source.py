"""Which importer reads a file is told by its content, never by its name.

A format's module is loaded when a file of it is met: most runs meet one.
"""

from __future__ import annotations

import re

from acquis.importers.akn_meta import LANGUAGES
from acquis.importers.imported import Import, Settings, UnreadableError
from acquis.position import Position

#: Zip archives, whole and empty, and the old container of Office (also of encrypted files).
_PACKED = (b"PK\x03\x04", b"PK\x05\x06", b"\xd0\xcf\x11\xe0")
#: What is named as it is, since its own content would look like a damaged text.
_OTHERS = ((b"%PDF", "a PDF file"), (b"{\\rtf", "a file in Rich Text Format"))
_HEAD = 4_000
_EXPRESSION = re.compile(rb"FRBRlanguage\s+language=[\"']([A-Za-z]{2,3})[\"']")
_WHOLE_HEAD = 20_000


def read(source: bytes, name: str, settings: Settings) -> list[Import]:
    """Read a file of any known kind into records.

    `name` is the file's name, used in findings and noted as the source. Raises UnreadableError
    where the file cannot be read.
    """
    if not source.strip(b"\0 \t\r\n"):
        raise UnreadableError(Position(name), "the file is empty", "fetch it again")
    head = source[:_HEAD]
    if source.startswith(_PACKED):
        from acquis.importers import word

        return word.read(source, name, settings)
    if b"akomaNtoso" in head or "akomaNtoso".encode("utf-16-le") in head:
        from acquis.importers import akn

        return [akn.read(source, name, settings)]
    kind = next((kind for sign, kind in _OTHERS if source.startswith(sign)), "")
    if re.match(rb"(?:\xef\xbb\xbf)?\s*<(?:\?xml|!doctype|html)", source, re.IGNORECASE):
        kind = "XML or HTML, but no Akoma Ntoso"
    if kind:
        message = f"this is {kind}, which is not read"
        raise UnreadableError(Position(name), message, _KINDS)
    from acquis.importers import plain

    return plain.read(source, name, settings)


def language_of(head: bytes) -> str:
    """The language that a file says it is in, judged by its first bytes; "" where it does not."""
    match = _EXPRESSION.search(head[:_WHOLE_HEAD])
    code = match[1].decode("ascii").lower() if match else ""
    return LANGUAGES.get(code, code if len(code) == 2 else "")


_KINDS = "give Akoma Ntoso XML, a Word file (.docx), or plain text"
