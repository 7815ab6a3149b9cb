"""Real resolutions, imported and published: every page has exactly the words of its YAML, and no
link is dead."""

import os
import re
import shutil
import subprocess
import sys
from collections.abc import Callable, Sequence
from pathlib import Path

import pytest
import yaml
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


def run(project: Path, *command: str) -> str:
    done = subprocess.run(
        [sys.executable, "-m", *command],
        cwd=project,
        env={**os.environ, "NO_MKDOCS_2_WARNING": "1"},
        capture_output=True,
        text=True,
        check=False,
        timeout=600,
    )
    assert done.returncode == 0, done.stdout[-2000:] + done.stderr[-2000:]
    return done.stdout + done.stderr


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


def test_no_link_is_dead(project: Path, tmp_path: Path) -> None:
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
