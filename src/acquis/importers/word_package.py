"""Opening a Word file that nobody vouches for: a zip of XML parts, read within bounds.

Nothing is unpacked to disk; only the parts that are needed are read, each no further than its
bound, whatever the zip's directory says of its length. Macros, embedded objects and relations to
the outside are never followed; they are named, so that they can be reported.
"""

from __future__ import annotations

import posixpath
import zipfile
import zlib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from io import BytesIO

from lxml import etree

from acquis.importers.imported import UnreadableError
from acquis.importers.word_xml import parse
from acquis.position import Position

#: How many entries a package may have, how many bytes of one part and of all parts are read, and
#: to how many times its packed length a part may grow; real parts grow twelvefold.
MOST_ENTRIES = 5_000
LONGEST_PART = 64_000_000
LONGEST = 128_000_000
RATIO = 150
#: Parts below this length may be as repetitive as they like.
SHORT = 1_000_000

_ZIP = b"PK\x03\x04"
_EMPTY_ZIP = b"PK\x05\x06"
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_ENCRYPTED = "EncryptedPackage".encode("utf-16-le")
_PACKED = (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED)
_BLOCK = 1 << 16

#: What relations are called that lead to something that is left out.
_DROPPED = {
    "vbaProject": "macros, which are left out",
    "oleObject": "an embedded object, which is left out",
    "package": "an embedded file, which is left out",
    "control": "a form control, which is left out",
    "attachedTemplate": "a template, which is not fetched",
    "subDocument": "a subdocument, which is not fetched",
    "frame": "a frame, which is not fetched",
}


@dataclass(frozen=True, slots=True)
class Relation:
    """A relation of a part: its kind (the last word of its type), its target, whether outside."""

    kind: str
    target: str
    external: bool


@dataclass(slots=True)
class Package:
    """An opened file: its main part, and the others by their relation to it.

    `relations` are those of the main part by id. `dropped` names what is left out of the file.
    """

    file: str
    document: etree._Element
    relations: Mapping[str, Relation]
    dropped: list[str]
    _zip: zipfile.ZipFile
    _left: int
    _parts: dict[str, etree._Element | None] = field(default_factory=dict)

    def related(self, kind: str) -> etree._Element | None:
        """The part that stands in this relation to the main part ("styles"), or None."""
        for found in self.relations.values():
            if found.kind == kind and not found.external:
                return self._part(found.target)
        return None

    def target(self, id_: str) -> etree._Element | None:
        """The part that a relation of the main part leads to, such as a header's."""
        found = self.relations.get(id_)
        return None if found is None or found.external else self._part(found.target)

    def _part(self, name: str) -> etree._Element | None:
        if name not in self._parts:
            source = _read(self._zip, name, self.file, self._left)
            self._left -= len(source or b"")
            self._parts[name] = None if source is None else parse(source, name, self.file)
        return self._parts[name]


def recognise(source: bytes) -> bool:
    """Whether a file looks like one of Word's, new, old or encrypted, or another zip."""
    return source[:4] in (_ZIP, _EMPTY_ZIP) or source[:8] == _OLE


def open_package(source: bytes, file: str) -> Package:
    """Open a Word file. Raises UnreadableError, with one clear reason, where that cannot be."""
    if not source.strip(b"\0 \t\r\n"):
        raise _fault(file, "the file is empty", "fetch it again")
    if source[:8] == _OLE:
        if _ENCRYPTED in source:
            raise _fault(file, "the file is encrypted", "save it in Word without a password")
        raise _fault(
            file, "the file is in the format of Word before 2007", "save it in Word as .docx"
        )
    if source[:4] not in (_ZIP, _EMPTY_ZIP):
        raise _fault(file, "this is no Word file", "give a .docx file")
    try:
        archive = zipfile.ZipFile(BytesIO(source))
    except (zipfile.BadZipFile, ValueError, NotImplementedError, OSError) as error:
        raise _fault(file, f"the file is cut off or damaged: {error}", "fetch it again") from None
    if len(archive.infolist()) > MOST_ENTRIES:
        raise _fault(file, f"the file has more than {MOST_ENTRIES} entries", "save it anew in Word")
    left = LONGEST
    root = dict(_relations(archive, "", file))
    main = next((found.target for found in root.values() if found.kind == "officeDocument"), "")
    content = _read(archive, main, file, left) if main else None
    if content is None:
        raise _fault(file, "there is no Word document in this file", "give a .docx file")
    document = parse(content, main, file)
    if not document.tag.endswith("}document") or "wordprocessingml" not in document.tag:
        raise _fault(file, f"{main} is no Word document", "give a .docx file")
    relations = dict(_relations(archive, main, file))
    dropped = list(_left_out([*root.values(), *relations.values()]))
    return Package(file, document, relations, dropped, archive, left - len(content))


def _fault(file: str, message: str, fix: str) -> UnreadableError:
    return UnreadableError(Position(file), message, fix)


def _left_out(relations: list[Relation]) -> Iterator[str]:
    for found in relations:
        if found.kind in _DROPPED:
            yield f"the file holds {_DROPPED[found.kind]}: {found.target}"
        elif found.external and found.kind != "hyperlink":
            yield f"a relation to the outside ({found.kind}) is left out: {found.target}"


def _relations(archive: zipfile.ZipFile, part: str, file: str) -> Iterator[tuple[str, Relation]]:
    """The relations of a part ("" for the package), by id (ECMA-376, part 2, section 6.5)."""
    folder, name = posixpath.split(part)
    source = _read(archive, posixpath.join(folder, "_rels", f"{name}.rels"), file, LONGEST_PART)
    if source is None:
        return
    for element in parse(source, f"the relations of {part or 'the package'}", file):
        target = str(element.get("Target", ""))
        external = element.get("TargetMode") == "External"
        if not external:
            target = posixpath.normpath(posixpath.join("/", folder, target)).lstrip("/")
        kind = str(element.get("Type", "")).rpartition("/")[2]
        yield str(element.get("Id", "")), Relation(kind, target, external)


def _read(archive: zipfile.ZipFile, name: str, file: str, left: int) -> bytes | None:
    """The bytes of an entry, None where there is none, within the bounds."""
    try:
        entry = archive.getinfo(name)
    except KeyError:
        return None
    if entry.flag_bits & 0x1:
        raise _fault(file, f"{name} is encrypted", "save the file in Word without a password")
    if entry.compress_type not in _PACKED:
        raise _fault(file, f"{name} is packed in a way that Word does not use", "save it anew")
    bound = min(LONGEST_PART, left, max(SHORT, RATIO * entry.compress_size))
    blocks: list[bytes] = []
    length = 0
    try:
        with archive.open(entry) as stream:
            while block := stream.read(_BLOCK):
                length += len(block)
                if length > bound:
                    raise _fault(
                        file,
                        f"{name} unpacks to more than {bound} bytes",
                        "if the file is not made to do harm, split the document",
                    )
                blocks.append(block)
    except (zipfile.BadZipFile, zlib.error, EOFError, OSError, ValueError, RuntimeError) as error:
        raise _fault(file, f"{name} is cut off or damaged: {error}", "fetch it again") from None
    return b"".join(blocks)
