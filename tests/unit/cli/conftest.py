"""A small project of an invented body, and the command line to work on it."""

from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from acquis.cli import main

CONFIG = """
site_name: Lakes
site_url: !ENV [NOWHERE, ""]
theme: {name: material, custom_dir: nowhere}
markdown_extensions:
  - x: {y: !!python/name:os.system ''}
plugins:
  - acquis:
      languages: [en, fr]
"""
CONVENTIONS = """
conventions:
  - id: lakes-convention
    name: Convention on Lakes
    bodies:
      - id: lakes
        name: Council of Lakes
        opening: The Council of Lakes
        kind: resolution
        symbols: ["L/{meeting}/{number}"]
        meeting_id: "lakes-{meeting}"
        address: "https://lakes.example/{symbol}"
"""
DECISIONS = """
decisions:
  - symbol: L/6/1
    title: Reeds
    meeting: lakes-6
    adopted: 2030-05-04
    preamble: ["*Noting* the reeds,"]
    operative:
      - text: "*Decides*:"
        items: [To count them;]
      - Requests the Secretary to report.[^1]
    footnotes: {"1": L/5/7.}
  - {symbol: L/5/7, meeting: lakes-5, status: listed, description: An old report.}
"""
MEETINGS = """
meetings:
  - {id: lakes-5, name: Fifth session, bodies: [lakes]}
  - {id: lakes-6, name: Sixth session, bodies: [lakes]}
"""

AKN = """<akomaNtoso xmlns="http://docs.oasis-open.org/legaldocml/ns/akn/3.0">
<statement name="resolution"><meta><identification source="#x">
<FRBRWork><FRBRdate date="2031-05-04" name="adoption"/></FRBRWork>
<FRBRExpression><FRBRlanguage language="{language}"/></FRBRExpression></identification></meta>
<coverPage><p><docNumber>{symbol}</docNumber></p>
<p><session value="7">Seventh session</session></p></coverPage>
<preface><p><docNumber>{symbol}.</docNumber> <docTitle>{title}</docTitle></p></preface>
<preamble><formula><p>The Council of Lakes,</p></formula>
<container><p><span class='italic'>Noting</span> the reeds,</p></container></preamble>
<mainBody><paragraph><num>1.</num><content><p>Decides to count them;</p></content></paragraph>
<paragraph><num>2.</num><content><p>Requests a report.</p></content></paragraph></mainBody>
<conclusions><p>{rest}</p></conclusions>
</statement></akomaNtoso>"""

Run = Callable[..., Result]


@pytest.fixture
def akn() -> Callable[..., bytes]:
    """Makes an invented Akoma Ntoso file; `rest` stands where no importer looks for text."""

    def made(
        symbol: str = "L/7/12", title: str = "Reeds", language: str = "eng", rest: str = ""
    ) -> bytes:
        text = AKN.format(symbol=symbol, title=title, language=language, rest=rest)
        return text.encode()

    return made


@pytest.fixture
def snapshot(tmp_path: Path) -> Callable[[], dict[str, bytes]]:
    """Gives every file of the data folder with its content."""

    def made() -> dict[str, bytes]:
        folder = tmp_path / "data"
        files = sorted(path for path in folder.rglob("*") if path.is_file())
        return {path.relative_to(folder).as_posix(): path.read_bytes() for path in files}

    return made


@pytest.fixture
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A project's folder, which is the current one."""
    (tmp_path / "mkdocs.yml").write_text(CONFIG, encoding="utf-8")
    (tmp_path / "data").mkdir()
    for name, text in (
        ("conventions", CONVENTIONS),
        ("decisions", DECISIONS),
        ("meetings", MEETINGS),
    ):
        (tmp_path / "data" / f"{name}.yaml").write_text(text, encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    monkeypatch.delenv("GITHUB_STEP_SUMMARY", raising=False)
    return tmp_path


@pytest.fixture
def run() -> Run:
    """Runs the command line as a user does. An exception that reaches the user fails the test."""

    def made(*arguments: str, status: int = 0) -> Result:
        result = CliRunner().invoke(main, arguments)
        if result.exception is not None and not isinstance(result.exception, SystemExit):
            raise result.exception
        assert result.exit_code == status, result.output
        assert "Traceback" not in result.output
        return result

    return made
