"""The ordinary way: YAML is read with PyYAML, and a template writes Markdown.

    python markdown.py PROJECT CONTENT [--addresses]

reads PROJECT/data and writes CONTENT/<language>/<text>.md, with an index a language. What a script
of this kind cannot know by itself (anchors, printed numbers, where citations lead, who cites a
text) stands in PROJECT/told.json, which `benchmarks.told` describes. Links go to files, as MkDocs
and Zensical want them, or to addresses (--addresses), as Hugo takes them.
"""

import json
import re
import sys
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any, NamedTuple

import yaml
from jinja2 import Environment, FileSystemLoader, StrictUndefined, Template

SITE = Path(__file__).resolve().parent / "site"
#: Where a link begins, and where it ends; between the last two stands its number.
OPEN, CLOSE, END = "\ue000", "\ue001", "\ue002"
MARKS = re.compile(
    r"\\(?P<literal>[\\*^~\[\]])|\[\^(?P<note>[^\s\[\]\\^]{1,20})\]|(?P<style>\*+|[\^~])"
    r"|(?P<open>\ue000)|\ue001(?P<close>[0-9]+)\ue002|(?P<special>[\\`_\[\]{}<>&!|])"
)
BEGINNING = re.compile(r"(?P<list>[0-9]+)(?=[.)](?:\s|$))|(?=[-+#>=])")
TAGS = {"^": ("<sup>", "</sup>"), "~": ("<sub>", "</sub>")}
ENTITIES = {"<": "&lt;", ">": "&gt;", "&": "&amp;", "|": "&#124;"}

Told = Mapping[str, Any]
Links = Sequence[tuple[int, int, str]]


class Block(NamedTuple):
    """A block of the YAML as it is met: its kind, its words or its table, how deep in quotes."""

    kind: str
    words: str = ""
    table: Told | None = None
    quoted: int = 0


class Division(NamedTuple):
    """The main text, a part or an annex as the YAML has it."""

    source: Told
    blocks: tuple[Block, ...]


def write_markdown(project: Path, content: Path, *, addresses: bool = False) -> None:
    """Read all texts of a project and write a file of Markdown for each."""
    told = json.loads((project / "told.json").read_text(encoding="utf-8"))
    loader = FileSystemLoader(SITE)
    env = Environment(loader=loader, undefined=StrictUndefined, autoescape=False)  # noqa: S701  # Markdown
    env.trim_blocks = env.lstrip_blocks = True
    template, index = env.get_template("text.md.j2"), env.get_template("index.md.j2")
    originals = {record["symbol"]: record for record in _records(project / "data" / "decisions")}
    first = next(iter(told))
    for language, texts in told.items():
        folder = content / language
        folder.mkdir(parents=True, exist_ok=True)
        translated = project / "data" / "translations" / language
        records = originals if language == first else {r["symbol"]: r for r in _records(translated)}
        for symbol, text in texts.items():
            page = _Page(language, text, addresses=addresses)
            words = page.markdown(template, records[symbol], originals[symbol])
            (folder / f"{text['slug']}.md").write_text(words, encoding="utf-8", newline="\n")
        rows = [
            (text["slug"], symbol, page_title(records[symbol])) for symbol, text in texts.items()
        ]
        name = "_index.md" if addresses else "index.md"
        words = index.render(language=language, rows=rows, listed=not addresses)
        (folder / name).write_text(words, encoding="utf-8", newline="\n")


def page_title(record: Told) -> str:
    """A text's title without marks."""
    return re.sub(r"\*|\[\^[^]]*\]", "", record.get("title", ""))


def divisions(record: Told) -> Iterator[Division]:
    """The main text, then its parts and annexes with theirs, in the order in which they stand."""
    keys = ("blocks",) if "blocks" in record else ("preamble", "operative")
    yield Division(record, tuple(block for key in keys for block in blocks(record.get(key, ()))))
    for key in ("parts", "annexes"):
        for inner in record.get(key, ()):
            yield from divisions(inner)


def blocks(written: Sequence[Any], quoted: int = 0) -> Iterator[Block]:
    """Blocks and all that is within them, in reading order."""
    for one in written:
        if isinstance(one, str):
            yield Block("paragraph", one, quoted=quoted)
        elif "heading" in one:
            yield Block("heading", one["heading"], quoted=quoted)
            yield from blocks((*one.get("preamble", ()), *one.get("blocks", ())), quoted)
        elif "quote" in one:
            yield Block("quote", quoted=quoted)
            yield from blocks(one["quote"], quoted + 1)
        elif "table" in one:
            yield Block("table", table=one["table"], quoted=quoted)
        elif "text" in one:
            yield Block("paragraph", one["text"], quoted=quoted)
            yield from blocks((*one.get("items", ()), *one.get("then", ())), quoted)
        else:
            yield Block(next(iter(one)), quoted=quoted)


