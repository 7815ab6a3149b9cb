"""Home → meeting → decision → paragraph → copy citation → related decision → back: by keyboard
alone, by touch on a phone, and without a script."""

import re
from collections.abc import Callable

import pytest
from conftest import PHONE, Open
from hosting import BELOW
from keyboard import tab_to
from playwright.sync_api import Page, expect

CITATION = (
    "Cooperation and coordination between the secretariats of the Minamata Convention on Mercury "
    "and of the Basel, Rotterdam and Stockholm conventions, para. 4 (b)"
)
DRAFT = "decisions/mc-6-draft-cooperation-brs/"

Go = Callable[[Page, str], None]


def by_keyboard(page: Page, selector: str) -> None:
    tab_to(page, selector)
    page.keyboard.press("Enter")


def by_touch(page: Page, selector: str) -> None:
    page.locator(selector).first.tap()


def by_pointer(page: Page, selector: str) -> None:
    page.locator(selector).first.click()


def stands_at(page: Page, address: str) -> None:
    expect(page).to_have_url(re.compile(f"{re.escape(BELOW + address)}$"))


def to_the_paragraph(page: Page, go: Go) -> None:
    """From home to an item of a paragraph, whose address the page then has."""
    go(page, "main a[href$='meetings/minamata-cop-6/']")
    stands_at(page, "meetings/minamata-cop-6/")
    go(page, f"main a[href$='{DRAFT}']")
    expect(page.locator(".banner.draft")).to_be_visible()
    go(page, "#para-4-b > p > a.number")
    stands_at(page, f"{DRAFT}#para-4-b")
    expect(page.locator("#para-4-b:target")).to_be_in_viewport()


def to_the_related_decision_and_back(page: Page, go: Go) -> None:
    go(page, ".relations a[href$='/mc-5-19/']")
    expect(page.locator("h1")).to_contain_text("MC-5/19")
    for step in (f"{DRAFT}#para-4-b", DRAFT, "meetings/minamata-cop-6/", ""):
        page.go_back()
        stands_at(page, step)
    expect(page.locator(".home-conventions")).to_be_visible()


def clipboard(page: Page) -> str:
    return str(page.evaluate("navigator.clipboard.readText()"))


@pytest.mark.parametrize(("go", "options"), [(by_keyboard, {}), (by_touch, PHONE)])
def test_with_a_script(visit: Open, go: Go, options: dict[str, object]) -> None:
    may = ["clipboard-read", "clipboard-write"]
    page = visit("own", "", permissions=may, reduced_motion="reduce", **options)
    to_the_paragraph(page, go)
    menu = page.locator(".unit-menu")
    if go is by_keyboard:
        expect(menu.get_by_role("button").first).to_be_focused()
        page.keyboard.press("Enter")
    else:
        menu.get_by_role("button", name="Copy citation").tap()
    expect(menu.get_by_role("status")).to_have_text("Copied")
    assert clipboard(page) == CITATION
    to_the_related_decision_and_back(page, go)


@pytest.mark.parametrize("options", [{}, PHONE], ids=["desk", "phone"])
def test_without_a_script(visit: Open, options: dict[str, object]) -> None:
    page = visit("own", "", java_script_enabled=False, **options)
    to_the_paragraph(page, by_pointer)
    expect(page.locator(".unit-menu")).to_have_count(0)
    to_the_related_decision_and_back(page, by_pointer)
