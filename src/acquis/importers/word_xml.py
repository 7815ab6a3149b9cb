"""WordprocessingML as elements with short names, whichever of its two namespaces a file uses.

The names are those of ECMA-376, part 1, section 17 (ISO/IEC 29500-1). Elements of other
vocabularies bear a prefix ("mc:AlternateContent", "m:t"), those of unknown ones "?:".
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from lxml import etree

from acquis.importers.imported import UnreadableError
from acquis.position import Position

_WORD = (
    "http://schemas.openxmlformats.org/wordprocessingml/2006/main",
    "http://purl.oclc.org/ooxml/wordprocessingml/main",
)
_RELATIONS = (
    "http://schemas.openxmlformats.org/officeDocument/2006/relationships",
    "http://purl.oclc.org/ooxml/officeDocument/relationships",
)
_PREFIXES = {
    **dict.fromkeys(_WORD, ""),
    "http://schemas.openxmlformats.org/markup-compatibility/2006": "mc:",
    "http://schemas.openxmlformats.org/officeDocument/2006/math": "m:",
    "http://purl.oclc.org/ooxml/officeDocument/math": "m:",
    "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing": "wp:",
    "http://purl.oclc.org/ooxml/drawingml/wordprocessingDrawing": "wp:",
    "http://schemas.openxmlformats.org/drawingml/2006/main": "a:",
    "http://purl.oclc.org/ooxml/drawingml/main": "a:",
    "http://schemas.openxmlformats.org/drawingml/2006/chart": "c:",
    "http://purl.oclc.org/ooxml/drawingml/chart": "c:",
    "http://schemas.openxmlformats.org/drawingml/2006/diagram": "dgm:",
    "http://purl.oclc.org/ooxml/drawingml/diagram": "dgm:",
    "urn:schemas-microsoft-com:vml": "v:",
    "urn:schemas-microsoft-com:office:office": "o:",
}
_OFF = ("0", "false", "off")

#: How many elements and attributes of a part are read; lxml takes about 0.1 kB for each. A
#: document.xml of the United Nations has an element every 37 bytes.
MOST_ELEMENTS = 2_000_000
MOST_ATTRIBUTES = 6_000_000
#: How deep elements are nested at the most; a table within a text box stands at 30.
DEEPEST = 160

#: A document type declaration, in UTF-8 or UTF-16; no part may have one (ECMA-376, part 2, 8.1.4).
_DOCTYPE = re.compile(rb"<\x00?!\x00?D\x00?O\x00?C\x00?T\x00?Y\x00?P\x00?E")
_TOO_DEEP = etree.XPath("boolean(" + "/*" * (DEEPEST + 1) + ")")


def parse(source: bytes, part: str, file: str) -> etree._Element:
    """The root element of a part.

    There is no network, no entity, no document type; libxml2's own limits on depth and on the
    length of texts hold. Raises UnreadableError for the file called `file`.
    """
    if _DOCTYPE.search(source):
        raise UnreadableError(
            Position(file),
            f"{part} has a document type declaration, which may hide entities",
            "open the file in Word and save it anew",
        )
    if (
        source.count(b"<") - source.count(b"</") > MOST_ELEMENTS
        or source.count(b"=") > MOST_ATTRIBUTES
    ):
        raise UnreadableError(
            Position(file),
            f"{part} has more than {MOST_ELEMENTS} elements or {MOST_ATTRIBUTES} attributes",
            "split the document",
        )
    parser = etree.XMLParser(
        resolve_entities=False,
        no_network=True,
        load_dtd=False,
        dtd_validation=False,
        huge_tree=False,
        remove_comments=True,
        remove_pis=True,
    )
    try:
        root = etree.fromstring(source, parser)
    except (etree.XMLSyntaxError, ValueError, LookupError) as error:
        said = error.msg if isinstance(error, etree.XMLSyntaxError) else error
        raise UnreadableError(
            Position(file),
            f"{part} is not well-formed XML: {said}",
            "open the file in Word and save it anew",
        ) from None
    if root.getroottree().docinfo.internalDTD is not None:
        raise UnreadableError(
            Position(file), f"{part} has a document type declaration", "save the file anew in Word"
        )
    if _TOO_DEEP(root):
        raise UnreadableError(
            Position(file),
            f"the elements of {part} are nested more than {DEEPEST} deep",
            "open the file in Word and save it anew",
        )
    return root


@lru_cache(maxsize=1024)
def _named(tag: str) -> str:
    namespace, _, name = tag.rpartition("}")
    prefix = _PREFIXES.get(namespace[1:], "?:") if namespace else "?:"
    return prefix + name


def local(element: etree._Element) -> str:
    """An element's short name; "" for what is no element, such as an entity."""
    tag: object = element.tag
    return _named(tag) if isinstance(tag, str) else ""


def children(element: etree._Element | None, *names: str) -> Iterator[etree._Element]:
    """The child elements of these names, in order."""
    for child in () if element is None else element:
        if local(child) in names:
            yield child


def first(element: etree._Element | None, *path: str) -> etree._Element | None:
    """The first element down a path of names, or None."""
    for name in path:
        element = next(children(element, name), None)
    return element


def descendants(element: etree._Element, *names: str) -> Iterator[etree._Element]:
    """The elements of these names below an element, in order, itself included."""
    for found in element.iter():
        if local(found) in names:
            yield found


def value(element: etree._Element | None, name: str = "val") -> str:
    """An attribute in Word's namespace, or in none; "" where it is missing."""
    if element is None:
        return ""
    for namespace in _WORD:
        found = element.get(f"{{{namespace}}}{name}")
        if found is not None:
            return str(found)
    return str(element.get(name, ""))


def relation(element: etree._Element, name: str = "id") -> str:
    """The id of a relation that an element refers to; "" where there is none."""
    for namespace in _RELATIONS:
        found = element.get(f"{{{namespace}}}{name}")
        if found is not None:
            return str(found)
    return ""


def number(element: etree._Element | None, name: str = "val") -> int | None:
    """An attribute as a whole number, or None where it is none or out of all reason."""
    said = value(element, name).strip()
    if not re.fullmatch(r"-?[0-9]{1,9}", said):
        return None
    return int(said)


def on(element: etree._Element | None) -> bool | None:
    """A property that is on or off; None where it is not given."""
    return None if element is None else value(element).lower() not in _OFF
