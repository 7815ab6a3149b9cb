import io
import json
import sys

import pytest

from acquis.cli.sheet import sheet
from acquis.cli.show import typesetter
from acquis.cli.typesetting import Typesetter
from acquis.load import load

SHEET = """\
L/6/1
Reeds
resolution · adopted 2030-05-04 · Sixth session

The Council of Lakes,

    Noting the reeds,

1.  Decides:

    (a) To count them;

2.  Requests the Secretary to report.[1]

--------------------
[1] L/5/7.
"""


def test_a_decision(run, project) -> None:
    result = run("show", "L/6/1")
    assert result.stdout == SHEET
    assert result.stderr == ""


@pytest.mark.parametrize("name", ["l/6/1", "l-6-1", "L 6/1", "decisions/l-6-1/", " L/6/1 "])
def test_a_symbol_may_be_written_carelessly(run, project, name) -> None:
    assert run("show", name).stdout == SHEET


def test_a_citation_means_the_text_that_it_cites(run, project) -> None:
    for words in ("resolution L/6/1, paragraph 1 (a)", "annex to L/6/1", "L 6/1 4a"):
        assert run("show", words).stdout == SHEET
    assert "there is no" in run("show", "L/6/1 and reeds", status=1).stderr


def test_a_text_that_is_only_listed(run, project) -> None:
    text = run("show", "L/5/7").stdout
    assert "An old report." in text
    assert "The text is not held here.\nThe official text: https://lakes.example/L/5/7\n" in text
    assert "The Council of Lakes" not in text


def test_an_unknown_symbol_and_what_is_near(run, project) -> None:
    result = run("show", "L/6/11", status=1)
    assert 'there is no decision or document "L/6/11"; did you mean "L/6/1"?' in result.stderr
    assert "did you mean" not in run("show", "something else", status=1).stderr
    result = run("show", "\x1b[2J", status=1)
    assert "\x1b" not in result.stderr


def test_two_texts_of_one_symbol(run, project) -> None:
    (project / "data" / "more.yaml").write_text(
        "decisions: [{symbol: L/6/1, kind: decision, meeting: lakes-6, status: listed}]\n"
    )
    result = run("show", "L/6/1", status=1)
    assert "name one of decisions/decision-l-6-1/, decisions/resolution-l-6-1/" in result.stderr
    assert run("show", "resolution-l-6-1").stdout == SHEET


def test_json_is_the_object_of_the_export(run, project) -> None:
    value = json.loads(run("show", "L/6/1", "--json").stdout_bytes)
    whole = json.loads(run("export", "json").stdout_bytes)
    assert value in whole["decisions"]
    assert value["symbol"] == "L/6/1"


def test_a_language(run, project) -> None:
    folder = project / "data" / "translations" / "fr"
    folder.mkdir(parents=True)
    (folder / "x.yaml").write_text(
        "decisions:\n  - symbol: L/6/1\n    title: Roseaux\n    operative:\n      - Décide.\n"
        "      - Prie.\n",
        encoding="utf-8",
    )
    assert "Reeds" in run("show", "L/6/1").stdout
    assert "Roseaux" in run("show", "L/6/1", "--language", "fr").stdout
    assert json.loads(run("show", "L/6/1", "--language", "fr", "--json").output)["language"] == "fr"
    result = run("show", "L/6/1", "--language", "zh", status=1)
    assert 'is not held in "zh", only in: en, fr' in result.stderr


def test_broken_data_are_shown_as_far_as_they_go(run, project) -> None:
    (project / "data" / "more.yaml").write_text("decisions: [")
    result = run("show", "L/6/1")
    assert result.stdout == SHEET
    assert "acquis check" in result.stderr


