"""`mkdocs serve` tells what an edit did, and the page in the browser stays where it was."""

import posixpath
import re
import shutil
from pathlib import Path
from typing import Any

import pytest
from made_up import Project

GOLDEN = Path(__file__).parents[1] / "golden" / "site" / "project"


class Harbours(Project):
    """The small corpus that uses every feature, served from a copy in which files are edited."""

    def __init__(self, root: Path) -> None:
        super().__init__(root)
        for name in ("data", "docs"):
            shutil.copytree(GOLDEN / name, root / name)
        config = (GOLDEN / "mkdocs.yml").read_text(encoding="utf-8")
        config = re.sub("site_url: .*", "site_url: https://example.org/sub/", config)
        (root / "docs" / "reference").mkdir()
        rules = "# Rules\n\n### topic-unknown\n"
        (root / "docs" / "reference" / "rules.md").write_text(rules, encoding="utf-8")
        (root / "mkdocs.yml").write_text(config, encoding="utf-8")

    def write(self) -> "Harbours":
        return self

    def edit(self, old: str, new: str) -> None:
        file = self.root / "data" / "decisions.yaml"
        text = file.read_text(encoding="utf-8")
        assert text.count(old) == 1
        file.write_text(text.replace(old, new), encoding="utf-8")


@pytest.fixture
def project(tmp_path: Path) -> Harbours:
    return Harbours(tmp_path)


def test_changed_passages_are_linked(project: Harbours, preview: Any, until: Any) -> None:
    with preview() as (get, printed):
        assert 'id="edit"' not in get("decisions/hc-1-1/")[1]
        project.edit("Decides to keep the buoy;", "Decides to keep both <buoys>;")
        until(lambda: "both &lt;buoys&gt;" in get("decisions/hc-1-1/")[1])
        told = "".join(printed)
        assert re.search(r"http://\S+/sub/decisions/hc-1-1/#para-1\n", told)
        assert "HC-1/1 Pilotage, mv Nautilus and H2O, paragraph 1: changed" in told
        for path in ("decisions/hc-1-1/", "fr/meetings/", ""):
            (link,) = re.findall(r'<li><a href="([^"]*)#para-1">HC-1/1', get(path)[1])
            found = posixpath.normpath(posixpath.join("/sub", path, link))
            assert found == "/sub/decisions/hc-1-1"
        # The next edit is told alone.
        project.edit("- Decides to keep both", "- Decides in the end to keep both")
        until(lambda: "in the end" in get("decisions/hc-1-1/")[1])
        assert len(re.findall(r"<li><a [^>]*>HC-1/1", get("")[1])) == 1


def test_findings_come_and_go(project: Harbours, preview: Any, until: Any) -> None:
    with preview() as (get, printed):
        project.edit("topics: [tides]\n    relations:", "topics: [tydes]\n    relations:")
        until(lambda: "error[topic-unknown]" in get("decisions/hc-1-1/")[1])
        assert re.search(r"see: http://\S+/sub/reference/rules/#topic-unknown", "".join(printed))
        project.edit("tydes", "tides")
        until(lambda: "No longer found" in get("decisions/hc-1-1/")[1])
        page = get("decisions/hc-1-1/")[1]
        assert "The data has errors" not in page
        assert "topic-unknown" in page
        until(lambda: "No longer found: 1 error" in "".join(printed))


def test_the_page_stays_where_it_was(
    project: Harbours, preview: Any, until: Any, browser: Any
) -> None:
    with preview() as (get, printed):
        address = re.search(r"Serving on (http://\S+)", "".join(printed))
        assert address
        page = browser.new_page(viewport={"width": 1000, "height": 500})
        try:
            page.goto(f"{address[1]}decisions/hc-1-1/", wait_until="load")
            there = "document.getElementById('heading-2')"
            page.evaluate("document.body.append(document.createElement('hr'))")
            page.evaluate(f"{there}.scrollIntoView({{behavior: 'instant'}})")
            opened = "document.querySelector('details:not(#edit)').open"
            assert page.evaluate(opened) is False
            page.evaluate(f"{opened} = true")
            before = page.evaluate(f"{there}.getBoundingClientRect().top")
            assert page.evaluate("scrollY") > 100
            page.wait_for_timeout(300)
            project.edit("- Decides to keep the buoy;[^1]", f"- {'A long one. ' * 80}[^1]")
            until(lambda: "A long one." in get("decisions/hc-1-1/")[1])
            # The line made above is gone when the page is another.
            page.locator("body > hr").wait_for(state="detached", timeout=60_000)
            page.wait_for_load_state("load")
            until(lambda: page.evaluate("scrollY") > 100)
            assert "A long one." in page.content()
            assert page.evaluate(opened) is True
            assert abs(page.evaluate(f"{there}.getBoundingClientRect().top") - before) < 3
        finally:
            page.close()
