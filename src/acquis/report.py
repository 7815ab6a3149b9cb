"""Findings as text for a terminal, as JSON, and as annotations for GitHub's workflows."""

from __future__ import annotations

import json
import unicodedata
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence

from acquis.finding import Finding, Level

#: Gives the lines of a source file, or none where it cannot be read.
Lines = Callable[[str], Sequence[str]]
#: Gives for a rule's id the address of its entry in the reference, or "".
Entry = Callable[[str], str]

#: GitHub shows so many annotations of each level a step
#: (docs.github.com, "Limitations" of workflow commands' annotations).
GITHUB_LIMIT = 10


def ordered(findings: Iterable[Finding]) -> list[Finding]:
    """Errors first, then by place; what was found twice is told once."""
    return sorted(set(findings), key=Finding.sort_key)


def count(findings: Iterable[Finding]) -> str:
    """How many there are of each level: "2 errors, 1 notice", or "no findings"."""
    levels = Counter(finding.level for finding in findings)
    parts = [
        f"{levels[level]} {level}{'' if levels[level] == 1 else 's'}"
        for level in Level
        if levels[level]
    ]
    return ", ".join(parts) or "no findings"


def printable(text: str) -> str:
    """Text that does nothing to a terminal: control and direction characters are shown as codes."""
    return "".join(
        character
        if character.isprintable() or character in "\n\u00a0\u202f\u3000"
        else character.encode("unicode_escape").decode("ascii")
        for character in text
    )


def _no_entry(rule: str) -> str:
    return ""


def as_text(findings: Iterable[Finding], lines: Lines, entry: Entry = _no_entry) -> Iterator[str]:
    """Each finding with its source line and a caret under the value; last, their count.

    Below each stands where the reference tells of its rule, where `entry` knows that.
    """
    found = ordered(findings)
    for finding in found:
        yield printable("\n".join(_told(finding, lines, entry(finding.rule))))
        yield ""
    yield count(found)


def _told(finding: Finding, lines: Lines, entry: str) -> Iterator[str]:
    file, line, column, length = finding.position
    yield f"{file}:{line}:{column}: {finding.level}[{finding.rule}]: {finding.message}"
    source = lines(file)
    if 0 < line <= len(source):
        yield from _pointed(source[line - 1].rstrip("\r\n"), column - 1, length)
    if finding.fix:
        yield f"  fix: {finding.fix}"
    if entry:
        yield f"  see: {entry}"


#: Of a source line, so many characters are shown.
WIDTH = 160


def _pointed(line: str, start: int, length: int) -> Iterator[str]:
    """A source line, or the part of a long one that matters, and carets under the value."""
    indent = len(line) - len(line.lstrip())
    if not indent <= start < len(line.rstrip()):
        return
    begin = indent if start - indent < WIDTH else start - WIDTH // 4
    shown = line[begin : begin + WIDTH].rstrip()
    before = printable(shown[: start - begin])
    value = printable(shown[start - begin :][: max(length, 1)])
    lead = "    " if begin == indent else "    …"
    yield f"{lead}{printable(shown)}"
    yield " " * (len(lead) + _columns(before)) + "^" * max(_columns(value), 1)


def _columns(text: str) -> int:
    """How many columns of a terminal a text takes: two for each wide letter, none for an accent."""
    return sum(
        0 if unicodedata.combining(sign) else 2 if unicodedata.east_asian_width(sign) in "FW" else 1
        for sign in text
    )


def as_json(findings: Iterable[Finding], entry: Entry = _no_entry) -> str:
    """A JSON object with `findings` and the number of each level."""
    found = ordered(findings)
    levels = Counter(finding.level for finding in found)
    return json.dumps(
        {
            "findings": [
                {
                    "level": str(finding.level),
                    "rule": finding.rule,
                    "file": finding.position.file,
                    "line": finding.position.line,
                    "column": finding.position.column,
                    "message": finding.message,
                    "fix": finding.fix,
                    "see": entry(finding.rule) or None,
                }
                for finding in found
            ],
            "count": {str(level): levels[level] for level in Level},
        },
        ensure_ascii=False,
        indent=2,
    )


def as_github(findings: Iterable[Finding], entry: Entry = _no_entry) -> Iterator[str]:
    """Workflow commands that annotate a diff: ten of each level, then how many more there are.

    The escapes are those of actions/toolkit, packages/core/src/command.ts.
    """
    found = ordered(findings)
    for level in Level:
        of_level = [finding for finding in found if finding.level is level]
        # The last annotation of a full level says how many are only in the summary.
        full = len(of_level) > GITHUB_LIMIT
        for finding in of_level[: GITHUB_LIMIT - 1 if full else GITHUB_LIMIT]:
            position = finding.position
            place = (
                f"file={_property(position.file)},line={position.line},col={position.column},"
                f"title={_property(finding.rule)}"
            )
            body = finding.message + (f"\nfix: {finding.fix}" if finding.fix else "")
            address = entry(finding.rule)
            body += f"\nsee: {address}" if address else ""
            yield f"::{level} {place}::{_message(body)}"
        if full:
            more = len(of_level) - GITHUB_LIMIT + 1
            yield f"::{level} ::{more} more; all findings are in the summary of the job"
    yield count(found)


def as_summary(findings: Iterable[Finding], entry: Entry = _no_entry) -> str:
    """All findings as Markdown for a job's summary; what comes from the data stays text."""
    found = ordered(findings)
    rows = [
        f"| {finding.level} | {_linked(finding.rule, entry(finding.rule))} "
        f"| {_cell(f'{finding.position.file}:{finding.position.line}')} "
        f"| {_cell(finding.message)} | {_cell(finding.fix)} |"
        for finding in found
    ]
    head = ["| level | rule | place | what is wrong | how to mend it |", "|---|---|---|---|---|"]
    return "\n".join([f"**{count(found)}**", "", *(head + rows if rows else [])]) + "\n"


def _linked(rule: str, address: str) -> str:
    """A rule's id, which leads to its entry where that has a whole address."""
    whole = address.startswith(("http://", "https://")) and not set(address) & set("<>\n ")
    return f"[{_cell(rule)}](<{address}>)" if whole else _cell(rule)


def _message(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _message(text).replace(":", "%3A").replace(",", "%2C")


_MARKDOWN = str.maketrans(
    {character: f"&#{ord(character)};" for character in "\\`*_{}[]<>()#+-.!|&~@:\r\n"}
)


def markdown(text: str) -> str:
    """Text as Markdown that shows it as it stands, whatever it holds; line breaks as codes."""
    return printable(text).translate(_MARKDOWN)


_cell = markdown