def test_everything_that_a_text_may_hold(run, project) -> None:
    (project / "data" / "more.yaml").write_text(
        r"""
decisions:
  - symbol: L/6/2
    meeting: lakes-6
    status: draft
    vote: {for: 3, against: 2, abstaining: 1}
    agenda_item: ["5", "6 (a)"]
    relations: {recalls: [L/5/7]}
    opening: none
    operative:
      - heading: Boats
        number: "II"
        blocks:
          - text: "Floats:"
            items: [High;, Low;]
            then: ["in all winds;"]
          - quote: [{text: Foreign., number: "7"}]
          - table: {label: Table 1, title: Boats, head: 1, rows: [[Kind, Number], [Rowing, "12"]]}
      - rule: true
      - figure: {file: x.png, alt: Two boats}
    annexes:
      - {title: List, note: "[English only]", blocks: [Item.], annexes: [{blocks: [Last.]}]}
  - symbol: L/6/3
    meeting: lakes-6
    status: draft
    parts:
      - {number: A, title: Depth, preamble: ["Noting it,"], operative: [Go.]}
documents:
  - {id: a-note, title: A note, meeting: lakes-6, blocks: [One., {decision: L/6/1}]}
""",
        encoding="utf-8",
    )
    assert run("show", "L/6/2").stdout == (
        "L/6/2\n"
        "resolution · draft · Sixth session · agenda items 5, 6 (a) · 3 for, 2 against, 1\n"
        "abstaining\n"
        "recalls L/5/7\n"
        "\n"
        "II Boats\n"
        "\n"
        "    Floats:\n"
        "\n"
        "    (a) High;\n"
        "\n"
        "    (b) Low;\n"
        "\n"
        "    in all winds;\n"
        "\n"
        "    7   Foreign.\n"
        "\n"
        "Table 1 Boats\n"
        "Kind    Number\n"
        "------  ------\n"
        "Rowing  12\n"
        "\n"
        "                                     * * *\n"
        "\n"
        "[figure] Two boats\n"
        "\n"
        "Annex\n"
        "List\n"
        "\n"
        "[English only]\n"
        "\n"
        "1.  Item.\n"
        "\n"
        "Appendix\n"
        "\n"
        "1.  Last.\n"
    )
    assert run("show", "L/6/3").stdout.endswith(
        "\n\nA\nDepth\n\nThe Council of Lakes,\n\n    Noting it,\n\n    Go.\n"
    )
    assert run("show", "a-note").stdout.endswith("1.  One.\n\n[l-6-1: Reeds]\n")


def test_opening_words_without_marks_are_set_off_as_on_the_site(project) -> None:
    corpus = load(project / "data").corpus
    record = corpus.decision("L/6/1")
    assert record is not None
    lines = list(sheet(record, record.original, corpus, Typesetter(80, styles=True)))
    assert "    \x1b[3mNoting\x1b[0m the reeds," in lines
    assert "2.  \x1b[3mRequests\x1b[0m the Secretary to report.[1]" in lines
    assert "    (a) To count them;" in lines
    assert "\x1b[3mThe Council of Lakes,\x1b[0m" in lines


class Terminal(io.StringIO):
    def isatty(self) -> bool:
        return True


@pytest.mark.parametrize(
    ("stream", "variables", "styles"),
    [
        (Terminal, {}, True),
        (Terminal, {"NO_COLOR": "1"}, False),
        (Terminal, {"NO_COLOR": ""}, True),
        (Terminal, {"TERM": "dumb"}, False),
        (io.StringIO, {}, False),
    ],
)
def test_styles_are_for_terminals_whose_user_wants_them(
    monkeypatch, stream, variables, styles
) -> None:
    monkeypatch.delenv("NO_COLOR", raising=False)
    monkeypatch.setenv("TERM", "xterm")
    for name, value in variables.items():
        monkeypatch.setenv(name, value)
    monkeypatch.setattr(sys, "stdout", stream())
    assert typesetter().styles is styles


@pytest.mark.parametrize(("columns", "width"), [("200", 80), ("60", 60), ("5", 30)])
def test_lines_are_as_long_as_can_be_read(monkeypatch, columns, width) -> None:
    monkeypatch.setenv("COLUMNS", columns)
    assert typesetter().columns == width


def test_a_symbol_that_is_the_beginning_of_others(run, project) -> None:
    (project / "data" / "more.yaml").write_text(
        "decisions: [{symbol: L/6/254 A to C (final), meeting: lakes-6, status: listed}]\n"
    )
    result = run("show", "L/6/254", status=1)
    assert 'did you mean "L/6/254 A to C (final)"' in result.stderr
