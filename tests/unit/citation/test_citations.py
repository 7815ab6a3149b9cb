"""Where citations lead: to paragraphs held here, to official addresses, or nowhere."""

from itertools import pairwise

import pytest

from acquis.citation import citations
from acquis.citation.words import LANGUAGES

DATA = """
meetings:
  - {id: lakes-cop-5, name: Fifth, bodies: [lakes-cop]}
  - {id: lakes-cop-6, name: Sixth, bodies: [lakes-cop]}
  - {id: diet-78, name: Seventy-eighth, bodies: [diet]}
decisions:
  - symbol: LC-5/19
    title: Cooperation
    meeting: lakes-cop-5
    operative:
      - Decides to go on;
      - text: "Requests the secretariat:"
        items: [To write;, To report.]
    annexes:
      - title: Terms
        blocks: [One., "Two, as in paragraph 1 above."]
      - {title: Budget, blocks: [{heading: Costs, number: II, blocks: [Low.]}]}
  - symbol: LC-6/1
    title: Follow-up
    meeting: lakes-cop-6
    preamble:
      - "Recalling paragraph 2 (b) of decision LC-5/19, decision LC-5/19, annex II, section II,
        and decision LC-4/9,"
    operative:
      - "Recalls paragraph 7 of decision LC-5/19 and resolution 70/1 of the General Diet;"
      - "Acts upon paragraph 1 above, not upon paragraph 9 above, as article 4 of the Convention
        asks;[^1][^2][^3]"
      - "Approves the annex to the present decision, and its footnote.[^4]"
    footnotes:
      "1": LC/COP.6/INF/2, annex I.
      "2": Ibid., annex II, para. 3.
      "3": Nothing is cited here.
      "4": Ibid.
    annexes: [{title: Plan, blocks: ["Start, see paragraphs 2 and 3 below.", Go on., End.]}]
  - symbol: U/RES/78/254 A-C
    title: Budget
    meeting: diet-78
    parts:
      - {number: A, operative: [First.]}
      - {number: B, operative: [Second., "Recalls resolutions 78/254 A and 78/254 D."]}
documents:
  - {id: papers, symbol: LC/COP.6/INF/2–RA/COP.3/4, title: Papers, meeting: lakes-cop-6,
     status: listed}
"""


@pytest.fixture
def found(corpus_of):
    return list(citations(corpus_of(DATA)))


def of(found, source: str):
    return [
        (one.anchor, one.text, one.symbol, one.part, one.target, one.missing)
        for one in found
        if one.source == source
    ]


def test_where_citations_of_a_decision_lead(found) -> None:
    five = "decisions/lc-5-19/"
    own = "decisions/lc-6-1/"
    assert of(found, "lc-6-1") == [
        (
            *("preamble-1", "paragraph 2 (b) of decision LC-5/19", "LC-5/19", "para-2-b"),
            *(f"{five}#para-2-b", ""),
        ),
        (
            *("preamble-1", "decision LC-5/19, annex II, section II", "LC-5/19"),
            *("annex-2-section-2", f"{five}#annex-2-heading-1", ""),
        ),
        ("preamble-1", "decision LC-4/9", "LC-4/9", "", "", "text"),
        ("para-1", "paragraph 7 of decision LC-5/19", "LC-5/19", "para-7", five, "part"),
        (
            *("para-1", "resolution 70/1", "U/RES/70/1", ""),
            *("https://union.example/en/U/RES/70/1", "text"),
        ),
        ("para-2", "paragraph 1", "LC-6/1", "para-1", f"{own}#para-1", ""),
        ("para-2", "paragraph 9", "LC-6/1", "para-9", "", "part"),
        ("para-2", "article 4 of the Convention", "", "article-4", "conventions/lakes/", ""),
        (
            *("para-3", "annex to the present decision", "LC-6/1", "annex-1"),
            *(f"{own}#annex-1", ""),
        ),
        ("annex-1-para-1", "paragraphs 2", "LC-6/1", "annex-1-para-2", f"{own}#annex-1-para-2", ""),
        ("annex-1-para-1", "3", "LC-6/1", "annex-1-para-3", f"{own}#annex-1-para-3", ""),
        ("fn-1", "LC/COP.6/INF/2, annex I", "LC/COP.6/INF/2", "annex-1", "documents/papers/", ""),
        (
            *("fn-2", "Ibid., annex II, para. 3", "LC/COP.6/INF/2", "annex-2-para-3"),
            *("documents/papers/", ""),
        ),
    ]


def test_above_means_the_annex_around_it(found) -> None:
    (citation,) = (one for one in found if one.source == "lc-5-19")
    assert (citation.text, citation.target) == (
        "paragraph 1",
        "decisions/lc-5-19/#annex-1-para-1",
    )


def test_texts_under_one_number(found) -> None:
    budget = "decisions/u-res-78-254-a-c/"
    assert of(found, "u-res-78-254-a-c") == [
        ("part-b-para-2", "78/254 A", "U/RES/78/254 A", "part-a", f"{budget}#part-a", ""),
        (
            *("part-b-para-2", "78/254 D", "U/RES/78/254 D", ""),
            *("https://union.example/en/U/RES/78/254%20D", "text"),
        ),
    ]


