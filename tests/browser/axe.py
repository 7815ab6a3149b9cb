"""What axe, the checker of accessibility, finds on a page."""

from importlib.resources import files
from typing import Any

from playwright.sync_api import Page

AXE = files("axe_playwright_python").joinpath("axe.min.js").read_text(encoding="utf-8")
RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22a", "wcag22aa", "best-practice"]
OF_COLOURS = ["color-contrast", "link-in-text-block"]
"""The rules whose result depends on the colour scheme."""


def look(page: Page) -> None:
    """Fails with what axe finds on the page as it stands: all rules in light, colours in dark."""
    page.evaluate(AXE)
    assert findings(page, {"type": "tag", "values": RULES}) == []
    page.emulate_media(color_scheme="dark")
    page.locator("html.no-js, html[data-md-color-scheme=slate]").wait_for()
    assert page.evaluate("getComputedStyle(document.body).colorScheme") == "dark"
    assert findings(page, {"type": "rule", "values": OF_COLOURS}) == []


def findings(page: Page, rules: dict[str, Any]) -> list[tuple[str, str]]:
    """The rule and the node of each finding of the `rules`, which are axe's `runOnly`."""
    run = "only => axe.run(document, {runOnly: only, resultTypes: ['violations']})"
    return [
        (found["id"], f"{node['target']}: {node['failureSummary']}")
        for found in page.evaluate(run, rules)["violations"]
        for node in found["nodes"]
    ]
