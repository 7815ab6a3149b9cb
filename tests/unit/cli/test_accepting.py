"""What is wrong with official texts themselves is told by their import, and accepted."""

import json
import re
from pathlib import Path

import pytest
import yaml

FRENCH = {"language": "fra", "title": "Roseaux"}
RULES = ["number-jump", "translation-number", "translation-number"]
WORDS = {
    "Noting</span> the reeds": "Notant</span> les roseaux",
    "Decides to count them": "Décide de compter 1 400 lacs",
    "Requests a report": "Prie le secrétariat",
    "<num>2.</num>": "<num>3.</num>",
}


@pytest.fixture
def faulty(project, akn):
    """Two official files of one text: the French one prints its second paragraph as the third."""

    def made(lakes: str = "1,500 lakes") -> tuple[Path, Path]:
        one, other = project / "a.xml", project / "b.xml"
        one.write_bytes(akn().replace(b"count them", f"count {lakes}".encode()))
        text = akn(**FRENCH).decode()
        for english, french in WORDS.items():
            text = text.replace(english, french)
        other.write_text(text, encoding="utf-8")
        return one, other

    return made


def test_faults_of_official_files_are_accepted_with_what_they_are(
    run, faulty, snapshot, project
) -> None:
    faulty()
    result = run("import", "a.xml", "b.xml", "--report", "report.json")
    accepted = [line for line in result.stdout.splitlines() if line.startswith("accepted: ")]
    assert sorted(re.findall(r"\[(.*?)\]", " ".join(accepted))) == RULES
    assert "3 findings were accepted with allow" in result.stdout
    (record,) = yaml.safe_load(snapshot()["decisions/l-7-12.yaml"])["decisions"]
    assert record["allow"] == [
        {
            "rule": "number-jump",
            "reason": 'As in the official files: in "fr", "3" stands after "1", '
            'where "2" would follow.',
        },
        {
            "rule": "translation-number",
            "reason": 'As in the official files: in para-1, "fr" has 1400 where the original has '
            '1500; "fr" prints the number 3. before para-3 where the original has 2.',
        },
    ]
    told = json.loads((project / "report.json").read_text())["accepted"]
    assert sorted(one["rule"] for one in told) == RULES
    assert "l-7-12" not in run("check").stdout


def test_what_is_accepted_is_no_edit(run, faulty, snapshot) -> None:
    faulty()
    run("import", "a.xml", "b.xml")
    first = snapshot()
    again = run("import", "a.xml", "b.xml")
    assert "2 unchanged" in again.stdout
    assert "accepted" not in again.stdout
    assert snapshot() == first
    faulty("1,400 lakes")
    assert "renewed: data/decisions/l-7-12.yaml" in run("import", "a.xml").stdout
    assert "1400" not in snapshot()["decisions/l-7-12.yaml"].decode()


def test_an_editor_may_want_to_see_them(run, faulty, snapshot) -> None:
    faulty()
    assert "accepted" not in run("import", "a.xml", "b.xml", "--no-allow").stdout
    assert b"allow" not in snapshot()["decisions/l-7-12.yaml"]
    assert "warning[translation-number]" in run("check").stdout


def test_what_stood_there_before_is_left_to_the_check(run, faulty, snapshot, project) -> None:
    faulty()
    run("import", "b.xml", "a.xml", "--no-allow")
    french = project / "data/translations/fr/l-7-12.yaml"
    french.write_bytes(french.read_bytes().replace(b"Prie", b"Prie 5000 fois"))
    (project / "a.xml").write_bytes((project / "a.xml").read_bytes().replace(b"lakes", b"ponds"))
    result = run("import", "a.xml")
    assert "renewed" in result.stdout
    assert b"allow" not in snapshot()["decisions/l-7-12.yaml"]
    assert "5000" in run("check").stdout
