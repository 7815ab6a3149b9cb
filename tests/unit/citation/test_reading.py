"""What is read out of sentences, in English."""

import pytest

from acquis.citation import Spoken

CASES = {
    "alone": ("In decision LC-5/19,", [("decision LC-5/19", "LC-5/19", "")]),
    "list": (
        "decisions LC-3/11, LC-4/9 and LC-5/19",
        [("LC-3/11", "LC-3/11", ""), ("LC-4/9", "LC-4/9", ""), ("LC-5/19", "LC-5/19", "")],
    ),
    "hyphens": ("see LC\u20115/19", [("LC\u20115/19", "LC-5/19", "")]),
    "no noun needed": ("as in 1/RA.21.", [("1/RA.21", "1/RA.21", "")]),
    "a range of decisions": (
        "decisions 2/RA.7 to 4/RA.7",
        [("2/RA.7", "2/RA.7", ""), ("4/RA.7", "4/RA.7", "")],
    ),
    "a paragraph of": (
        "paragraph 4 (a) of decision LC-15/3",
        [("paragraph 4 (a) of decision LC-15/3", "LC-15/3", "para-4-a")],
    ),
    "a paragraph after": (
        "decision LC-5/19, para. 3 (b) (ii), shall",
        [("decision LC-5/19, para. 3 (b) (ii)", "LC-5/19", "para-3-b-ii")],
    ),
    "a range of paragraphs": (
        "paragraphs 2–5 of decision LC-5/19",
        [("paragraphs 2–5 of decision LC-5/19", "LC-5/19", "para-2–5")],
    ),
    "a row of paragraphs": (
        "decisions 1/RA.16, paragraphs 138 and 139, 1/RA.17, paragraph 6, 2/RA.17",
        [
            ("decisions 1/RA.16, paragraphs 138", "1/RA.16", "para-138"),
            ("139", "1/RA.16", "para-139"),
            ("1/RA.17, paragraph 6", "1/RA.17", "para-6"),
            ("2/RA.17", "2/RA.17", ""),
        ],
    ),
    "an annex": (
        "paragraph 12 bis of annex II to decision 5/RA.1",
        [("paragraph 12 bis of annex II to decision 5/RA.1", "5/RA.1", "annex-2-para-12-bis")],
    ),
    "two parts of two texts": (
        "decision LC-5/19, para. 3, and annex II to decision LC-6/1",
        [
            ("decision LC-5/19, para. 3", "LC-5/19", "para-3"),
            ("annex II to decision LC-6/1", "LC-6/1", "annex-2"),
        ],
    ),
    "sections": (
        "section II of its resolution 60/283",
        [("section II of its resolution 60/283", "U/RES/60/283", "section-2")],
    ),
    "the Diet's own": (
        "Recalling its resolutions 60/1 of 16 September 2005, 61/129 and 62/2 of 3 May 2008,",
        [
            ("60/1", "U/RES/60/1", ""),
            ("61/129", "U/RES/61/129", ""),
            ("62/2", "U/RES/62/2", ""),
        ],
    ),
    "another body's": (
        "the Rights Council, in its resolution 49/13, and Guard Council resolution 1325 (2000)",
        [
            ("Rights Council, in its resolution 49/13", "R/RES/49/13", ""),
            ("Guard Council resolution 1325 (2000)", "G/RES/1325(2000)", ""),
        ],
    ),
    "named after": (
        "resolutions 49/13 and 50/2 of the Rights Council",
        [("49/13", "R/RES/49/13", ""), ("50/2", "R/RES/50/2", "")],
    ),
    "a body that goes on": (
        "Rights Council resolutions on the matter, including resolution 49/13,",
        [("resolution 49/13", "R/RES/49/13", "")],
    ),
    "a body that the data do not have": ("Health Assembly resolution 74/7", []),
    "one with a long name": ("Commission on Narcotic Drugs resolution 65/2", []),
    "before the first meeting": (
        "resolution 5/1 is no resolution of the Diet",
        [("resolution 5/1", "R/RES/5/1", "")],
    ),
    "Roman sessions": ("resolution 1514 (XV)", [("resolution 1514 (XV)", "U/RES/1514(XV)", "")]),
    "a letter before the session": (
        "resolution 217\u00a0A (III)",
        [("resolution 217\u00a0A (III)", "U/RES/217(III)", "part-a")],
    ),
    "letters": (
        "resolutions 77/128 A and B",
        [("resolutions 77/128 A", "U/RES/77/128 A", ""), ("B", "U/RES/77/128 B", "")],
    ),
    "in full": (
        "U/RES/70/1; G/RES/2719 (2023)",
        [
            ("U/RES/70/1", "U/RES/70/1", ""),
            ("G/RES/2719 (2023)", "G/RES/2719(2023)", ""),
        ],
    ),
    "documents": (
        "LC/COP.6/INF/29, annex I, and LC/COP.6/1/Add.1/Rev.1*, para. 12",
        [
            ("LC/COP.6/INF/29, annex I", "LC/COP.6/INF/29", "annex-1"),
            ("LC/COP.6/1/Add.1/Rev.1", "LC/COP.6/1/Add.1/Rev.1", ""),
        ],
    ),
    "joint symbols": (
        "LC/COP.6/INF/1–RA/COP.7/3",
        [("LC/COP.6/INF/1", "LC/COP.6/INF/1", ""), ("RA/COP.7/3", "RA/COP.7/3", "")],
    ),
    "what a document holds": (
        "See U/58/4, chap. I, sect. A, resolution 59/1.",
        [("U/58/4, chap. I, sect. A", "U/58/4", "chapter-1-section-a")],
    ),
    "the same document": (
        "annex I to document LC/COP.6/2 and annex II to the same document",
        [
            ("annex I to document LC/COP.6/2", "LC/COP.6/2", "annex-1"),
            ("annex II to the same document", "LC/COP.6/2", "annex-2"),
        ],
    ),
    "above": (
        "referred to in paragraphs 3 (a) and (b) above",
        [("paragraphs 3 (a)", "within", "para-3-a"), ("(b)", "within", "para-3-b")],
    ),
    "above, with words between": (
        "paragraphs 81 (inventory section), 105 and 119 below",
        [
            ("paragraphs 81", "within", "para-81"),
            ("105", "within", "para-105"),
            ("119", "within", "para-119"),
        ],
    ),
    "the present": (
        "the annex to the present resolution and paragraph 2 of this annex",
        [
            ("annex to the present resolution", "here", "annex-1"),
            ("paragraph 2 of this annex", "within", "para-2"),
        ],
    ),
    "articles": (
        "articles 3 and 4, paragraph 2, of the Rivers Agreement",
        [
            ("articles 3", "rivers", "article-3"),
            ("4, paragraph 2, of the Rivers Agreement", "rivers", "article-4-para-2"),
        ],
    ),
    "ibid": ("Ibid., annex II.", [("Ibid., annex II", "ibid", "annex-2")]),
    "no citations": (
        "pages 12/13, 24/7 services, the years 2022/23, paragraph 4, part of it, Annex I Parties",
        [],
    ),
    "a new sentence": (
        "See resolution 61/129. Of 30 members 12/13 voted.",
        [
            ("resolution 61/129", "U/RES/61/129", ""),
        ],
    ),
}


