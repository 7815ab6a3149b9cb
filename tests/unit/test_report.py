"""Reports: the same findings for a terminal, for programs, for GitHub."""

import json

from acquis.finding import Finding, Level, Rule
from acquis.position import Position
from acquis.report import (
    GITHUB_LIMIT,
    WIDTH,
    as_github,
    as_json,
    as_summary,
    as_text,
    count,
    ordered,
    printable,
)

RULE = Rule("meeting-unknown", Level.ERROR, "About.", "add it")


def lines_of(*lines: str):
    return lambda file: lines if file == "a.yaml" else ()


def told(finding: Finding, *lines: str) -> list[str]:
    return "\n".join(as_text([finding], lines_of(*lines))).split("\n")


def test_the_form_that_the_design_gives() -> None:
    finding = RULE.at(
        Position("a.yaml", 2, 14, 15),
        'meeting "minamata-cop-66" is not in data/meetings.yaml',
        'did you mean "minamata-cop-6"?',
    )
    assert told(finding, "decisions:", "    meeting: minamata-cop-66") == [
        f"a.yaml:2:14: error[meeting-unknown]: {finding.message}",
        "    meeting: minamata-cop-66",
        "             ^^^^^^^^^^^^^^^",
        '  fix: did you mean "minamata-cop-6"?',
        "",
        "1 error",
    ]


def test_a_source_line_that_is_not_there_is_left_out() -> None:
    for position in (Position("a.yaml", 9, 1), Position("a.yaml", 2, 1), Position("no.yaml")):
        assert told(RULE.at(position, "wrong"), "one", "  ")[1:] == ["  fix: add it", "", "1 error"]


def test_the_caret_stands_under_the_value_in_wide_and_accented_text() -> None:
    finding = RULE.at(Position("a.yaml", 1, 5, 2), "wrong")
    assert told(finding, "大会é́决定")[1:3] == ["    大会é́决定", "         ^^^^"]


def test_the_caret_counts_characters_that_are_shown_as_codes() -> None:
    finding = RULE.at(Position("a.yaml", 1, 3, 1), "wrong")
    assert told(finding, "a\u202ebc")[1:3] == ["    a\\u202ebc", "           ^"]


def test_of_a_long_line_the_part_that_matters_is_shown() -> None:
    line = "  " + "x" * 500 + "HERE" + "y" * 500
    shown, carets = told(RULE.at(Position("a.yaml", 1, 503, 4), "wrong"), line)[1:3]
    assert shown.startswith("    …x")
    assert len(shown) == WIDTH + 5
    assert shown[carets.index("^") : carets.rindex("^") + 1] == "HERE"


def test_what_came_twice_is_told_once() -> None:
    finding = RULE.at(Position("a.yaml"), "wrong")
    assert ordered([finding, finding]) == [finding]


def test_the_count_names_each_level() -> None:
    error = RULE.at(Position("a.yaml"), "1")
    warning = RULE.at(Position("a.yaml"), "2", level=Level.WARNING)
    assert (
        count([error, warning, RULE.at(Position("b.yaml"), "2", level=Level.WARNING)])
        == "1 error, 2 warnings"
    )
    assert count([]) == "no findings"


def test_nothing_in_the_data_moves_the_terminal() -> None:
    hostile = "\x1b[31mred\x07 \u202eabc\u2066 \u200f"
    shown = printable(hostile)
    assert shown.isprintable()
    assert "\\x1b[31mred" in shown
    text = "\n".join(as_text([RULE.at(Position("a.yaml", 1, 1), hostile)], lines_of(hostile)))
    assert "\x1b" not in text
    assert "\u202e" not in text


def test_json_has_every_finding_and_the_counts() -> None:
    finding = RULE.at(Position("a.yaml", 3, 5, 2), "“ü” <b>")
    report = json.loads(as_json([finding]))
    assert report["count"] == {"error": 1, "warning": 0, "notice": 0}
    assert report["findings"] == [
        {
            "level": "error",
            "rule": "meeting-unknown",
            "file": "a.yaml",
            "line": 3,
            "column": 5,
            "message": "“ü” <b>",
            "fix": "add it",
            "see": None,
        }
    ]


def test_a_workflow_command_cannot_be_forged() -> None:
    place = Position("a,b:c%.yaml", 1, 2)
    (line, _) = as_github([RULE.at(place, "50 %\n::error::forged\r", "mend")])
    assert line == (
        "::error file=a%2Cb%3Ac%25.yaml,line=1,col=2,title=meeting-unknown::"
        "50 %25%0A::error::forged%0D%0Afix: mend"
    )


def test_of_each_level_github_gets_no_more_than_it_shows() -> None:
    errors = [RULE.at(Position("a.yaml", n), "wrong") for n in range(1, GITHUB_LIMIT + 3)]
    warnings = [RULE.at(Position("a.yaml", n), "odd", level=Level.WARNING) for n in range(1, 4)]
    lines = list(as_github([*warnings, *errors]))
    assert [line.split(" ")[0] for line in lines[:-1]] == ["::error"] * GITHUB_LIMIT + [
        "::warning"
    ] * 3
    assert lines[GITHUB_LIMIT - 1].startswith("::error ::3 more")
    assert lines[-1] == "12 errors, 3 warnings"
    exactly = list(as_github(errors[:GITHUB_LIMIT]))
    assert "more" not in exactly[GITHUB_LIMIT - 1]


def test_the_summary_holds_all_and_no_markup_of_the_data() -> None:
    found = [RULE.at(Position("a.yaml", n), "<img src=x> | [a](b) `c`\n# d") for n in range(1, 31)]
    summary = as_summary(found)
    assert summary.startswith("**30 errors**\n")
    rows = [line for line in summary.split("\n") if line.startswith("| error")]
    assert len(rows) == 30
    assert all(row.count("|") == 6 for row in rows)
    assert "<img" not in summary
    assert "](" not in summary
