"""By keyboard alone: the focus is always seen, and Escape closes what opened and gives it back."""

import pytest
from conftest import PHONE, Open
from keyboard import OUTLINE, STOPS, tab_to
from playwright.sync_api import expect

STILL = {"reduced_motion": "reduce"}
NARROW = {"viewport": PHONE["viewport"], **STILL}


@pytest.mark.parametrize(
    ("site", "address", "options"),
    [
        ("golden", "decisions/hc-1-1/", {}),
        ("golden", "decisions/hc-1-1/", NARROW),
        ("golden", "ar/decisions/hc-1-1/", {}),
        ("golden", "decisions/", {}),
        ("golden", "decisions/", NARROW),
        ("own", "", {}),
        ("own", "activities/", {}),
    ],
)
def test_the_focus_is_seen_at_every_stop(
    visit: Open, site: str, address: str, options: dict[str, object]
) -> None:
    page = visit(site, address, **STILL | options)
    stops = []
    for _ in range(STOPS):
        page.keyboard.press("Tab")
        stop = page.evaluate(OUTLINE)
        if stop["outside"]:
            break
        stops.append(stop)
    assert [stop for stop in stops if not (stop["outlined"] and stop["seen"])] == []
    assert stop["outside"], "the last stop was not reached"
    assert len(stops) > 10
    assert stops[0]["name"].endswith("Skip to content") or address.startswith("ar/")


# What stands where the focus is; in a line of text that is the link itself.
COVERED = """() => {
  const at = document.activeElement, box = at.getBoundingClientRect();
  const top = document.elementFromPoint(box.left + box.width / 2, box.top + box.height / 2);
  return at !== document.body && !at.contains(top) ? at.textContent : null;
}"""


@pytest.mark.parametrize("address", ["compare/?a=14-x&b=hc-1-3", "mirrors/hc-1-3/"])
@pytest.mark.parametrize("width", [1440, 360])
def test_the_focus_is_not_below_heads_that_stay(visit: Open, address: str, width: int) -> None:
    page = visit("golden", address, viewport={"width": width, "height": 420}, **STILL)
    page.locator(".versions .number").last.focus()
    covered = []
    for _ in range(20):
        page.keyboard.press("Shift+Tab")
        covered.append(page.evaluate(COVERED))
    assert page.evaluate("scrollY") < page.evaluate("document.body.scrollHeight - 2 * innerHeight")
    assert [one for one in covered if one] == []


def test_the_first_stop_skips_to_the_content(visit: Open) -> None:
    page = visit("golden", "decisions/hc-1-1/")
    page.keyboard.press("Tab")
    expect(page.locator(".skip")).to_be_in_viewport()
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    expect(page.locator("#content a").first).to_be_focused()


@pytest.mark.parametrize("menu", [".site-menu", ".contents-menu"])
def test_escape_closes_a_menu(visit: Open, menu: str) -> None:
    page = visit("golden", "decisions/hc-1-1/", **NARROW)
    tab_to(page, f"{menu} > summary")
    page.keyboard.press("Enter")
    expect(page.locator(f"{menu} nav")).to_be_visible()
    page.keyboard.press("Tab")
    expect(page.locator(f"{menu} a").first).to_be_focused()
    page.keyboard.press("Escape")
    expect(page.locator(f"{menu} nav")).to_be_hidden()
    expect(page.locator(f"{menu} > summary")).to_be_focused()


@pytest.mark.parametrize("menu", [".site-menu", ".languages"])
def test_a_menu_closes_behind_who_goes_on(visit: Open, menu: str) -> None:
    page = visit("golden", "decisions/hc-1-1/", **NARROW)
    tab_to(page, f"{menu} > summary")
    page.keyboard.press("Enter")
    for _ in range(page.locator(f"{menu} a").count()):
        page.keyboard.press("Tab")
        expect(page.locator(f"{menu} a:focus")).to_be_visible()
    page.keyboard.press("Tab")
    expect(page.locator(f"{menu} nav")).to_be_hidden()


def test_escape_leaves_the_contents_to_those_who_are_in_them(visit: Open) -> None:
    page = visit("golden", "decisions/hc-1-1/", **NARROW)
    page.locator(".contents-menu > summary").click()
    page.locator("#fnref-1 a").focus()
    page.keyboard.press("Escape")
    expect(page.locator(".contents-menu nav")).to_be_visible()
    expect(page.locator("#fnref-1 a")).to_be_focused()


def test_escape_closes_the_menu_of_a_unit(visit: Open) -> None:
    page = visit("golden", "decisions/hc-1-1/", **STILL)
    tab_to(page, "#para-2-b > p > a.number")
    page.keyboard.press("Enter")
    menu = page.locator(".unit-menu")
    expect(menu.get_by_role("button").first).to_be_focused()
    expect(page.locator("#para-2-b > p > a.number")).to_have_attribute("aria-expanded", "true")
    page.keyboard.press("Escape")
    expect(menu).to_have_count(0)
    expect(page.locator("#para-2-b > p > a.number")).to_be_focused()


def test_tab_leaves_the_menu_of_a_unit_by_its_ends(visit: Open) -> None:
    page = visit("golden", "decisions/hc-1-1/", **STILL)
    tab_to(page, "#para-2-a > p > a.number")
    page.keyboard.press("Enter")
    page.locator(".unit-menu button").first.wait_for()
    for _ in range(3):
        page.keyboard.press("Tab")
    expect(page.locator(".unit-menu")).to_have_count(0)
    expect(page.locator("#para-2-b > p > a.number")).to_be_focused()


def test_a_note_is_shown_at_its_mark_and_closed_by_escape(visit: Open) -> None:
    page = visit("golden", "decisions/hc-1-1/", **STILL)
    tab_to(page, "#fnref-1 a")
    preview = page.locator(".preview")
    expect(preview).to_contain_text("First note")
    expect(page.locator("#fnref-1 a")).to_have_attribute("aria-describedby", "preview")
    page.keyboard.press("Escape")
    expect(preview).to_have_count(0)
    expect(page.locator("#fnref-1 a")).to_be_focused()


def test_a_preview_stays_while_the_pointer_is_on_it(visit: Open) -> None:
    page = visit("golden", "decisions/hc-1-1/")
    page.locator("#fnref-1 a").hover()
    page.locator(".preview").hover()
    page.wait_for_timeout(300)
    expect(page.locator(".preview")).to_be_visible()
    page.locator("h1").hover()
    expect(page.locator(".preview")).to_have_count(0)
