"""axe finds nothing: on every kind of page, in both colour schemes, and in every state."""

from collections.abc import Callable
from typing import Any

import pytest
from axe import AXE, OF_COLOURS, findings, look
from conftest import PHONE, Open
from kinds import ALL, NAMES
from playwright.sync_api import Page


@pytest.mark.parametrize(("site", "kind", "address"), ALL, ids=NAMES)
def test_every_kind_of_page(visit: Open, site: str, kind: str, address: str) -> None:
    look(visit(site, address))


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
    assert findings(page, {"type": "rule", "values": OF_COLOURS})
