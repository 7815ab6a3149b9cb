"""What came of an import, for each source: told as text, and as JSON."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from enum import StrEnum

from acquis.finding import Finding
from acquis.importers.report import Remark, Report
from acquis.report import printable


class Result(StrEnum):
    """What happened with a record, or with a source that gave none.

    `renewed` is a record that nobody had edited, from a source that is another now; `replaced`
    one whose edits were given up; `kept` an edited one whose source has not changed; `repeated`
    one that the same file, read before, had given.
    """

    WRITTEN = "written"
    UNCHANGED = "unchanged"
    RENEWED = "renewed"
    REPLACED = "replaced"
    KEPT = "kept"
    REPEATED = "repeated"
    REFUSED = "refused"
    FAILED = "failed"


@dataclass(frozen=True, slots=True)
class Entry:
    """A record of a source: its result, its place, and what there is to say of it.

    `file` is the record's, `made` are those that had to be made beside it. `official` is whether
    it was written as an official file has it.
    """

    result: Result
    symbol: str = ""
    file: str = ""
    message: str = ""
    made: tuple[str, ...] = ()
    report: Report = field(default_factory=Report)
    official: bool = False


@dataclass(frozen=True, slots=True)
class Outcome:
    """One source: its records, or why it could not be read.

    `line` and `column` are the place in the source that the message is about, 0 for the whole.
    """

    source: str
    entries: tuple[Entry, ...] = ()
    message: str = ""
    line: int = 0
    column: int = 0

    @property
    def failed(self) -> bool:
        """Whether something of the source was not taken in."""
        return bool(self.message) or any(entry.result is Result.REFUSED for entry in self.entries)

    @property
    def results(self) -> tuple[Result, ...]:
        """The results of its records, or that of the source where it gave none."""
        return tuple(entry.result for entry in self.entries) or (Result.FAILED,)


def as_text(outcomes: Sequence[Outcome]) -> Iterator[str]:
    """A line for each record, with what was left over and noticed; last, the totals."""
    for outcome in outcomes:
        yield from map(printable, told(outcome))
    yield totals(outcomes)


def told(outcome: Outcome) -> Iterator[str]:
    """The lines of one source."""
    if outcome.message:
        place = f":{outcome.line}:{outcome.column}" if outcome.line else ""
        yield f"{outcome.source}{place}: error: {outcome.message}"
    for entry in outcome.entries:
        if entry.result is Result.REFUSED:
            yield f"{outcome.source}: error: {entry.message}"
            continue
        place = f"{entry.file} " if entry.file else ""
        found = _counted(entry.report.counts)
        about = f"{place}({found})" if entry.result is not Result.REPEATED else entry.symbol
        yield f"{outcome.source}: {entry.result}: {about}"
        if entry.message:
            yield f"  {entry.message}"
        for path in entry.made:
            yield f"  made: {path}"
        if entry.result is not Result.REPEATED:
            yield from _remarks(outcome.source, entry.report)


def _remarks(source: str, report: Report) -> Iterator[str]:
    for title, remarks in (("left over", report.leftover), ("note", report.notices)):
        for remark in remarks:
            at = remark.position
            words = f' "{_short(remark.text)}"' if remark.text else ""
            yield f"  {source}:{at.line}:{at.column}: {title}:{words}: {remark.reason}"


_ADJECTIVES = ("preambular", "operative")


def _counted(counts: Iterable[tuple[str, int]]) -> str:
    """Numbers with their names: "3 operative paragraphs, 1 footnote"."""
    found = []
    for name, number in counts:
        nouns = f"{name} paragraphs" if name in _ADJECTIVES else name
        if number:
            found.append(f"{number} {_noun(nouns, number)}")
    return ", ".join(found) or "no text"


def _noun(nouns: str, number: int) -> str:
    if number > 1:
        return nouns
    return "annex" if nouns == "annexes" else nouns.removesuffix("s")


def _short(text: str, longest: int = 100) -> str:
    one_line = " ".join(text.split())
    return one_line if len(one_line) <= longest else f"{one_line[: longest - 1]}…"


def totals(outcomes: Sequence[Outcome]) -> str:
    """How many records had which result, and what was found in them altogether."""
    results = _results(outcomes)
    found = [f"{results[result]} {result}" for result in Result if results[result]]
    sources = "1 file" if len(outcomes) == 1 else f"{len(outcomes)} files"
    counts = _counted(_counts(_entries(outcomes)).items())
    left = sum(len(entry.report.leftover) for entry in _entries(outcomes))
    return (
        f"{sources}: {', '.join(found) or 'nothing to do'}; {counts}; {left or 'nothing'} left over"
    )


def _results(outcomes: Sequence[Outcome]) -> Counter[Result]:
    return Counter(result for outcome in outcomes for result in outcome.results)


def _entries(outcomes: Iterable[Outcome]) -> list[Entry]:
    """The records that were taken in."""
    return [
        entry
        for outcome in outcomes
        for entry in outcome.entries
        if entry.result not in (Result.REFUSED, Result.REPEATED)
    ]


def _counts(entries: Iterable[Entry]) -> dict[str, int]:
    counts: dict[str, int] = dict.fromkeys((name for name, _ in Report().counts), 0)
    for entry in entries:
        for name, number in entry.report.counts:
            counts[name] += number
    return counts


def accepted(findings: Sequence[Finding]) -> Iterator[str]:
    """What was found in official texts and is accepted: a line each, last how many."""
    for finding in findings:
        at = finding.position
        yield f"accepted: {at.file}:{at.line}: {finding.level}[{finding.rule}]: {finding.message}"
    if findings:
        entries = "1 finding was" if len(findings) == 1 else f"{len(findings)} findings were"
        yield f"{entries} accepted with allow, since the files are official: look at them"


def as_json(outcomes: Sequence[Outcome], findings: Sequence[Finding] = ()) -> bytes:
    """The same for programs: `sources` with all remarks in full, `accepted` and `totals`."""
    results = _results(outcomes)
    document = {
        "sources": [_source(outcome) for outcome in outcomes],
        "accepted": [
            {
                "rule": finding.rule,
                "level": str(finding.level),
                "file": finding.position.file,
                "line": finding.position.line,
                "column": finding.position.column,
                "message": finding.message,
            }
            for finding in findings
        ],
        "totals": {
            "sources": len(outcomes),
            **{str(result): results[result] for result in Result},
            "counts": _counts(_entries(outcomes)),
            "leftover": sum(len(entry.report.leftover) for entry in _entries(outcomes)),
            "notices": sum(len(entry.report.notices) for entry in _entries(outcomes)),
        },
    }
    return f"{json.dumps(document, ensure_ascii=False, indent=2)}\n".encode()


def _source(outcome: Outcome) -> dict[str, object]:
    return {
        "source": outcome.source,
        "message": outcome.message or None,
        "line": outcome.line or None,
        "column": outcome.column or None,
        "counts": _counts(_entries([outcome])),
        "records": [
            {
                "result": str(entry.result),
                "symbol": entry.symbol or None,
                "file": entry.file or None,
                "message": entry.message or None,
                "made": list(entry.made),
                "counts": dict(entry.report.counts),
                "leftover": [_remark(remark) for remark in entry.report.leftover],
                "notices": [_remark(remark) for remark in entry.report.notices],
            }
            for entry in outcome.entries
        ],
    }


def _remark(remark: Remark) -> dict[str, object]:
    return {
        "line": remark.position.line,
        "column": remark.position.column,
        "path": remark.path,
        "text": remark.text,
        "reason": remark.reason,
    }
