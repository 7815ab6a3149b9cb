"""Go to a citation: the same answers as in Python, and the reader stands at the paragraph."""

import dataclasses
import json
import re
from typing import Any

import pytest
from conftest import PHONE, Open
from hosting import BELOW, Host
from playwright.sync_api import Page, expect
from queries import SURE, UNSURE, corpus

from acquis.citation.query import resolve
from acquis.citation.table import table

DRAFT = "decisions/mc-6-draft-cooperation-brs/"
PIECES = [
    "MC-",
    "5/19",
    " para ",
    "4",
    " (a)",
    "annex ",
    "II",
    "第",
    "段",
    "الفقرة ",
    "#",
    "1/CP.21",
]


def test_python_and_the_browser_agree(visit: Open, own: Host, tmp_path_factory: Any) -> None:
    values = table(corpus(tmp_path_factory.mktemp("queries") / "data"))
    mixed = [a + b + c for a in PIECES for b in PIECES for c in PIECES]
    queries = [*SURE, *UNSURE, *mixed]
    page = visit("own", "cite/")
    theirs = page.evaluate(
        """async ([table, queries]) => {
          const {resolve} = await import(new URL("../assets/javascripts/cite.js", location.href));
          return queries.map((query) => resolve(query, table));
        }""",
        [values, queries],
    )
    for query, told in zip(queries, theirs, strict=True):
        ours = dataclasses.asdict(resolve(query, values))
        for one, candidate in zip(ours["candidates"], told["candidates"], strict=True):
            assert candidate.pop("anchor") == "-".join(
                f"{unit}-{sign or 1}" if unit else sign for unit, sign in one["path"]
            )
        near = [[one["symbol"], one["address"]] for one in told["near"]]
        assert {**told, "near": near} == json.loads(json.dumps(ours)), query


@pytest.mark.parametrize(
    ("query", "address"),
    [
        ("mc-6-draft-cooperation-brs#para-4-b", f"{DRAFT}#para-4-b"),
        ("bc-17/22", "decisions/bc-17-22/"),
        ("mc 5/19", "decisions/mc-5-19/"),
    ],
)
def test_the_address_leads_on(visit: Open, query: str, address: str) -> None:
    page = visit("own", f"cite/?q={query.replace('#', '%23').replace(' ', '+')}")
    expect(page).to_have_url(re.compile(f"{re.escape(BELOW + address)}$"))


@pytest.mark.parametrize(
    ("query", "address"),
    [
        ("HC-1/1 para 2 (b) (ii)", "decisions/hc-1-1/#para-2-b-ii"),
        ("hc 1/1 4", "decisions/hc-1-1/#section-1-para-4"),
        ("hc 1/1 annex", "decisions/hc-1-1/#annex-1"),
        ("HC-1/1, annex I, para. 1", "decisions/hc-1-1/#annex-1-para-1"),
        ("13 (X), part B, para 2", "decisions/13-x/#part-b-para-2"),
    ],
)
@pytest.mark.parametrize("language", ["", "fr/", "ar/"])
def test_a_paragraph_in_every_language(
    visit: Open, language: str, query: str, address: str
) -> None:
    page = visit("golden", f"{language}cite/")
    page.locator("#cite-q").fill(query)
    page.keyboard.press("Enter")
    expect(page).to_have_url(re.compile(f"{re.escape(BELOW + language + address)}$"))
    page.go_back()
    expect(page.locator("#cite-q")).to_be_visible()


def answer(page: Page, query: str) -> Any:
    page.locator("#cite-q").fill(query)
    page.keyboard.press("Enter")
    told = page.locator("[data-cite-answer]")
    expect(told).not_to_be_empty()
    expect(told).not_to_have_attribute("aria-busy", "true")
    return told


def test_says_what_it_understood(visit: Open) -> None:
    page = visit("golden", "cite/")
    told = answer(page, "HC-1/1 para 99")
    expect(told).to_contain_text("no such part")
    expect(told.get_by_role("link", name="HC-1/1", exact=True)).to_have_attribute(
        "href", re.compile("decisions/hc-1-1/$")
    )
    told = answer(page, "HC-1/1 para 2 (z)")
    expect(page).to_have_url(re.compile(r"cite/\?q="))
    expect(told.get_by_role("link")).to_have_attribute("href", re.compile("hc-1-1/#para-2$"))
    told = answer(page, "HC-1/11")
    expect(told).to_contain_text("HC-1/11 is not held here")
    expect(told.get_by_role("link", name="HC-1/1", exact=True)).to_be_visible()
    told = answer(page, "HC-1/1 harbours")
    expect(told).to_contain_text("harbours")
    told = answer(page, "nothing of the kind")
    expect(told).to_contain_text("No symbol")


def test_an_unreachable_table_can_be_tried_again(visit: Open) -> None:
    page = visit("golden", "cite/")
    page.route("**/table.json", lambda route: route.fulfill(status=404))
    told = answer(page, "HC-1/1")
    page.unroute("**/table.json")
    told.get_by_role("button").click()
    expect(page).to_have_url(re.compile("decisions/hc-1-1/$"))


def test_without_a_script_lists_lead_everywhere(visit: Open) -> None:
    page = visit("golden", "cite/", java_script_enabled=False)
    expect(page.locator("form.cite")).to_be_hidden()
    expect(page.get_by_text("Without a script")).to_be_visible()
    page.locator(".ways a").first.click()
    expect(page.locator("table.decisions a").first).to_be_visible()


def test_on_a_phone(visit: Open) -> None:
    page = visit("golden", "cite/", **PHONE)
    told = answer(page, "HC-1/1 para 99")
    expect(told.get_by_role("link")).to_be_in_viewport()
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
