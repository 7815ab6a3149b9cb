"""Changes as Markdown for a reviewer who has never seen YAML: the summary of a pull request.

Everything that comes from the data is escaped; the few tags are those that GitHub lets through.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from urllib.parse import quote

from acquis.align import Row
from acquis.changes import wording
from acquis.changes.record import RecordChange, TextChange
from acquis.changes.values import ValueChange, called
from acquis.model.activity import Activity, Area, Service
from acquis.model.address import Record, address, prefix
from acquis.model.corpus import Corpus
from acquis.report import markdown

_TAGS = {"gone": ("<del>", "</del>"), "new": ("<ins>", "</ins>"), "same": ("", "")}
_HAPPENED = {
    "added": "is new",
    "removed": "is gone",
    "renamed": "has another name",
    "changed": "changes",
}


@dataclass(frozen=True, slots=True)
class Pages:
    """Where the pages are: `site` is the address of a site that serves them, "" for none.

    `artifact` is the address of the archive in which they are to be downloaded; `languages` are
    the site's, the first being the default. `broken` is how many errors the data had and have, so
    that records may be missing. `corpora` are the two states, in which ids have their names.
    """

    site: str = ""
    artifact: str = ""
    languages: Sequence[str] = ("en",)
    broken: tuple[int, int] = (0, 0)
    corpora: tuple[Corpus, ...] = ()

    def link(self, words: str, path: str, anchor: str = "") -> str:
        """Words that lead to a page, where the pages are served; else the words alone."""
        if not self.site:
            return markdown(words)
        fragment = f"#{quote(anchor)}" if anchor else ""
        return f"[{markdown(words)}](<{self.site.rstrip('/')}/{quote(path)}{fragment}>)"


def as_markdown(changes: Sequence[RecordChange], pages: Pages, room: int) -> str:
    """The changes in at most `room` bytes; what does not fit is counted."""
    head = [f"## What changes in the texts\n\n**{wording.totals(changes)}**\n"]
    for number, when in zip(pages.broken, ("as they were", "as they are now"), strict=True):
        if number:
            errors = wording.counted(number, "error")
            head.append(f"> **{errors}** in the data {when}: something may be missing here.\n")
    if changes:
        head.append("<del>Struck words</del> are gone, <ins>underlined words</ins> are new.\n")
    if pages.artifact and changes:
        head.append(
            f"The pages as this change makes them are in [the built site](<{pages.artifact}>): "
            "download it, unpack it, and open the files named below in its folder.\n"
        )
    found = "\n".join(head)
    for place, change in enumerate(changes):
        piece = "\n" + "\n".join(_record(change, pages)) + "\n"
        more = (
            f"\n**{wording.counted(len(changes) - place, 'more record')}** would not fit here: "
            "run `acquis diff` to see them.\n"
        )
        if len(f"{found}{piece}".encode()) + len(more.encode()) + 40 > room:
            return found + more if len(f"{found}{more}".encode()) <= room else ""
        found += piece
    return found


def _record(change: RecordChange, pages: Pages) -> Iterator[str]:
    name = wording.record_name(change)
    path = _path(change)
    title = pages.link(name, path) if path and change.after is not None else markdown(name)
    happened = _HAPPENED[change.happened]
    if change.happened == "renamed":
        happened += f": it was {markdown(wording.former_name(change))}"
    yield f"### {change.kind.capitalize()} {title} {happened}\n"
    if path and change.after is not None and pages.artifact:
        yield f"Page: {markdown(f'{path}index.html')}\n"
    for text in change.texts:
        yield from _text(text, path, pages)
    rows = [(one.place, value) for one in change.follow_up for value in one.values]
    rows += [("", value) for value in change.values]
    if rows and change.happened in ("changed", "renamed"):
        yield "**What is known of it**\n"
        yield "| what | before | now |\n|---|---|---|"
        for where, value in rows:
            what = ", ".join(filter(None, (where, value.name)))
            before, after = _values(called(value, *pages.corpora))
            yield f"| {markdown(what)} | {before} | {after} |"
        yield ""
    if change.unseen:
        yield "Only how its blocks stand in one another changes: nothing that is printed.\n"
    if change.to_verify_again:
        yield "> **Verify it again:** the text was compared with its official file before this.\n"


def _path(change: RecordChange) -> str:
    """The address of the page that shows the record; "" where it is told apart from none."""
    record: object = change.record
    if isinstance(record, Service):
        return "activities/"
    if isinstance(record, Area):
        return "activities/"
    assert isinstance(record, Record | Activity)
    return address(record)


def _values(value: ValueChange) -> tuple[str, str]:
    """A value before and now; of a list, what is gone is struck and what is new underlined."""
    before = ", ".join(
        f"<del>{markdown(word)}</del>" if word in value.gone else markdown(word)
        for word in value.before
    )
    after = ", ".join(
        f"<ins>{markdown(word)}</ins>" if word in value.new else markdown(word)
        for word in value.after
    )
    return before, after


def _text(text: TextChange, path: str, pages: Pages) -> Iterator[str]:
    language = markdown(wording.language_name(text.language))
    of = "The text" if text.original else "The translation"
    if text.before is None or text.after is None:
        happened = "is new" if text.before is None else "is gone"
        yield f"{of} in {language} {happened}: {wording.counted(len(text.rows), 'provision')}.\n"
        return
    yield f"**{of} in {language}**\n"
    known = text.language in pages.languages
    page = (prefix(text.language, pages.languages) if known else "") + path
    for row in text.rows:
        yield _row(row, text, page, pages)
    if text.renumbered:
        yield f"- Only the number changes: {markdown(wording.renumbered(text))}"
    yield ""


def _row(row: Row, text: TextChange, page: str, pages: Pages) -> str:
    place = wording.row_place(row, text)
    anchor = row.other[0].anchor if row.other else ""
    name = pages.link(place, page, anchor) if row.other else markdown(place)
    words = "".join(
        f"{_TAGS[kind][0]}{markdown(words)}{_TAGS[kind][1]}"
        for kind, words in wording.shown_pieces(row)
    )
    # A line break between two provisions is shown as a break.
    words = words.replace("&#10;", "<br>")
    return f"- **{name}** {markdown(wording.row_happened(row, text))}" + (
        f"<br>{words}" if words else ""
    )
