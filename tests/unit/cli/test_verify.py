"""`acquis verify`: every difference from the official file is found, and none is made up."""

from collections.abc import Callable
from datetime import date
from hashlib import sha256
from pathlib import Path

import pytest
from click.testing import Result

from acquis.cli import verify
from acquis.load import load

Run = Callable[..., Result]
Akn = Callable[..., bytes]
PLACE = Path("data/decisions/l-7-12.yaml")


@pytest.fixture
def official(project: Path, akn: Akn, run: Run, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An official file, outside of the data, and its record, imported."""
    monkeypatch.setattr(verify, "today", lambda: date(2031, 6, 1))
    file = project / "l-7-12.xml"
    file.write_bytes(akn())
    run("import", str(file))
    return file


def test_on_no_difference_it_writes_who_verified_what(official: Path, run: Run) -> None:
    before = PLACE.read_text(encoding="utf-8")
    told = run("verify", "L/7/12", "--against", str(official), "--by", "A. Reader").stdout
    assert told.splitlines()[-2:] == [
        "L/7/12 says word for word what l-7-12.xml says.",
        "data/decisions/l-7-12.yaml: verified by A. Reader on 2031-06-01",
    ]
    after = PLACE.read_text(encoding="utf-8")
    digest = sha256(official.read_bytes()).hexdigest()
    entry = (
        "    verified:\n      by: A. Reader\n"
        '      "on": 2031-06-01\n'
        "      against: l-7-12.xml\n"
        f"      sha256: {digest}\n"
    )
    assert after.replace(entry, "") == before
    said = load(Path("data"), ("en", "fr")).corpus.decisions["l-7-12"].verified
    assert said is not None
    assert (said.by, said.on, said.sha256) == ("A. Reader", date(2031, 6, 1), digest)
    again = run("verify", "L/7/12", "--against", str(official), "--by", "B. Reader").stdout
    assert "already" in again or "nothing is written" in again
    assert PLACE.read_text(encoding="utf-8") == after


def test_only_to_compare(official: Path, run: Run) -> None:
    before = PLACE.read_bytes()
    run("verify", "L/7/12", "--against", str(official), "--check")
    assert PLACE.read_bytes() == before


@pytest.mark.parametrize(
    ("old", "new", "told"),
    [
        ("Requests a report.", "Requests the report.", "[-the-]{+a+} report."),
        ("Requests a report.", "Requests\u00a0a report.", "[-<U+00A0>-]{+ +}"),
        ("Requests a report.", "Requests a report;", "report[-;-]{+.+}"),
        ("title: Reeds", "title: Rushes", "title: changed"),
        ("title: Reeds", "title: Reeds\n    subtitle: A subtitle", "subtitle: only in the record"),
        ("      - Requests", "      - More;\n      - Requests", "paragraph 2: only in the record"),
        ("      - Requests a report.\n", "", "paragraph 2: only in the file"),
        (
            "- Requests a report.",
            "- {text: Requests a report., number: 3.}",
            "its number: “3.” → “2.”",
        ),
        ("Requests a report.", "Requests a ^report^.", "raised or lowered letters"),
        ("    operative:", "    opening: The Council\n    operative:", "opening: "),
        ("2031-05-04", "2031-05-05", "adopted: “2031-05-05” in the record, “2031-05-04” in the"),
    ],
)
def test_each_difference_is_told(official: Path, run: Run, old: str, new: str, told: str) -> None:
    text = PLACE.read_text(encoding="utf-8")
    assert text.count(old) == 1
    PLACE.write_text(text.replace(old, new), encoding="utf-8")
    before = PLACE.read_bytes()
    output = run("verify", "L/7/12", "--against", str(official), "--by", "A", status=1).stdout
    assert told in output
    assert output.splitlines()[-1].startswith("L/7/12 and l-7-12.xml: ")
    assert PLACE.read_bytes() == before


def test_it_says_where_in_the_data(official: Path, run: Run) -> None:
    text = PLACE.read_text(encoding="utf-8")
    PLACE.write_text(text.replace("a report", "the report"), encoding="utf-8")
    line = next(n for n, one in enumerate(text.splitlines(), 1) if "a report" in one)
    output = run("verify", "L/7/12", "--against", str(official), status=1).stdout
    assert f"data/decisions/l-7-12.yaml:{line}:9: paragraph 2: changed" in output


def test_emphasis_is_told_and_is_no_difference(official: Path, run: Run) -> None:
    text = PLACE.read_text(encoding="utf-8")
    PLACE.write_text(text.replace("- Requests", "- '*Requests*").replace("report.", "report.'"))
    output = run("verify", "L/7/12", "--against", str(official), "--check").stdout
    assert "note: paragraph 2: emphasis or links are not those of the file" in output


def test_what_the_import_could_not_place_is_a_difference(
    official: Path, run: Run, akn: Akn
) -> None:
    official.write_bytes(akn(rest="Words that no importer places"))
    output = run("verify", "L/7/12", "--against", str(official), status=1).stdout
    assert "“Words that no importer places” found no place" in output


def test_a_translation_is_compared_and_not_marked(official: Path, run: Run, akn: Akn) -> None:
    french = official.with_name("fr.xml")
    french.write_bytes(akn(language="fra", title="Roseaux"))
    run("import", str(french))
    # The sitting that adopted it stands in the record in the record's language.
    text = PLACE.read_text(encoding="utf-8")
    PLACE.write_text(text.replace("    adopted:", "    adopted_at: 5th meeting\n    adopted:"))
    place = Path("data/translations/fr/l-7-12.yaml")
    before = place.read_bytes()
    told = run("verify", "L/7/12", "--against", str(french)).stdout
    assert "says word for word" in told
    assert "nothing is written" in told
    place.write_bytes(before.replace(b"Roseaux", b"Joncs"))
    assert "title: changed" in run("verify", "L/7/12", "--against", str(french), status=1).stdout


def test_a_file_with_another_text(official: Path, run: Run, akn: Akn) -> None:
    official.write_bytes(akn(symbol="L/7/13"))
    output = run("verify", "L/7/12", "--against", str(official), status=1).output
    assert 'l-7-12.xml does not hold "L/7/12"; it holds L/7/13' in output


def test_a_file_that_cannot_be_read(official: Path, run: Run) -> None:
    official.write_bytes(b"%PDF-1.7")
    output = run("verify", "L/7/12", "--against", str(official), status=1).output
    assert "this is a PDF file" in output


def test_who_verifies_must_be_known(
    official: Path, run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("GIT_CONFIG_GLOBAL", str(official.with_name("none")))
    monkeypatch.setenv("GIT_CONFIG_SYSTEM", str(official.with_name("none")))
    assert "--by NAME" in run("verify", "L/7/12", "--against", str(official), status=2).output
    official.with_name("none").write_text("[user]\n  name = C. Reader\n")
    run("verify", "L/7/12", "--against", str(official))
    assert "by: C. Reader" in PLACE.read_text(encoding="utf-8")
