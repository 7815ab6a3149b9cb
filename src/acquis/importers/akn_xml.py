"""Reading XML that nobody vouches for, and naming the places in it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from typing import cast

from lxml import etree

from acquis.importers.imported import UnreadableError
from acquis.position import Position

#: The namespace of Akoma Ntoso 3.0 (OASIS LegalDocML, akn-core v1.0, part 2).
AKN = "http://docs.oasis-open.org/legaldocml/ns/akn/3.0"
#: The longest file that is read, in bytes; the longest resolution known takes 0.4 MB.
LONGEST = 16_000_000


def parse(source: bytes, name: str) -> etree._Element:
    """The root of an Akoma Ntoso file.

    There is no network, no entity, no document type, no more than `LONGEST` bytes, and libxml2's
    own limits on depth hold. Comments and processing instructions are left out. Raises
    UnreadableError, whose position is in the file called `name`.
    """

    def fault(message: str, fix: str, line: int = 1, column: int = 1) -> UnreadableError:
        return UnreadableError(Position(name, max(line, 1), max(column, 1)), message, fix)

    if len(source) > LONGEST:
        raise fault(
            f"the file has {len(source)} bytes, more than the {LONGEST} that are read",
            "split it, one decision a file",
        )
    if not source.strip():
        raise fault("the file is empty", "fetch it again")
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
    except etree.XMLSyntaxError as error:
        raise fault(
            f"not well-formed XML: {error.msg}",
            "fetch the file again, or mend it at this place",
            error.lineno or 1,
            error.offset or 1,
        ) from None
    document = root.getroottree().docinfo
    if document.internalDTD is not None or document.externalDTD is not None:
        raise fault(
            "the file has a document type declaration, which may hide entities",
            "remove the <!DOCTYPE …> declaration; Akoma Ntoso needs none",
        )
    if root.tag != f"{{{AKN}}}akomaNtoso":
        raise fault(
            f"the root element is {local(root)}, not akomaNtoso of {AKN}",
            "give a file in Akoma Ntoso 3.0",
            line_of(root),
        )
    return root


def local(element: etree._Element) -> str:
    """An element's name without its namespace."""
    return element.tag.rpartition("}")[2]


def children(element: etree._Element, *names: str) -> list[etree._Element]:
    """The child elements, or those of these names."""
    return [child for child in element if not names or local(child) in names]


def first(element: etree._Element, *path: str) -> etree._Element | None:
    """The first element down a path of names, or None."""
    found: etree._Element | None = element
    for name in path:
        found = next(iter(children(found, name)), None) if found is not None else None
    return found


def descendants(element: etree._Element, name: str) -> Iterator[etree._Element]:
    """The elements of this name below an element, in order."""
    return element.iter(f"{{{AKN}}}{name}")


def words(element: etree._Element | None) -> str:
    """All the words in an element, with single spaces; "" where there is none."""
    if element is None:
        return ""
    return " ".join("".join(cast("Iterator[str]", element.itertext())).split())


def attribute(element: etree._Element, name: str) -> str:
    """An attribute's value, "" where it is missing."""
    return str(element.get(name, ""))


def line_of(element: etree._Element) -> int:
    """The line of an element's start tag, from 1."""
    return cast("int | None", element.sourceline) or 1


class Paths:
    """The places of elements in a tree: /akomaNtoso/statement/mainBody/paragraph[3].

    The children of an element are counted once, so that asking for every path takes no longer
    than reading the tree.
    """

    def __init__(self) -> None:
        self._steps: dict[etree._Element, str] = {}

    def of(self, element: etree._Element) -> str:
        """The path of an element."""
        steps: list[str] = []
        current: etree._Element | None = element
        while current is not None:
            if current not in self._steps:
                self._count(current)
            steps.append(self._steps[current])
            current = current.getparent()
        return "/" + "/".join(reversed(steps))

    def _count(self, element: etree._Element) -> None:
        parent = element.getparent()
        if parent is None:
            self._steps[element] = local(element)
            return
        of_name = Counter(child.tag for child in parent)
        seen: Counter[str] = Counter()
        for child in parent:
            seen[child.tag] += 1
            place = f"[{seen[child.tag]}]" if of_name[child.tag] > 1 else ""
            self._steps[child] = local(child) + place
