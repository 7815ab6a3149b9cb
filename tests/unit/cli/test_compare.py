"""`acquis compare`: two texts side by side, in the terminal, as Markdown and as JSON."""

import json
from pathlib import Path

import pytest

TEXTS = """\
decisions:
  - symbol: L/7/1
    title: Reeds
    meeting: lakes-6
    adopted: 2030-05-04
    preamble: ["Noting the reeds along the shores of the lakes,"]
    operative:
      - Decides to count the reeds of every lake in the spring;
      - Invites Parties to publish what they have counted;
      - Requests the Secretary to report to the Council at its next session.[^1]
      - Decides to remain seized of the matter.
    footnotes: {"1": L/5/7.}
  - symbol: L/7/2
    title: Reeds
    meeting: lakes-6
    adopted: 2030-05-04
    preamble: ["Noting the reeds along the shores of the lakes,"]
    operative:
      - Requests the Secretary to report to the Council at its next session.[^1]
      - Decides to count the reeds of every lake in the autumn;
      - Thanks the counters.
      - Decides to remain seized of the matter.
    footnotes: {"1": L/5/7.}
  - {id: l-7-draft, status: draft, meeting: lakes-6, title: Reeds, operative: [Decides to count.]}
documents:
  - {symbol: L/7/INF/1, title: Note, meeting: lakes-6, blocks: [Reeds grow in every lake.]}
"""
FRENCH = """\
decisions:
  - symbol: L/7/1
    title: Roseaux
    preamble: ["Notant les roseaux,"]
    operative: [Décide de compter ;, Invite à publier ;, "Prie le Secrétaire.[^1]", Décide.]
    footnotes: {"1": L/5/7.}
"""
TOLD = """\
L/7/1 Reeds
L/7/2 Reeds
in English 6 provisions are the same, 3 differ

paragraph 2: only in L/7/1
  [-Invites Parties to publish what they have counted;-]

paragraph 1 → paragraph 2: differs, in another place
  Decides to count the reeds of every lake in the [-spring-]{+autumn+};

paragraph 3: only in L/7/2
  {+Thanks the counters.+}
"""


@pytest.fixture(autouse=True)
def texts(project: Path) -> None:
    (project / "data" / "texts.yaml").write_text(TEXTS, encoding="utf-8")
    folder = project / "data" / "translations" / "fr"
    folder.mkdir(parents=True)
    (folder / "texts.yaml").write_text(FRENCH, encoding="utf-8")


def test_two_decisions_in_the_terminal(run) -> None:
    result = run("compare", "l 7/1", "L-7-2")
    assert result.stdout == TOLD
    assert result.stderr == ""


def test_a_text_is_the_same_as_itself(run) -> None:
    assert run("compare", "L/7/1", "L/7/1").stdout.endswith(
        "in English the two are the same, word for word: 8 provisions\n"
    )


def test_a_draft_and_a_document(run) -> None:
    text = run("compare", "l-7-draft", "L/7/INF/1").stdout
    assert "[-Decides to count.-]" in text
    assert "{+Reeds grow in every lake.+}" in text
    assert "paragraph 1: only in L/7/INF/1" in text


def test_markdown_escapes_and_marks(run) -> None:
    text = run("compare", "L/7/1", "L/7/2", "--format", "markdown").stdout
    assert "- **paragraph 1 → paragraph 2&#58; differs, in another place**<br>" in text
    assert "in the <del>spring</del><ins>autumn</ins>;" in text


def test_json_has_every_row_in_full(run) -> None:
    value = json.loads(run("compare", "L/7/1", "L/7/2", "--format", "json").stdout)
    assert value["one"] == {"symbol": "L/7/1", "id": None, "address": "decisions/l-7-1/"}
    assert (value["language"], value["same"], value["differing"]) == ("en", 6, 3)
    moved = next(row for row in value["rows"] if row["moved"])
    assert moved["kind"] == "changed"
    assert moved["one"] == [{"place": "paragraph 1", "anchor": "para-1", "number": "1."}]
    assert (
        "".join(
            piece["text"]
            for row in value["rows"]
            for piece in row["pieces"]
            if piece["kind"] == "new"
        )
        == "autumnThanks the counters."
    )


def test_languages(run) -> None:
    text = run("compare", "L/7/1", "L/7/1", "--language", "fr").stdout
    assert "in French the two are the same" in text
    result = run("compare", "L/7/1", "L/7/2", "--language", "fr", status=1)
    assert '"L/7/2" is not held in "fr", only in: en' in result.stderr


def test_what_cannot_be_compared(run) -> None:
    assert (
        'the text of "L/5/7" is not held here' in run("compare", "L/5/7", "L/7/1", status=1).stderr
    )
    assert 'no decision or document "L/9/9"' in run("compare", "L/7/1", "L/9/9", status=1).stderr
    assert "Missing argument 'B'" in run("compare", "L/7/1", status=2).stderr