@pytest.mark.parametrize("name", CASES)
def test_in_english(read, name) -> None:
    text, expected = CASES[name]
    assert read(text) == expected


def test_the_convention_of_the_context(read) -> None:
    text = "article 11 of the Convention and article 2 of the Convention on Mountains"
    assert read(text, own=("lakes-cop",)) == [
        ("article 11 of the Convention", "lakes", "article-11")
    ]


def test_many_texts_at_once(reader) -> None:
    passages = ["Nothing.", "See resolution 61/129.", "", "paragraph 3 above", "LC-5/19"]
    english = reader("en")
    first, nothing, again = english.read_all(
        [Spoken(passages, ("diet",), 5), Spoken([], (), 0), Spoken(passages[1:], ("diet",), 4)]
    )
    assert first == {
        place: spans
        for place, text in enumerate(passages)
        if (spans := english.read(text, ("diet",)))
    }
    assert [*first] == [1, 3, 4]
    assert (nothing, again) == ({}, {place - 1: spans for place, spans in first.items()})


def test_ibid_alone_stands_for_something_in_footnotes_only(reader) -> None:
    passages = ["See also ibid. for more.", "Ibid., annex II."]
    every, last, none = reader("en").read_all([Spoken(passages, (), notes) for notes in (0, 1, 2)])
    assert {place: [span.kind for span in spans] for place, spans in every.items()} == {
        0: ["ibid"],
        1: ["ibid"],
    }
    assert last == none == {1: every[1]}


def test_a_text_with_a_symbol_is_read_as_a_whole(read) -> None:
    """A body counts for the whole sentence, wherever in the text it was named."""
    text = "All resolutions of the Rights Council, {}in particular resolution 49/13"
    near, far = (read(text.format(words)) for words in ("", "which are many, " * 10))
    assert near == far == [("resolution 49/13", "R/RES/49/13", "")]
