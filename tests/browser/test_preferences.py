"""What readers set in their system: forced colours, less motion, dark colours."""

from conftest import Open
from keyboard import tab_to
from playwright.sync_api import expect

MOVES = """() => [...document.querySelectorAll('*')].filter(one => {
  const style = getComputedStyle(one);
  return parseFloat(style.transitionDuration) > 0 || parseFloat(style.animationDuration) > 0
    || style.scrollBehavior === 'smooth';
}).map(one => one.outerHTML.slice(0, 100))"""


def test_forced_colours_keep_the_outline_and_the_marks(visit: Open) -> None:
    page = visit("golden", "decisions/hc-1-1/", forced_colors="active", reduced_motion="reduce")
    tab_to(page, "#para-2-b > p > a.number")
    page.keyboard.press("Enter")
    style = "one => getComputedStyle(one)"
    menu = page.locator(".unit-menu").evaluate(f"one => ({style})(one).borderTopStyle")
    assert menu == "solid"
    marked = page.locator("#para-2-b > p").evaluate(
        f"one => [({style})(one).outlineStyle, ({style})(one).borderInlineStartStyle]"
    )
    assert "solid" in marked, "the unit of the address is marked by a colour alone"
    banner = page.locator(".banner").evaluate(f"one => ({style})(one).borderInlineStartStyle")
    assert banner == "solid"


def test_nothing_moves_for_who_wants_it_so(visit: Open) -> None:
    for site, address in (("golden", "decisions/hc-1-1/"), ("own", "reference/rules/")):
        page = visit(site, address, reduced_motion="reduce")
        assert page.evaluate(MOVES) == []
    page = visit("golden", "decisions/hc-1-1/", reduced_motion="no-preference")
    assert page.evaluate(MOVES) != [], "the test can see motion"


def test_the_choice_of_colours_is_kept(visit: Open) -> None:
    page = visit("own", "", color_scheme="light")
    button = page.locator("[data-scheme]")
    expect(button).to_have_attribute("aria-pressed", "false")
    light = page.evaluate("getComputedStyle(document.body).backgroundColor")
    button.click()
    expect(button).to_have_attribute("aria-pressed", "true")
    assert page.evaluate("getComputedStyle(document.body).backgroundColor") != light
    page.reload()
    expect(page.locator("[data-scheme]")).to_have_attribute("aria-pressed", "true")
    assert page.evaluate("getComputedStyle(document.body).backgroundColor") != light


def test_the_system_s_dark_colours_without_a_script(visit_bare: Open) -> None:
    page = visit_bare("own", "", color_scheme="dark")
    assert page.evaluate("getComputedStyle(document.body).colorScheme") == "dark"
