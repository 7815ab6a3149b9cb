"""Joining: defaults, identities, translations."""

from pathlib import Path

import pytest

from acquis.load import Loaded, load
from acquis.load.build import natural

CONVENTIONS = """
conventions:
  - id: un
    name: Charter
    bodies:
      - id: unga
        name: General Assembly
        opening: {en: The General Assembly, fr: L’Assemblée générale}
        kind: resolution
        symbols: ["A/RES/{session}/{number}"]
        meeting_id: "unga-{session}"
      - id: other
        name: Other
meetings:
  - {id: unga-78, name: Seventy-eighth session, bodies: [unga]}
"""


@pytest.fixture
def loaded(tmp_path: Path):
    def made(decisions: str, **translations: str) -> Loaded:
        data = tmp_path / "data"
        data.mkdir()
        (data / "a.yaml").write_text(CONVENTIONS + decisions, encoding="utf-8")
        for language, text in translations.items():
            folder = data / "translations" / language
            folder.mkdir(parents=True)
            (folder / "a.yaml").write_text(text, encoding="utf-8")
        return load(data, ("en", "fr"))

    return made


def rules(loaded: Loaded) -> list[str]:
    return [finding.rule for finding in loaded.findings]


def test_bodies_kind_and_opening_follow_from_the_meeting(loaded) -> None:
    text = "decisions:\n  - {symbol: A/RES/78/1, meeting: unga-78, operative: [Decides.]}\n"
    decision = loaded(text).corpus.decisions["a-res-78-1"]
    assert (decision.bodies, decision.kind) == (("unga",), "resolution")
    assert decision.original.opening == "The General Assembly"


def test_without_a_meeting_the_symbol_tells_the_body(loaded) -> None:
    corpus = loaded("decisions:\n  - {symbol: A/RES/79/1, status: listed}\n").corpus
    assert corpus.decisions["a-res-79-1"].bodies == ("unga",)


def test_what_is_given_goes_before_the_defaults(loaded) -> None:
    text = (
        "decisions:\n  - {symbol: A/RES/78/1, id: first, kind: decision, meeting: unga-78,\n"
        "     bodies: [other], opening: none, operative: [Decides.]}\n"
    )
    decision = loaded(text).corpus.decisions["first"]
    assert (decision.bodies, decision.kind, decision.original.opening) == (
        ("other",),
        "decision",
        None,
    )


def test_the_kind_stands_in_the_address_only_where_two_share_a_symbol(loaded) -> None:
    text = (
        "decisions:\n  - {symbol: 1/CP.21, kind: decision, status: listed}\n"
        "  - {symbol: 1/CP.21, kind: resolution, status: listed}\n"
        "  - {symbol: 2/CP.21, kind: decision, status: listed}\n"
    )
    result = loaded(text)
    assert rules(result) == []
    assert list(result.corpus.decisions) == ["2-cp-21", "decision-1-cp-21", "resolution-1-cp-21"]
    assert result.corpus.decision("1/CP.21", "resolution").slug == "resolution-1-cp-21"
    assert result.corpus.decision("1/CP.21").kind == "decision"


def test_decisions_are_ordered_by_their_numbers(loaded) -> None:
    text = "decisions:\n" + "".join(
        f"  - {{symbol: A/RES/78/{n}, status: listed}}\n" for n in (10, 2, 1)
    )
    assert list(loaded(text).corpus.decisions) == ["a-res-78-1", "a-res-78-2", "a-res-78-10"]
    assert sorted(["a10", "a9", "b1", "a"], key=natural) == ["a", "a9", "a10", "b1"]


@pytest.mark.parametrize(
    ("records", "rule"),
    [
        ("{symbol: A-1}, {symbol: A-1}", "symbol-repeated"),
        ("{symbol: A-1}, {symbol: A‑1}", "symbol-repeated"),
        ("{id: a}, {id: a}", "id-repeated"),
        ("{symbol: A-1}, {id: a-1}", "slug-collision"),
        ("{symbol: A-1}, {symbol: A/1}", "slug-collision"),
        ("{symbol: «»}", "id-unusable"),
        ("{id: search}", "id-unusable"),
        ("{title: x}", "field-missing"),
    ],
)
def test_identities_that_cannot_be_settled(loaded, records: str, rule: str) -> None:
    text = f"decisions: [{records.replace('}', ', status: listed, bodies: [unga]}')}]\n"
    assert rules(loaded(text)) == [rule]


def test_a_translation_has_the_bodys_opening_in_its_language(loaded) -> None:
    result = loaded(
        "decisions:\n  - {symbol: A/RES/78/1, meeting: unga-78, operative: [Decides.]}\n",
        fr="decisions:\n  - {symbol: A/RES/78/1, operative: [Décide.]}\n",
    )
    assert rules(result) == []
    decision = result.corpus.decisions["a-res-78-1"]
    assert decision.versions["fr"].opening == "L’Assemblée générale"
    assert decision.versions["fr"].at.file == "data/translations/fr/a.yaml"


@pytest.mark.parametrize(
    ("translation", "rule"),
    [
        ("{symbol: A/RES/78/2, operative: [x]}", "translation-unmatched"),
        ("{symbol: A/RES/78/1, kind: decision, operative: [x]}", "translation-unmatched"),
        ("{operative: [x]}", "translation-unmatched"),
        ("{symbol: A/RES/78/1, title: a}, {symbol: A/RES/78/1, title: b}", "translation-repeated"),
    ],
)
def test_translations_that_find_no_original(loaded, translation: str, rule: str) -> None:
    result = loaded(
        "decisions:\n  - {symbol: A/RES/78/1, meeting: unga-78, operative: [Decides.]}\n",
        fr=f"decisions: [{translation}]\n",
    )
    assert rules(result) == [rule]


def test_documents_have_their_blocks_as_text(loaded) -> None:
    text = (
        "documents:\n  - {id: note, title: Note, meeting: unga-78, meetings: [unga-79, unga-78],\n"
        "     blocks: [One, Two], proposes: a-draft}\n"
    )
    document = loaded(text).corpus.documents["note"]
    assert [block.text for block in document.original.operative] == ["One", "Two"]
    assert document.meetings == ("unga-78", "unga-79")
    assert document.proposes == ("a-draft",)
