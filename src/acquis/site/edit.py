"""What an edit did, from one build of the preview to the next: to passages and to findings."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

from acquis.changes import RecordChange, changes
from acquis.changes.wording import record_name, row_happened, row_place
from acquis.finding import Finding
from acquis.model.activity import Area, Service
from acquis.model.address import address, prefix
from acquis.report import printable
from acquis.site.content import Content

#: So many passages are told of one edit.
SHOWN = 20


@dataclass(frozen=True, slots=True)
class Passage:
    """What changed, in words, and where it is to be seen: an address from the site's root."""

    path: str
    words: str


@dataclass(frozen=True, slots=True)
class Edit:
    """The passages that changed, how many more there are, the findings that came and went."""

    changed: tuple[Passage, ...] = ()
    more: int = 0
    came: tuple[Finding, ...] = ()
    went: tuple[Finding, ...] = ()

    def __bool__(self) -> bool:
        return bool(self.changed or self.came or self.went)


def edit(good: Content | None, last: Content, now: Content) -> Edit:
    """What happened since the `last` build, and to the data since the last `good` one."""
    found: list[Passage] = []
    if good is not None and not now.broken and good.corpus is not None and now.corpus is not None:
        languages = now.corpus.languages
        for change in changes(good.corpus, now.corpus):
            found += _passages(change, languages)
    return Edit(
        tuple(found[:SHOWN]),
        max(0, len(found) - SHOWN),
        _only(now.findings, last.findings),
        _only(last.findings, now.findings),
    )


def _only(these: tuple[Finding, ...], others: tuple[Finding, ...]) -> tuple[Finding, ...]:
    """The findings that the others lack; in which line they stand makes no difference."""
    known = Counter(map(_key, others))
    found = []
    for finding in these:
        if known[_key(finding)]:
            known[_key(finding)] -= 1
        else:
            found.append(finding)
    return tuple(found)


def _key(finding: Finding) -> tuple[str, str, str]:
    return finding.rule, finding.position.file, finding.message


def _passages(change: RecordChange, languages: tuple[str, ...]) -> Iterator[Passage]:
    """Each passage of a record that changed; where none did, the record itself."""
    record: object = change.record
    name = record_name(change)
    shown_with_others = isinstance(record, Area | Service)
    page = "activities/" if shown_with_others else address(record)  # type: ignore[arg-type]
    if change.happened in ("added", "removed"):
        path = "" if change.happened == "removed" else page
        yield Passage(path, printable(f"{name}: {change.happened}"))
        return
    values = [value.name for value in change.values]
    values += [f"{one.place}, {value.name}" for one in change.follow_up for value in one.values]
    if values or not change.texts:
        yield Passage(page, printable(f"{name}: {', '.join(values) or change.happened}"))
    for text in change.texts:
        # A text in a language that the site does not speak is shown on the default's page.
        ahead = prefix(text.language, languages) if text.language in languages else ""
        for row in (*text.rows, *text.renumbered):
            anchor = row.other[0].anchor if row.other else ""
            happened = row_happened(row, text) or "has another number"
            words = f"{name}, {row_place(row, text)}: {happened}"
            yield Passage(f"{ahead}{page}{f'#{anchor}' if anchor else ''}", printable(words))