def strings(record: Told) -> Iterator[str]:
    """All words of a text but its footnotes', in the order in which its links are counted."""
    for place, division in enumerate(divisions(record)):
        for key in ("title", "note") if place else ("title",):
            if division.source.get(key):
                yield division.source[key]
        for block in division.blocks:
            if block.table is not None:
                yield from filter(None, table_words(block.table))
            elif block.words:
                yield block.words


def table_words(table: Told) -> Iterator[str]:
    """The words of a table: its label and title, its cells, its notes."""
    yield from (table.get("label", ""), table.get("title", ""))
    for row in table["rows"]:
        yield from (_cell(cell) for cell in row)
    yield from table.get("notes", {}).values()


def _cell(cell: Any) -> str:
    return str(cell.get("text", "") if isinstance(cell, dict) else cell)


def _records(folder: Path) -> Iterator[dict[str, Any]]:
    for path in sorted(folder.glob("*.yaml")):
        yield from yaml.load(path.read_bytes(), yaml.CSafeLoader)["decisions"]


class _Page:
    """Writes one text; it counts the strings that it has written, for the links in them."""

    def __init__(self, language: str, text: Told, *, addresses: bool) -> None:
        self.language = language
        self.text = text
        self.addresses = addresses
        self.count = 0

    def markdown(self, template: Template, record: Told, original: Told) -> str:
        """The file of a text; what is known of it stands with the original."""
        units = iter(self.text["units"])
        parts = []
        notes = []
        for place, (division, told) in enumerate(
            zip(divisions(record), self.text["divisions"], strict=True)
        ):
            source = division.source
            labels = told["notes"]
            title = self._next(source.get("title", ""), labels)
            note = self._next(source.get("note", ""), labels) if place else ""
            parts.append(
                {
                    "anchor": told["anchor"],
                    "title": title,
                    "label": told["label"],
                    "note": note,
                    "opening": _converted(told["opening"], labels, ()),
                    "units": [self._unit(block, next(units), labels) for block in division.blocks],
                }
            )
            for label, words in source.get("footnotes", {}).items():
                anchor = labels[label]
                linked = _linked(words, self.text["noted"].get(anchor, ()))
                notes.append((anchor, _converted(linked[0], labels, self._hrefs(linked[1]))))
        return template.render(
            symbol=record["symbol"],
            title=page_title(record),
            facts=list(_facts(original)),
            languages=[(one, self._href(f"{one}/{slug}")) for one, slug in self.text["languages"]],
            divisions=parts,
            notes=notes,
            cited_by=[(words, self._href(target)) for words, target in self.text["cited_by"]],
        )

    def _unit(self, block: Block, told: Sequence[Any], labels: Mapping[str, str]) -> dict[str, Any]:
        anchor, number, depth = told
        rows: list[list[str]] = []
        below: list[tuple[str, str]] = []
        words = ""
        if block.table is None:
            words = self._next(block.words, labels)
        else:
            table = block.table
            heads = [self._next(table.get(key, ""), labels) for key in ("label", "title")]
            words = " ".join(filter(None, heads))
            cells = [[self._next(_cell(one), labels) for one in row] for row in table["rows"]]
            rows = list(_grid(table["rows"], cells))
            below = [
                (label, self._next(text, labels)) for label, text in table.get("notes", {}).items()
            ]
        return {
            "kind": block.kind,
            "anchor": anchor,
            "number": number,
            "depth": depth,
            "before": "> " * block.quoted,
            "words": words if number else _begun(words),
            "rows": rows,
            "below": below,
        }

    def _next(self, words: str, labels: Mapping[str, str]) -> str:
        if not words:
            return ""
        linked, targets = _linked(words, self.text["links"].get(str(self.count), ()))
        self.count += 1
        return _converted(linked, labels, self._hrefs(targets))

    def _hrefs(self, targets: Sequence[str]) -> list[str]:
        return [self._href(target) for target in targets]

    def _href(self, target: str) -> str:
        """The link to another site, to an anchor of this page, or to `<language>/<slug>#anchor`."""
        if "://" in target or target.startswith("#"):
            return target
        place, sign, anchor = target.partition("#")
        language, _, slug = place.partition("/")
        if self.addresses:
            around = ".." if language == self.language else f"../../{language}"
            return f"{around}/{slug}/{sign}{anchor}" if language else "../../"
        around = "" if language == self.language else f"../{language}/"
        return f"{around}{slug}.md{sign}{anchor}" if language else "../index.md"


