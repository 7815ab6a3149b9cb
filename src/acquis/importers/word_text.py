"""The words of a Word paragraph as runs, and what stands among them that is not text.

The final text of tracked changes is taken; hidden words, codes of fields, pictures and embedded
objects are not, and each is told. Breaks inside of a paragraph come out as line feeds, which
`word_lines` turns into spaces or uses to divide.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Literal

from lxml import etree

from acquis.importers.report import Remark
from acquis.importers.word_notes import Notes
from acquis.importers.word_styles import Styles
from acquis.importers.word_xml import children, descendants, first, local, value
from acquis.position import Position
from acquis.text import Run, Style

#: What holds no words of the paragraph itself.
_SILENT = frozenset(
    {"pPr", "rPr", "sdtPr", "sdtEndPr", "rt", "rubyPr", "fldData", "ffData", "smartTagPr"}
    | {"customXmlPr", "delText", "delInstrText", "m:rPr", "m:ctrlPr", "footnoteRef", "endnoteRef"}
)
#: Elements that stand for a sign (ECMA-376, part 1, 17.3.3).
_SIGNS = {
    "tab": "\t",
    "ptab": "\t",
    "cr": "\n",
    "noBreakHyphen": "\u2011",
    "softHyphen": "\u00ad",
}
#: Words are read from these.
WORDS = ("t", "m:t")
_BULLETS = range(0xF000, 0xF100)
_LONGEST_MARK = 6

Fate = Literal["hidden text", "words in the code of a field", "words that were moved away"]


@dataclass(slots=True)
class Text:
    """The words of a paragraph: runs, and the text boxes that are anchored in it.

    `contents` says that it is a line of a table of contents, `joined` that its end was deleted,
    so that the next paragraph goes on with it.
    """

    runs: list[Run]
    boxes: list[etree._Element] = field(default_factory=list)
    contents: bool = False
    joined: bool = False


@dataclass(slots=True)
class _Field:
    """An open field: its code, and whether its result has begun."""

    code: str = ""
    shown: bool = False

    def is_a(self, name: str) -> bool:
        return self.code.split()[:1] == [name]


@dataclass(slots=True)
class _Heard:
    """What was met in a paragraph beside its words."""

    inserted: bool = False
    removed: list[str] = field(default_factory=list)


@dataclass(slots=True)
class Reader:
    """Reads the paragraphs of one file, and knows what has been read.

    `read` has the elements whose words were taken; `fates` says why others were not.
    """

    file: str
    styles: Styles
    notes: Notes
    comments: Mapping[str, str]
    notices: list[Remark] = field(default_factory=list)
    read: set[etree._Element] = field(default_factory=set)
    fates: dict[etree._Element, Fate] = field(default_factory=dict)
    paragraphs: int = 0
    languages: Counter[str] = field(default_factory=Counter)
    _fields: list[_Field] = field(default_factory=list)
    _heard: _Heard = field(default_factory=_Heard)
    _style: str = ""
    _path: str = ""

    @property
    def position(self) -> Position:
        """The place of the paragraph that was read last: its number in the file, as a line."""
        return Position(self.file, max(self.paragraphs, 1))

    def text(self, paragraph: etree._Element, path: str) -> Text:
        """Read a paragraph, whose place in the tree is `path`."""
        self.paragraphs += 1
        self._heard = _Heard()
        self._style, self._path = self.styles.of(paragraph), path
        found = Text([], contents=self._in("TOC"))
        self._walk(paragraph, found)
        found.contents = found.contents or self._in("TOC")
        self._fields = [open_ for open_ in self._fields if open_.shown]
        mark = first(paragraph, "pPr", "rPr")
        found.joined = first(mark, "del") is not None or first(mark, "moveFrom") is not None
        self._tell_changes(found)
        return found

    def notice(self, words: str, reason: str, path: str = "") -> None:
        """Report something at the paragraph that was read last."""
        self.notices.append(Remark(self.position, path or self._path, words, reason))

    def _tell_changes(self, found: Text) -> None:
        heard = self._heard
        if heard.inserted or heard.removed or found.joined:
            gone = " ".join(" ".join(heard.removed).split())
            reason = "tracked changes: the final text was taken"
            self.notice(gone, f"{reason}; these words are deleted in it" if gone else reason)

    def _in(self, name: str) -> bool:
        return any(open_.is_a(name) for open_ in self._fields)

    # Elements

    def _walk(self, element: etree._Element, found: Text) -> None:
        for child in element:
            name = local(child)
            if name in _SILENT or not name:
                continue
            act = _ACTS.get(name)
            if act is not None:
                act(self, child, found)
            elif name in _SIGNS:
                self._add(child, _SIGNS[name], found)
            else:
                self._walk(child, found)

    def _words(self, element: etree._Element, found: Text) -> None:
        words = element.text or ""
        if element in self.read:  # the mark of a note, which was read with it
            return
        if any(not open_.shown for open_ in self._fields):
            self.fates[element] = "words in the code of a field"
            return
        if self._in("NOTEREF") and words.strip() in self.notes.labels:
            self.read.add(element)
            found.runs.append(Run("", note=words.strip()))
            return
        self._add(element, words, found)

    def _add(self, element: etree._Element, words: str, found: Text) -> None:
        """Add words in the look of their run."""
        if any(not open_.shown for open_ in self._fields):
            return
        run = element.getparent()
        look = self.styles.look(run if run is not None and local(run) == "r" else None, self._style)
        if look.hidden:
            self.fates[element] = "hidden text"
            return
        self.read.add(element)
        self.languages[look.language] += len(words)
        style = look.style if words.strip() else look.style & Style.PLAIN
        found.runs.append(Run(words.replace("\r", " "), style))

    def _break(self, element: etree._Element, found: Text) -> None:
        if value(element, "type") in ("", "textWrapping"):
            self._add(element, "\n", found)
        elif found.runs and not found.runs[-1].text[-1:].isspace():
            found.runs.append(Run(" "))

    def _symbol(self, element: etree._Element, found: Text) -> None:
        try:
            code = int(value(element, "char") or "0", 16)
        except ValueError:
            code = 0
        if not 0x20 <= code < 0x11_0000 or 0xD800 <= code < 0xE000:
            return
        if code in _BULLETS:
            font = value(element, "font")
            self.notice(f"{font} {code:04X}", "a sign of a symbol font, kept by its number")
        self._add(element, chr(code), found)

    def _removed(self, element: etree._Element, found: Text) -> None:
        words = "".join(t.text or "" for t in descendants(element, "t", "delText"))
        self._heard.removed.append(words)
        self.read.update(descendants(element, *WORDS))

    def _inserted(self, element: etree._Element, found: Text) -> None:
        self._heard.inserted = True
        self._walk(element, found)

    def _alternative(self, element: etree._Element, found: Text) -> None:
        """One of several forms of the same: the first."""
        forms = list(children(element, "mc:Choice", "mc:Fallback"))
        for form in forms[1:]:
            self.read.update(descendants(form, *WORDS))
        if forms:
            self._walk(forms[0], found)

    # Fields, notes, comments

    def _field_char(self, element: etree._Element, found: Text) -> None:
        kind = value(element, "fldCharType")
        if kind == "begin" and len(self._fields) < 64:
            self._fields.append(_Field())
        elif kind == "separate" and self._fields:
            self._fields[-1].shown = True
        elif kind == "end" and self._fields:
            found.contents = found.contents or self._in("TOC")
            self._fields.pop()

    def _code(self, element: etree._Element, found: Text) -> None:
        if self._fields:
            self._fields[-1].code += (element.text or "").upper()

    def _simple_field(self, element: etree._Element, found: Text) -> None:
        self._fields.append(_Field(value(element, "instr").upper(), shown=True))
        self._walk(element, found)
        self._fields.pop()

    def _note(self, element: etree._Element, found: Text) -> None:
        kind = "footnote" if local(element) == "footnoteReference" else "endnote"
        custom = self._custom_mark(element) if _follows(element) else ""
        label = self.notes.refer(kind, value(element, "id"), custom)
        if label:
            found.runs.append(Run("", note=label))
        else:
            self.notice(f"{kind} {value(element, 'id')}", "a mark whose note is not in the file")

    def _custom_mark(self, reference: etree._Element) -> str:
        """The mark that stands behind a reference: in its run, or as the next one."""
        run = reference.getparent()
        for holder in (reference, run):
            mark = []
            for sibling in () if holder is None else holder.itersiblings():
                texts = [sibling] if local(sibling) in WORDS else list(descendants(sibling, "t"))
                words = "".join(text.text or "" for text in texts).strip()
                if not words or len(words) > _LONGEST_MARK:
                    break
                mark.append(words)
                self.read.update(texts)
                if holder is run:
                    break
            if mark:
                return "".join("".join(mark).split())
        return ""

    def _comment(self, element: etree._Element, found: Text) -> None:
        words = self.comments.get(value(element, "id"), "")
        self.notice(words, "a comment, which is no part of the text")

    # Pictures and the like

    def _drawing(self, element: etree._Element, found: Text) -> None:
        """A drawing: its text boxes are read later, a picture is told, a mere line is nothing."""
        names = {"o:OLEObject"} if local(element) == "object" else set()
        said = ""
        for part in _outside_boxes(element):
            name = local(part)
            names.add(name)
            if name == "txbxContent":
                found.boxes.append(part)
            elif name == "wp:docPr":
                said = said or value(part, "descr")
        if names & {"a:blip", "v:imagedata"} and "o:OLEObject" not in names:
            self.notice(said, "a picture, which is left out")
        if names & {"c:chart", "dgm:relIds"}:
            self.notice(said, "a chart or diagram, which is left out with its words")
        if "o:OLEObject" in names:
            self.notice(said, "an embedded object, which is left out")

    def _formula(self, element: etree._Element, found: Text) -> None:
        before = len(found.runs)
        self._walk(element, found)
        words = "".join(run.text for run in found.runs[before:])
        self.notice(words, "a formula, of which the signs alone are kept")


def _follows(reference: etree._Element) -> bool:
    """Whether the mark of a note is typed behind its reference."""
    return value(reference, "customMarkFollows").lower() in ("1", "true", "on")


def _outside_boxes(element: etree._Element) -> Iterator[etree._Element]:
    """The elements below one, in order, without what stands in text boxes and in second forms."""
    for child in element:
        yield child
        if local(child) not in ("txbxContent", "mc:Fallback"):
            yield from _outside_boxes(child)


_ACTS: Mapping[str, Callable[[Reader, etree._Element, Text], None]] = {
    "t": Reader._words,
    "m:t": Reader._words,
    "br": Reader._break,
    "sym": Reader._symbol,
    "del": Reader._removed,
    "moveFrom": Reader._removed,
    "ins": Reader._inserted,
    "moveTo": Reader._inserted,
    "mc:AlternateContent": Reader._alternative,
    "fldChar": Reader._field_char,
    "instrText": Reader._code,
    "fldSimple": Reader._simple_field,
    "footnoteReference": Reader._note,
    "endnoteReference": Reader._note,
    "commentReference": Reader._comment,
    "drawing": Reader._drawing,
    "pict": Reader._drawing,
    "object": Reader._drawing,
    "m:oMath": Reader._formula,
}
