"""What came of an import, for each source: told as text, and as JSON."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from enum import StrEnum

from acquis.importers.report import Remark, Report
from acquis.report import printable


class Result(StrEnum):
    """What happened with a source."""

    WRITTEN = "written"
    UNCHANGED = "unchanged"
    REPLACED = "replaced"
    REFUSED = "refused"
    FAILED = "failed"


@dataclass(frozen=True, slots=True)
class Outcome:
    """One source: its result, why it was not taken, or what was written and found in it.

    `line` and `column` are the place in the source that the message is about, 0 for the whole.
    `file` is the decision's, `made` are those that had to be made beside it.
    """

    source: str
    result: Result
    message: str = ""
    line: int = 0
    column: int = 0
    symbol: str = ""
    file: str = ""
    made: tuple[str, ...] = ()
    report: Report = field(default_factory=Report)

    @property
    def failed(self) -> bool:
        """Whether nothing came of the source."""
        return self.result in (Result.REFUSED, Result.FAILED)


def as_text(outcomes: Sequence[Outcome]) -> Iterator[str]:
    """A line for each source, with what was left over and noticed; last, the totals."""
    for outcome in outcomes:
        yield from map(printable, _told(outcome))
    yield totals(outcomes)


def _told(outcome: Outcome) -> Iterator[str]:
    if outcome.failed:
        place = f":{outcome.line}:{outcome.column}" if outcome.line else ""
        yield f"{outcome.source}{place}: error: {outcome.message}"
        return
    found = _counted(outcome.report.counts)
    yield f"{outcome.source}: {outcome.result}: {outcome.file} ({found})"
    for path in outcome.made:
        yield f"  made: {path}"
    for title, remarks in (
        ("left over", outcome.report.leftover),
        ("note", outcome.report.notices),
    ):
        for remark in remarks:
            at = remark.position
            words = f' "{_short(remark.text)}"' if remark.text else ""
            yield f"  {outcome.source}:{at.line}:{at.column}: {title}:{words}: {remark.reason}"


_ADJECTIVES = ("preambular", "operative")


def _counted(counts: Iterable[tuple[str, int]]) -> str:
    """Numbers with their names: "3 operative paragraphs, 1 footnote"."""
    told = []
    for name, number in counts:
        nouns = f"{name} paragraphs" if name in _ADJECTIVES else name
        if number:
            told.append(f"{number} {nouns if number > 1 else nouns.removesuffix('s')}")
    return ", ".join(told) or "no text"


def _short(text: str, longest: int = 100) -> str:
    one_line = " ".join(text.split())
    return one_line if len(one_line) <= longest else f"{one_line[: longest - 1]}…"


def totals(outcomes: Sequence[Outcome]) -> str:
    """How many sources had which result, and what was found in them altogether."""
    results = Counter(outcome.result for outcome in outcomes)
    told = [f"{results[result]} {result}" for result in Result if results[result]]
    sources = "1 file" if len(outcomes) == 1 else f"{len(outcomes)} files"
    found = _counted(_counts(outcomes).items())
    left = sum(len(outcome.report.leftover) for outcome in outcomes)
    return (
        f"{sources}: {', '.join(told) or 'nothing to do'}; {found}; {left or 'nothing'} left over"
    )


def _counts(outcomes: Sequence[Outcome]) -> dict[str, int]:
    counts: dict[str, int] = dict.fromkeys((name for name, _ in Report().counts), 0)
    for outcome in outcomes:
        for name, number in outcome.report.counts:
            counts[name] += number
    return counts


def as_json(outcomes: Sequence[Outcome]) -> bytes:
    """The same for programs: `files` with all remarks in full, and `totals`."""
    results = Counter(outcome.result for outcome in outcomes)
    document = {
        "files": [
            {
                "source": outcome.source,
                "result": str(outcome.result),
                "message": outcome.message or None,
                "line": outcome.line or None,
                "column": outcome.column or None,
                "symbol": outcome.symbol or None,
                "file": outcome.file or None,
                "made": list(outcome.made),
                "counts": dict(outcome.report.counts),
                "leftover": [_remark(remark) for remark in outcome.report.leftover],
                "notices": [_remark(remark) for remark in outcome.report.notices],
            }
            for outcome in outcomes
        ],
        "totals": {
            "sources": len(outcomes),
            **{str(result): results[result] for result in Result},
            "counts": _counts(outcomes),
            "leftover": sum(len(outcome.report.leftover) for outcome in outcomes),
            "notices": sum(len(outcome.report.notices) for outcome in outcomes),
        },
    }
    return f"{json.dumps(document, ensure_ascii=False, indent=2)}\n".encode()


def _remark(remark: Remark) -> dict[str, object]:
    return {
        "line": remark.position.line,
        "column": remark.position.column,
        "path": remark.path,
        "text": remark.text,
        "reason": remark.reason,
    }
