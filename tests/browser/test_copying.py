"""What is copied of a unit: its citation in the convention's form, its words, its address."""

import pytest
from conftest import Open
from playwright.sync_api import Page, expect

PILOTAGE = "decisions/hc-1-1/"
LAMPS = "decisions/13-x/"
DRAFT = "decisions/mc-6-draft-cooperation-brs/"

PROPOSAL = (
    "Cooperation and coordination between the secretariats of the Minamata Convention on Mercury "
    "and of the Basel, Rotterdam and Stockholm conventions"
)
"""A draft has no symbol: it is cited by its title."""

CITATIONS = [
    ("golden", PILOTAGE, "para-1", "decision HC-1/1, para. 1"),
    ("golden", PILOTAGE, "para-2-b", "decision HC-1/1, para. 2 (b)"),
    ("golden", PILOTAGE, "para-2-b-ii", "decision HC-1/1, para. 2 (b) (ii)"),
    ("golden", PILOTAGE, "para-2-b-ii-a", "decision HC-1/1, para. 2 (b) (ii) a"),
    ("golden", PILOTAGE, "para-2-b-ii-b-i", "decision HC-1/1, para. 2 (b) (ii) b i"),
    ("golden", PILOTAGE, "para-2-bis", "decision HC-1/1, para. 2 bis"),
    ("golden", PILOTAGE, "para-2-then-1", "decision HC-1/1, para. 2"),
    ("golden", PILOTAGE, "preamble-1", "decision HC-1/1, preambular para. 1"),
    ("golden", PILOTAGE, "preamble-2-a", "decision HC-1/1, preambular para. 2 (a)"),
    ("golden", PILOTAGE, "heading-1", "decision HC-1/1, “Considerations”"),
    ("golden", PILOTAGE, "heading-2", "decision HC-1/1, section II"),
    ("golden", PILOTAGE, "section-1-para-2", "decision HC-1/1, section II, para. 2"),
    ("golden", PILOTAGE, "section-1-para-3-1", "decision HC-1/1, section II, para. 3 (1)"),
    ("golden", PILOTAGE, "section-1-preamble-1", "decision HC-1/1, section II, preambular para. 1"),
    ("golden", PILOTAGE, "annex-1-title", "decision HC-1/1, annex I"),
    ("golden", PILOTAGE, "annex-1-para-2", "decision HC-1/1, annex I, para. 2"),
    ("golden", PILOTAGE, "annex-1-annex-1-para-1", "decision HC-1/1, annex I, appendix, para. 1"),
    ("golden", PILOTAGE, "fn-star", "decision HC-1/1, footnote *"),
    ("golden", PILOTAGE, "annex-1-fn-a", "decision HC-1/1, annex I, footnote a"),
    ("golden", LAMPS, "part-a-para-1", "resolution 13 (X) A, para. 1"),
    ("golden", LAMPS, "part-b-para-2", "resolution 13 (X) B, para. 2"),
    ("golden", LAMPS, "part-b-annex-1-para-1", "resolution 13 (X) B, annex, para. 1"),
    ("golden", "decisions/hc-1-2/", "para-1", "decision HC-1/2, para. 1"),
    ("own", DRAFT, "para-4-c", f"{PROPOSAL}, para. 4 (c)"),
    ("own", DRAFT, "preamble-2", f"{PROPOSAL}, preambular para. 2"),
    ("own", DRAFT, "fn-3", f"{PROPOSAL}, footnote 3"),
]

MAY = {"permissions": ["clipboard-read", "clipboard-write"]}


def copied(page: Page, unit: str, button: str) -> str:
    """What the button of the unit's menu puts on the clipboard."""
    link = page.locator(f"#{unit}").locator(
        "xpath=./p/a[@class='self'] | ./p/a[@class='number' and not(@role)] | ./a[@class='number']"
    )
    link.first.press("Enter")
    menu = page.locator(".unit-menu")
    menu.get_by_role("button", name=button).click()
    expect(menu.get_by_role("status")).to_have_text("Copied")
    return str(page.evaluate("navigator.clipboard.readText()"))


@pytest.mark.parametrize(("site", "address"), sorted({one[:2] for one in CITATIONS}))
def test_citations(visit: Open, site: str, address: str) -> None:
    page = visit(site, address, **MAY)
    units = {unit: wanted for *place, unit, wanted in CITATIONS if place == [site, address]}
    assert {unit: copied(page, unit, "Copy citation") for unit in units} == units


def test_the_words_of_a_unit(visit: Open) -> None:
    page = visit("golden", PILOTAGE, **MAY)
    assert copied(page, "para-1", "Copy text") == "1. Decides to keep the buoy;"
    assert copied(page, "preamble-1", "Copy text") == "Recalling the site and decision HC‑1/2,"
    assert copied(page, "heading-2", "Copy text") == "II Second section"
    assert copied(page, "fn-1", "Copy text") == "1 First note, Ibid."
    assert copied(page, "para-2-b-ii", "Copy text").splitlines() == [
        "(ii) Boats:",
        "a. Rowed;",
        "b. Sailed, namely:",
        "i. By day;",
        "ii. By night;",
    ]


def test_the_address_of_a_unit(visit: Open) -> None:
    page = visit("golden", PILOTAGE, **MAY)
    base = page.url
    for unit, anchor in (("para-2-b", "para-2-b"), ("annex-1-title", "annex-1"), ("fn-1", "fn-1")):
        address = copied(page, unit, "Copy link")
        assert address == f"{base}#{anchor}"
        page.goto(address)
        expect(page.locator(f"#{anchor}:target")).to_be_in_viewport()


def test_a_browser_that_does_not_allow_it_is_told_of(visit: Open) -> None:
    page = visit("golden", PILOTAGE)
    page.evaluate("() => { navigator.clipboard.writeText = () => Promise.reject(new Error('no')) }")
    page.locator("#para-1 a.number").press("Enter")
    page.get_by_role("button", name="Copy citation").click()
    said = page.locator(".unit-menu [role=status]")
    expect(said).to_have_text("Your browser did not allow it")


def test_numbers_with_a_key_open_as_links_do(visit: Open) -> None:
    page = visit("golden", PILOTAGE)
    page.locator("#para-2 > p > a.number").click(modifiers=["Control"])
    expect(page.locator(".unit-menu")).to_have_count(0)