def _linked(words: str, links: Links) -> tuple[str, list[str]]:
    """Words with signs where links begin and end, and where these lead."""
    if not links:
        return words, []
    pieces = []
    at = 0
    for number, (start, end, _) in enumerate(links):
        pieces += [words[at:start], OPEN, words[start:end], f"{CLOSE}{number}{END}"]
        at = end
    return "".join([*pieces, words[at:]]), [target for _, _, target in links]


def _converted(words: str, labels: Mapping[str, str], hrefs: Sequence[str]) -> str:
    """Marked words as Markdown; what would be taken for a sign of Markdown is escaped."""
    if not MARKS.search(words):
        return words
    pieces: list[str] = []
    opened: dict[str, int] = {}  # signs that wait for their partners, and which piece they are
    at = 0
    for mark in MARKS.finditer(words):
        pieces.append(words[at : mark.start()])
        at = mark.end()
        kind, found = mark.lastgroup, mark[mark.lastgroup or 0]
        if kind == "style":
            before, after = words[mark.start() - 1 : mark.start()], words[at : at + 1]
            begin, end = TAGS.get(found, (found, found))
            if found in opened and before and not before.isspace():
                pieces[opened.pop(found)] = begin
                pieces.append(end)
                continue
            if after and not after.isspace():
                opened[found] = len(pieces)
            pieces.append(found if found in TAGS else "\\*" * len(found))
        elif kind == "note":
            pieces.append(f"[^{labels[found]}]" if found in labels else f"\\[^{found}\\]")
        elif kind == "open":
            pieces.append("[")
        elif kind == "close":
            pieces.append(f"]({hrefs[int(found)]})")
        else:
            pieces.append(ENTITIES.get(found) or (found if found in TAGS else f"\\{found}"))
    pieces.append(words[at:])
    return "".join(pieces)


def _begun(words: str) -> str:
    """Words that no list and no heading begins with."""
    return (
        BEGINNING.sub(r"\g<list>\\" if words[:1].isdecimal() else r"\\", words, count=1)
        if (BEGINNING.match(words))
        else words
    )


def _grid(rows: Sequence[Sequence[Any]], cells: Sequence[Sequence[str]]) -> Iterator[list[str]]:
    """The rows of a table with as many cells as there are columns; Markdown knows no spans."""
    placed: list[dict[int, str]] = []
    taken: dict[int, int] = {}
    for row, words in zip(rows, cells, strict=True):
        line: dict[int, str] = {}
        below = {column: left - 1 for column, left in taken.items() if left > 1}
        column = 0
        for cell, one in zip(row, words, strict=True):
            while column in taken:
                column += 1
            line[column] = one
            wide, high = (
                (cell.get("cols", 1), cell.get("rows", 1)) if isinstance(cell, dict) else (1, 1)
            )
            if high > 1:
                below |= dict.fromkeys(range(column, column + wide), high - 1)
            column += wide
        placed.append(line)
        taken = below
    width = 1 + max(column for line in placed for column in line)
    for line in placed:
        yield [line.get(column, "") for column in range(width)]


def _facts(record: Told) -> Iterator[tuple[str, str]]:
    """What is told of a text above it."""
    adopted = ", ".join(str(record[key]) for key in ("adopted", "adopted_at") if key in record)
    item = record.get("agenda_item", "")
    draft = record.get("draft", {})
    facts = {
        "Meeting": record.get("meeting", ""),
        "Adopted": adopted,
        "Vote": ", ".join(f"{count} {name}" for name, count in record.get("vote", {}).items()),
        "Agenda item": ", ".join(item) if isinstance(item, list) else item,
        "Proposal": ", ".join(filter(None, (draft.get("symbol"), draft.get("submitted_by")))),
    }
    for name, words in facts.items():
        if words:
            yield name, _converted(words, {}, ())


if __name__ == "__main__":
    write_markdown(Path(sys.argv[1]), Path(sys.argv[2]), addresses="--addresses" in sys.argv)
