"""What a visit loads: which files, from where, how many bytes; and that nothing moves meanwhile."""

from collections.abc import Callable

import pytest
from conftest import PHONE
from hosting import Host, Sent
from playwright.sync_api import BrowserContext, Page

DECISION = "decisions/mc-6-draft-cooperation-brs/"
ASSETS = [
    "assets/fonts/source-sans-3-latin-wght-normal.woff2",
    "assets/fonts/source-serif-4-latin-400-italic.woff2",
    "assets/fonts/source-serif-4-latin-400-normal.woff2",
    "assets/fonts/source-serif-4-latin-600-normal.woff2",
    "assets/images/icon.svg",
    "assets/javascripts/acquis.js",
    "assets/stylesheets/acquis.css",
    "assets/stylesheets/print.css",
]
FIRST = 180_000
"""Bytes, compressed, that a first visit to a decision may load."""
NEXT = 15_000
"""And those of the next decision, with what the browser has kept."""

SHIFTS = """
window.shifts = [];
new PerformanceObserver(list => {
  for (const one of list.getEntries()) if (!one.hadRecentInput) window.shifts.push({
    value: one.value, of: one.sources.map(source => source.node?.outerHTML?.slice(0, 80)),
  });
}).observe({type: 'layout-shift', buffered: true});
"""


def loaded(host: Host, page: Page, address: str) -> list[Sent]:
    """What the server sent for a visit to an address, by path."""
    before = len(host.sent)
    page.goto(host.url(address), wait_until="networkidle")
    return sorted(host.sent[before:], key=lambda sent: sent.path)


def test_a_first_visit_to_a_decision(own: Host, context: Callable[..., BrowserContext]) -> None:
    page = context().new_page()
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    sent = loaded(own, page, DECISION)
    assert [one.path for one in sent] == sorted([*ASSETS, DECISION])
    assert {one.status for one in sent} == {200}
    assert [url for url in asked if not url.startswith(own.url(""))] == []
    assert sum(one.size for one in sent) <= FIRST


def test_the_next_decision(own: Host, context: Callable[..., BrowserContext]) -> None:
    page = context().new_page()
    loaded(own, page, DECISION)
    sent = loaded(own, page, "decisions/mc-5-19/")
    assert [one.path for one in sent] == ["decisions/mc-5-19/"]
    assert sum(one.size for one in sent) <= NEXT


@pytest.mark.parametrize("address", [DECISION, "", "decisions/", "meetings/minamata-cop-6/"])
@pytest.mark.parametrize(
    "options", [PHONE, {"viewport": {"width": 1440, "height": 900}}], ids=["phone", "desk"]
)
def test_nothing_moves_when_fonts_and_scripts_come_late(
    own: Host,
    context: Callable[..., BrowserContext],
    address: str,
    options: dict[str, object],
) -> None:
    page = context(**options).new_page()
    page.add_init_script(SHIFTS)
    own.late = {".woff2": 0.3, ".js": 0.3}
    try:
        page.goto(own.url(address), wait_until="networkidle")
    finally:
        own.late = {}
    page.wait_for_timeout(100)
    shifts = page.evaluate("window.shifts")
    assert sum(shift["value"] for shift in shifts) < 0.02, shifts


def test_an_unknown_address_gets_the_page_that_says_so(
    own: Host, context: Callable[..., BrowserContext]
) -> None:
    page = context().new_page()
    sent = loaded(own, page, "no/such/page/")
    assert [one.path for one in sent if one.status != 200] == ["no/such/page/"]
    assert "no page at this address" in page.locator("h1").inner_text()
    page.locator("main a").click()
    assert page.url == own.url("")


def test_an_address_without_its_slash_is_led_on(
    own: Host, context: Callable[..., BrowserContext]
) -> None:
    page = context().new_page()
    page.goto(own.url(DECISION.rstrip("/") + "#para-4"))
    assert page.url == own.url(DECISION) + "#para-4"
