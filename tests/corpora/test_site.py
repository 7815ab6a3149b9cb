"""Real resolutions, imported and published: every page has exactly the words of its YAML, and no
link is dead."""

import json
import re
import shutil
import subprocess
import sys
from collections.abc import Callable, Sequence
from pathlib import Path

import pytest
import yaml
from commands import run
from lxml import html
from official import from_page, from_yaml

ROOT = Path(__file__).parent.parent.parent
EXAMPLE = ROOT / "examples" / "general-assembly"

CONFIG = """\
site_name: Resolutions
site_url: https://example.org/acquis/
theme: {name: material, font: false}
plugins: [acquis]
nav:
  - Home: index.md
  - Decisions: decisions/
  - Meetings: meetings/
  - Conventions: conventions/
"""


@pytest.fixture(scope="module")
def project(
    corpora: Path,
    sample: Callable[[Sequence[Path]], Sequence[Path]],
    tmp_path_factory: pytest.TempPathFactory,
) -> Path:
    folder = tmp_path_factory.mktemp("assembly") / "project"
    (folder / "data").mkdir(parents=True)
    shutil.copy(EXAMPLE / "data" / "conventions.yaml", folder / "data")
    shutil.copytree(EXAMPLE / "docs", folder / "docs")
    (folder / "mkdocs.yml").write_text(CONFIG)
    files = sample(sorted((corpora / "ga-78" / "en").glob("*.xml")))
    run(folder, "acquis.cli", "import", *map(str, files))
    assert len(list((folder / "data" / "decisions").glob("*.yaml"))) == len(files) > 10
    run(folder, "mkdocs", "build")
    return folder


def test_every_page_has_the_words_of_its_yaml(project: Path) -> None:
    different = []
    for path in sorted((project / "data" / "decisions").glob("*.yaml")):
        (record,) = yaml.safe_load(path.read_text(encoding="utf-8"))["decisions"]
        page = project / "site" / "decisions" / path.stem / "index.html"
        words = " ".join(from_yaml(record, "The General Assembly")).split()
        if from_page(page.read_bytes()).split() != words:
            different.append(path.name)
    assert different == []


@pytest.fixture(scope="module")
def sessions(corpora: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Reports of sessions, whose decisions cite one another by paragraph, with their faults."""
    folder = tmp_path_factory.mktemp("sessions") / "project"
    example = ROOT / "examples" / "unfccc"
    (folder / "data").mkdir(parents=True)
    shutil.copy(example / "data" / "conventions.yaml", folder / "data")
    shutil.copytree(example / "docs", folder / "docs")
    (folder / "mkdocs.yml").write_text(CONFIG)
    files = sorted((corpora / "unfccc").glob("*.txt"))
    command = [sys.executable, "-m", "acquis.cli"]
    # Some texts come twice, and are refused the second time.
    subprocess.run([*command, "import", *map(str, files)], cwd=folder, check=False, timeout=600)
    told = subprocess.run(
        [*command, "check", "--format", "json"], cwd=folder, check=False, capture_output=True
    )
    accepted: dict[str, set[str]] = {}
    for finding in json.loads(told.stdout)["findings"]:
        if finding["rule"] == "meeting-unknown":
            name = re.findall('meeting "(.*?)"', finding["message"])[0]
            meeting = {"meetings": [{"id": name, "name": name, "bodies": [name.split("-")[0]]}]}
            (folder / "data" / "meetings" / f"{name}.yaml").write_text(yaml.safe_dump(meeting))
        elif finding["level"] == "error":
            accepted.setdefault(finding["file"], set()).add(finding["rule"])
    for name, rules in accepted.items():
        with (folder / name).open("a") as file:
            file.write("    allow:\n")
            file.writelines(
                f"      - {{rule: {one}, reason: As printed.}}\n" for one in sorted(rules)
            )
    run(folder, "mkdocs", "build")
    return folder


def test_citations_lead_to_paragraphs(sessions: Path) -> None:
    """Recalled decisions, paragraphs of theirs and the text's own, all in one real decision."""
    page = html.fromstring((sessions / "site/decisions/1-cp-24/index.html").read_text())
    links = {
        " ".join(one.text_content().split()): one.get("href")
        for one in page.xpath("//*[@data-official-text]//a[@class='citation']")
    }
    assert links["1/CP.22"] == "../1-cp-22/"
    assert links["decision 1/CP.21, paragraph 91"] == "../1-cp-21/#para-91"
    cited = html.fromstring((sessions / "site/decisions/1-cp-21/index.html").read_text())
    assert cited.xpath("//*[@id='para-91']//a[@class='cited']/@href") == ["#cited-para-91"]
    assert "1/CP.24" in cited.xpath("//*[@id='cited-para-91']")[0].text_content()


@pytest.mark.parametrize("of", ["project", "sessions"])
def test_no_link_is_dead(of: str, request: pytest.FixtureRequest, tmp_path: Path) -> None:
    project: Path = request.getfixturevalue(of)
    below = tmp_path / "host"
    below.mkdir()
    (below / "acquis").symlink_to(project / "site")
    done = subprocess.run(
        [str(Path(sys.executable).with_name("lychee")), "--offline", "--include-fragments",
         "--index-files", "index.html", "--no-progress", "--root-dir", str(below),
         str(below / "acquis" / "**" / "*.html")],
        capture_output=True, text=True, check=False, timeout=600,
    )  # fmt: skip
    assert done.returncode == 0, done.stdout[-3000:]
    counted = re.search(r"(\d+) Total", done.stdout)
    assert counted
    assert int(counted[1]) > 1000
