"""The characters of a text file: its encoding is recognised, or the file is refused.

UTF-8 is expected; a byte order mark tells UTF-16, UTF-32 and UTF-8 (Unicode 16.0, 23.8). What is
no UTF-8 may be Windows-1252, in which Word's "plain text" was written; files of other kinds are
known by their first bytes.
"""

from __future__ import annotations

import codecs
import re

from acquis.importers.imported import UnreadableError
from acquis.position import Position

#: The longest file that is read, in bytes; the longest report known takes 0.2 MB.
LONGEST = 8_000_000

_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
#: What files of other kinds begin with.
_SIGNATURES = (
    (b"PK\x03\x04", "a Word file (.docx) or another archive", "import the .docx itself"),
    (b"\xd0\xcf\x11\xe0", "a Word file in the old format (.doc)", "save it as .docx"),
    (b"{\\rtf", "a file in Rich Text Format", "save it as .docx or as plain text"),
    (b"%PDF", "a PDF file", "import the Word file that it was made from"),
)
_MARKUP = re.compile(rb"\s*<(?:\?xml|!doctype|html|[a-z]+:?akomaNtoso)", re.IGNORECASE)
#: Control characters that no text has; tab, line breaks, form feed and escape-free text are fine.
_CONTROLS = re.compile(r"[\x00-\x08\x0e-\x1f\x7f]")
#: The bytes that Windows-1252 leaves open.
_OPEN = frozenset(b"\x81\x8d\x8f\x90\x9d")


def decode(source: bytes, file: str) -> tuple[str, str]:
    """The characters of a text file, and the name of its encoding ("" for UTF-8).

    Raises UnreadableError for a file that is empty, too long, of another kind, or in an encoding
    that cannot be told; its position is in the file called `file`.
    """
    fault = _fault(source)
    if fault:
        raise UnreadableError(Position(file), *fault)
    text, encoding = _decoded(source, file)
    control = _CONTROLS.search(text)
    if control:
        line = text.count("\n", 0, control.start()) + 1
        sign = f"U+{ord(control.group()):04X}"
        raise UnreadableError(
            Position(file, line),
            f"the control character {sign} stands in it: this is no plain text",
            "save the document as plain text in UTF-8",
        )
    if not text.strip():
        raise UnreadableError(Position(file), "no text stands in the file", "fetch it again")
    return text, encoding


def recognise(source: bytes) -> bool:
    """Whether a file may be plain text, judged by its first characters."""
    head = source[:4000]
    marked = any(head.startswith(mark) for mark, _ in _MARKS)
    return not _fault(head) and (marked or b"\x00" not in head)


def _fault(source: bytes) -> tuple[str, str] | None:
    """Why a file is not read, and the remedy."""
    if len(source) > LONGEST:
        message = f"the file has {len(source)} bytes, more than the {LONGEST} that are read"
        return message, "split it"
    if not source.strip():
        return "the file is empty", "fetch it again"
    for signature, kind, fix in _SIGNATURES:
        if source.startswith(signature):
            return f"this is {kind}, not plain text", fix
    if _MARKUP.match(source):
        return "this is XML or HTML, not plain text", "import the XML in Akoma Ntoso, or a text"
    return None


def _decoded(source: bytes, file: str) -> tuple[str, str]:
    for mark, encoding in _MARKS:
        if source.startswith(mark):
            try:
                return source.decode(encoding), "" if encoding == "utf-8-sig" else encoding
            except UnicodeDecodeError as error:
                line = source.count(b"\n", 0, error.start) + 1
                raise _undecodable(file, line, encoding.removesuffix("-sig")) from None
    try:
        return source.decode("utf-8"), ""
    except UnicodeDecodeError as error:
        line = source.count(b"\n", 0, error.start) + 1
        if b"\x00" in source or not _may_be_windows(source):
            raise _undecodable(file, line, "utf-8") from None
        return source.decode("cp1252"), "Windows-1252"


def _may_be_windows(source: bytes) -> bool:
    """Whether bytes that are no UTF-8 make sense in Windows-1252.

    A file in UTF-8 with a damaged place has far more sequences of UTF-8 than faults.
    """
    if any(byte in _OPEN for byte in source):
        return False
    text = source.decode("utf-8", errors="replace")
    faults = text.count("\ufffd")
    whole = sum(character > "\x7f" for character in text) - faults
    return whole <= faults


def _undecodable(file: str, line: int, encoding: str) -> UnreadableError:
    return UnreadableError(
        Position(file, line),
        f"a character cannot be read: the file is not in {encoding.upper()}, or is damaged here",
        "save the document as plain text in UTF-8",
    )
