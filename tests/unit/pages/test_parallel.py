"""A text and its translation laid side by side, passage by passage."""

from pathlib import Path

from acquis.link import link
from acquis.load import load
from acquis.model.address import address
from acquis.pages.edition import Edition, Site
from acquis.pages.page import Page
from acquis.pages.parallel import beside, languages, links, pages
from acquis.settings import packaged_templates

PROJECT = Path(__file__).parents[2] / "golden" / "site" / "project"
BUOYS = "hc-1-draft-buoys"


def made(language: str) -> dict[str, Page]:
    corpus = load(PROJECT / "data", ("en", "fr", "ar")).corpus
    edition = Edition(Site(corpus, link(corpus), [packaged_templates()]), language)
    return {page.address: page for record in corpus.records() for page in pages(record, edition)}


def test_every_translation_has_its_page_and_the_original_leads_there() -> None:
    for language in ("fr", "ar"):
        page = made(language)[f"{language}/decisions/{BUOYS}/parallel/"]
        assert page.language == language
        assert page.canonical == f"{language}/decisions/{BUOYS}/"
    assert made("en") == {}
    corpus = load(PROJECT / "data", ("en", "fr", "ar")).corpus
    decision = corpus.decisions[BUOYS]
    ways = {}
    for language in corpus.languages:
        edition = Edition(Site(corpus, link(corpus), [packaged_templates()]), language)
        ways[language] = links(decision, edition, edition.view(f"decisions/{BUOYS}/"))
    assert ways == {
        "en": [(other, f"../../{other}/decisions/{BUOYS}/parallel/") for other in ("fr", "ar")],
        "fr": [("en", "parallel/")],
        "ar": [("en", "parallel/")],
    }


def test_what_stands_beside() -> None:
    corpus = load(PROJECT / "data", ("en", "fr", "ar")).corpus
    decision = corpus.decisions[BUOYS]
    assert languages(decision, corpus) == ["en", "fr", "ar"]
    assert beside(decision, "fr", corpus) == beside(decision, "ar", corpus) == "en"
    assert beside(decision, "en", corpus) == ""
    assert beside(corpus.decisions["hc-1-1"], "fr", corpus) == ""
    assert address(decision) == f"decisions/{BUOYS}/"


def rows(html: str) -> list[str]:
    """The rows of the table of two texts, as they are written: each on a line."""
    table = html[html.index('<div class="parallel official-text"') :]
    return [line for line in table.splitlines() if line.startswith("<div") and "<p" in line][1:]


def test_passages_that_answer_stand_in_one_row() -> None:
    html = str(made("ar")[f"ar/decisions/{BUOYS}/parallel/"].content)
    (row,) = (row for row in rows(html) if ' id="para-2"' in row)
    assert row.index("يشكر") < row.index('<p lang="en" dir="ltr">') < row.index("Thanks")
    assert '<a href="../#para-2">' in row
    assert html.count('id="para-1"') == 1


CONVENTION = """\
conventions:
  - id: harbour
    name: Harbour Convention
    bodies: [{id: harbour-cop, name: Conference}]
"""
ORIGINAL = """\
decisions:
  - id: light
    title: Light
    bodies: [harbour-cop]
    operative:
      - text: "Adopts the table:[^1]"
        then: [{table: {head: 1, rows: [[Port, Lamps], [North, "2"]]}}]
    footnotes: {"1": For now.}
    annexes:
      - {title: Rules, blocks: ["Shine."]}
      - {title: Forms, blocks: ["Round.[^a]"], footnotes: {a: Or square.}}
"""
TRANSLATION = """\
decisions:
  - id: light
    title: Lumière
    operative:
      - text: "Adopte le tableau :"
        then: [{table: {head: 1, rows: [[Port, Lampes], [Nord, "2"]]}}]
    annexes: [{title: Règles, blocks: ["Brillez."]}]
"""


def test_whatever_only_one_text_has_stands_there_too(tmp_path: Path) -> None:
    for name, words in (
        ("conventions", CONVENTION),
        ("decisions", ORIGINAL),
        ("translations/fr/decisions", TRANSLATION),
    ):
        file = tmp_path / f"{name}.yaml"
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(words, encoding="utf-8")
    corpus = load(tmp_path, ("en", "fr")).corpus
    edition = Edition(Site(corpus, link(corpus), [packaged_templates()]), "fr")
    (page,) = (page for record in corpus.records() for page in pages(record, edition))
    html = str(page.content)
    assert html.count("<table>") == 2
    assert 'lang="en"><figure' in html
    assert html.count('class="missing"') == 4  # a footnote; an annex, its paragraph, its footnote
    for passage in ("For now.", "Forms", "Round.", "Or square."):
        assert html.count(passage) == 1
    for anchor in ("fn-1", "annex-2-fn-a"):  # where the marks of the second text lead
        assert html.count(f'href="#{anchor}"') == html.count(f'id="{anchor}"') == 1
