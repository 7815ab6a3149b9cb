"""A text and its translation laid side by side, passage by passage."""

from pathlib import Path

from acquis.link import link
from acquis.load import load
from acquis.model.address import address
from acquis.pages.edition import Edition, Site
from acquis.pages.page import Page
from acquis.pages.parallel import beside, languages, pages
from acquis.settings import packaged_templates

PROJECT = Path(__file__).parents[2] / "golden" / "site" / "project"
BUOYS = "hc-1-draft-buoys"


def made(language: str) -> dict[str, Page]:
    corpus = load(PROJECT / "data", ("en", "fr", "ar")).corpus
    edition = Edition(Site(corpus, link(corpus), [packaged_templates()]), language)
    return {page.address: page for page in pages(edition)}


def test_every_language_in_which_a_text_is_held_has_its_page() -> None:
    for language, prefix in (("en", ""), ("fr", "fr/"), ("ar", "ar/")):
        page = made(language)[f"{prefix}decisions/{BUOYS}/parallel/"]
        assert page.language == language
        assert page.canonical == f"{prefix}decisions/{BUOYS}/"


def test_what_stands_beside() -> None:
    corpus = load(PROJECT / "data", ("en", "fr", "ar")).corpus
    decision = corpus.decisions[BUOYS]
    assert languages(decision, corpus) == ["en", "fr", "ar"]
    assert beside(decision, "fr", corpus) == beside(decision, "ar", corpus) == "en"
    assert beside(decision, "en", corpus) == "fr"
    assert beside(corpus.decisions["hc-1-1"], "fr", corpus) == ""
    assert address(decision) == f"decisions/{BUOYS}/"


def test_passages_that_answer_stand_in_one_row() -> None:
    html = str(made("ar")[f"ar/decisions/{BUOYS}/parallel/"].content)
    rows = html.split('<div class="parallel__row')[2:]
    (row,) = (row for row in rows if ' id="para-2"' in row)
    assert "يشكر" in row
    assert "Thanks" in row
    assert row.index('lang="ar" dir="rtl"') < row.index('lang="en" dir="ltr"')
    assert html.count('id="para-1"') == 1