def test_a_quoted_text_speaks_of_another(corpus_of) -> None:
    data = """
meetings: [{id: lakes-cop-6, name: Sixth, bodies: [lakes-cop]}]
decisions:
  - symbol: LC-6/1
    title: Amendment
    meeting: lakes-cop-6
    operative:
      - text: "Paragraph 5 shall be replaced by:"
        then: [{quote: [{number: "5", text: "In line with paragraph 4 above."}]}]
      - Adopts it.
"""
    assert list(citations(corpus_of(data))) == []


@pytest.mark.parametrize(
    "piece",
    [
        "1",
        "/",
        "1/1",
        "12/3 ",
        "(1 ",
        "1 A (",
        "U/58/4-",
        "paragraph 1, ",
        "annex I to ",
        "1514 (XV",
    ],
)
def test_hostile_text_is_read(reader, piece) -> None:
    """It takes a fraction of a second; were it quadratic, nobody would wait for the end."""
    text = (piece * 100_000)[:100_000]
    for language in LANGUAGES:
        spans = reader(language).read(text, ("diet",))
        assert all(one.end <= other.start for one, other in pairwise(spans))


RANGES = {
    "en": "decisions 2/RA.7 to 4/RA.7 and 9/RA.7",
    "fr": "les décisions 2/RA.7 à 4/RA.7 et 9/RA.7",
    "es": "las decisiones 2/RA.7 a 4/RA.7 y 9/RA.7",
    "ru": "решения 2/RA.7 – 4/RA.7 и 9/RA.7",
    "ar": "المقررات 2/RA.7 إلى 4/RA.7 و 9/RA.7",
    "zh": "第2/RA.7号至第4/RA.7号和第9/RA.7号决定",
}


@pytest.fixture
def symbols(corpus_of):
    """The citations of one paragraph, as symbols."""

    def cited(words: str, language: str = "en") -> list[str]:
        data = f"""
decisions:
  - {{symbol: 5/RA.8, title: One, meeting: rivers-cop-8, language: {language},
      operative: ["{words}"]}}
meetings: [{{id: rivers-cop-8, name: Eighth, bodies: [rivers-cop]}}]
"""
        found = [one for one in citations(corpus_of(data)) if one.anchor]
        assert all(one.text in words for one in found)
        return [one.symbol for one in found]

    return cited


@pytest.mark.parametrize("language", RANGES)
def test_a_range_cites_what_is_between(symbols, language) -> None:
    expected = ["2/RA.7", "3/RA.7", "4/RA.7", "9/RA.7"]
    assert symbols(RANGES[language], language) == expected


@pytest.mark.parametrize(
    "words",
    [
        "decisions 4/RA.7 to 2/RA.7",  # backwards
        "decisions 2/RA.7 to 4/RA.8",  # of two meetings
        "decisions 2/RA.7 and 4/RA.7",
        "paragraph 1 of decision 2/RA.7 to 4/RA.7",
        "decision 2/RA.7 to LC-5/4",
        "decisions 1/RA.7 to 999999/RA.7",
    ],
)
def test_what_is_no_range_cites_nothing_between(symbols, words) -> None:
    assert len(symbols(words)) == 2


def test_between_has_the_words_of_the_range(corpus_of) -> None:
    data = """
decisions:
  - {symbol: 5/RA.8, title: One, meeting: rivers-cop-8, operative: [See 2/RA.7 to 4/RA.7.]}
meetings: [{id: rivers-cop-8, name: Eighth, bodies: [rivers-cop]}]
"""
    texts = {one.symbol: one.text for one in citations(corpus_of(data))}
    assert texts == {"2/RA.7": "2/RA.7", "3/RA.7": "2/RA.7 to 4/RA.7", "4/RA.7": "4/RA.7"}


BARE = """
meetings: [{id: diet-78, name: Seventy-eighth, bodies: [diet]}]
decisions:
  - symbol: U/RES/78/1
    title: Uno
    meeting: diet-78
    language: es
    preamble: [Recordando el párrafo 1,]
    operative:
      - Primero;
      - "Segundo, como se indica en el párrafo 1; WORDS;[^1]"
      - Tercero.
    footnotes: {"1": "Véase el párrafo 1."}
"""


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("en los párrafos 2 y 3", ["para-1", "para-2", "para-3"]),
        ("en el párrafo 9", ["para-1"]),  # there is none
        ("en el párrafo 2 de la Carta", ["para-1"]),
        ("en el párrafo 2 5) del plan", ["para-1"]),
        ("párrafo 3", ["para-1"]),
        ("el informe U/78/5, en el que figura el párrafo 3", ["para-1", ""]),
    ],
)
def test_paragraphs_named_alone_in_spanish_are_the_text_s_own(corpus_of, words, expected) -> None:
    """Where English has "paragraph 1 above"."""
    corpus = corpus_of(BARE.replace("WORDS", words))
    found = [one for one in citations(corpus) if one.anchor == "para-2"]
    assert [one.part for one in found] == expected
    assert found[0].target == "decisions/u-res-78-1/#para-1"


def test_paragraphs_named_alone_in_footnotes_and_preambles_are_others(corpus_of) -> None:
    found = citations(corpus_of(BARE))
    assert [one.anchor for one in found] == ["para-2"]
