"""axe finds nothing: on every kind of page, in both colour schemes, with and without a script, and
in every state."""

from collections.abc import Callable
from importlib.resources import files
from typing import Any

import pytest
from conftest import PHONE, Open
from kinds import ALL, NAMES
from playwright.sync_api import Page

AXE = files("axe_playwright_python").joinpath("axe.min.js").read_text(encoding="utf-8")
RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22a", "wcag22aa", "best-practice"]
OF_COLOURS = ["color-contrast", "link-in-text-block"]
"""The rules whose result depends on the colour scheme."""


def look(page: Page) -> None:
    """Fails with what axe finds on the page as it stands: all rules in light, colours in dark."""
    page.evaluate(AXE)
    assert _findings(page, {"type": "tag", "values": RULES}) == []
    page.emulate_media(color_scheme="dark")
    page.locator("html.no-js, html[data-md-color-scheme=slate]").wait_for()
    assert page.evaluate("getComputedStyle(document.body).colorScheme") == "dark"
    assert _findings(page, {"type": "rule", "values": OF_COLOURS}) == []


def _findings(page: Page, rules: dict[str, Any]) -> list[tuple[str, str]]:
    run = "only => axe.run(document, {runOnly: only, resultTypes: ['violations']})"
    return [
        (found["id"], f"{node['target']}: {node['failureSummary']}")
        for found in page.evaluate(run, rules)["violations"]
        for node in found["nodes"]
    ]


@pytest.mark.parametrize(("site", "kind", "address"), ALL, ids=NAMES)
def test_every_kind_of_page(visit: Open, site: str, kind: str, address: str) -> None:
    look(visit(site, address))


@pytest.mark.parametrize(("site", "kind", "address"), ALL, ids=NAMES)
def test_on_a_phone_without_a_script(visit_bare: Open, site: str, kind: str, address: str) -> None:
    look(visit_bare(site, address, **PHONE))


def unit_menu(page: Page) -> None:
    page.locator("#para-2-b > p > a.number").click()
    page.locator(".unit-menu").wait_for()


def note_preview(page: Page) -> None:
    page.locator("#fnref-1 a").hover()
    page.locator(".preview").wait_for()


def citation_preview(page: Page) -> None:
    page.locator("#para-1 a.citation").first.hover()
    page.locator(".preview--unit").wait_for()


def citing_preview(page: Page) -> None:
    page.locator("#para-2-b > p > a.cited").hover()
    page.locator(".preview--cited").wait_for()


def site_menu(page: Page) -> None:
    page.locator(".site-menu summary").click()


def contents_menu(page: Page) -> None:
    page.locator(".contents-menu summary").click()


def unit_of_the_address(page: Page) -> None:
    page.goto(page.url + "#para-2-b-i")


def list_filtered(page: Page) -> None:
    page.locator("[data-filter] input").fill("a")
    page.locator("th button").first.click()


@pytest.mark.parametrize(
    ("state", "address", "options"),
    [
        (unit_menu, "decisions/hc-1-1/", {}),
        (unit_menu, "decisions/hc-1-1/", PHONE),
        (unit_menu, "ar/decisions/hc-1-1/", {}),
        (note_preview, "decisions/hc-1-1/", {}),
        (citation_preview, "decisions/hc-1-6/", {}),
        (citation_preview, "ar/decisions/hc-1-6/", {}),
        (citing_preview, "decisions/hc-1-1/", {}),
        (site_menu, "decisions/hc-1-1/", PHONE),
        (site_menu, "ar/decisions/hc-1-1/", PHONE),
        (contents_menu, "decisions/hc-1-1/", PHONE),
        (unit_of_the_address, "decisions/hc-1-1/", {}),
        (list_filtered, "decisions/", {}),
        (list_filtered, "decisions/", PHONE),
    ],
)
def test_every_state(
    visit: Open, state: Callable[[Page], None], address: str, options: dict[str, Any]
) -> None:
    page = visit("golden", address, **options)
    state(page)
    look(page)


def test_notes_beside_the_text(visit: Open) -> None:
    page = visit("own", "decisions/mc-6-draft-cooperation-brs/")
    page.locator(".notes-aside").wait_for()
    look(page)


def test_axe_can_find(visit: Open) -> None:
    page = visit("own", "about/")
    page.evaluate("document.documentElement.style.setProperty('--ink', '#ddd')")
    page.evaluate(AXE)
    assert _findings(page, {"type": "rule", "values": OF_COLOURS})
