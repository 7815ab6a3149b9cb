import json
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft202012Validator, FormatChecker

from acquis.exporters.json import (
    SCHEMA,
    compact,
    corpus_json,
    encode,
    record_json,
    record_path,
)
from acquis.load import load
from acquis.model.corpus import Corpus

ROOT = Path(__file__).resolve().parents[3]


@pytest.fixture(scope="module")
def schema() -> dict[str, Any]:
    path = ROOT / "docs" / "reference" / "corpus.schema.json"
    return json.loads(path.read_text(encoding="utf-8"))


@pytest.fixture
def exported(corpus: Corpus) -> Any:
    return json.loads(encode(corpus_json(corpus)))


def decision(exported: Any, name: str, language: str = "en") -> Any:
    found = [
        value
        for value in exported["decisions"]
        if name in (value["symbol"], value["id"]) and value["language"] == language
    ]
    assert len(found) == 1
    return found[0]


def rows(value: Any) -> list[tuple[Any, ...]]:
    return [
        (entry["kind"], entry["anchor"], entry.get("parent"), entry["part"], entry.get("number"))
        for entry in value["paragraphs"]
    ]


def test_the_export_and_each_record_follow_the_schema(corpus, exported, schema) -> None:
    Draft202012Validator.check_schema(schema)
    validator = Draft202012Validator(schema, format_checker=FormatChecker())
    validator.validate(exported)
    for record in corpus.records():
        validator.validate(record_json(record, corpus))
    assert schema["$id"] == SCHEMA == exported["schema"]


def test_a_fetched_file_says_the_same_in_fewer_bytes(corpus) -> None:
    value = corpus_json(corpus)
    assert json.loads(compact(value)) == json.loads(encode(value)) == value
    assert compact(value).count(b"\n") == 1
    assert len(compact(value)) < 0.85 * len(encode(value))


def test_the_schema_refuses_what_is_missing_or_unknown(exported, schema) -> None:
    validator = Draft202012Validator(schema)
    del exported["decisions"][0]["opening"]
    assert not validator.is_valid(exported)
    exported["decisions"][0]["opening"] = None
    exported["decisions"][0]["paragraphs"].append({"kind": "chapter"})
    assert not validator.is_valid(exported)
    exported["decisions"][0]["paragraphs"].pop()
    assert validator.is_valid(exported)
    assert not validator.is_valid({"schema": SCHEMA, "languages": ["en"]})


def test_every_key_of_the_schema_is_exported(exported, schema) -> None:
    """The corpus has every feature, so that a key which is never exported is one too many."""

    def keys(value: Any) -> set[str]:
        if isinstance(value, list):
            return {key for item in value for key in keys(item)}
        if isinstance(value, dict):
            return set(value) | {key for item in value.values() for key in keys(item)}
        return set()

    described = {key for part in schema["$defs"].values() for key in part.get("properties", ())}
    assert described <= keys(exported)


def test_a_decision(exported) -> None:
    value = decision(exported, "LC-2/1")
    texts = value.pop("paragraphs"), value.pop("footnotes")
    assert all(texts)
    assert value == {
        "symbol": "LC-2/1",
        "id": None,
        "slug": "lc-2-1",
        "kind": "decision",
        "url": "decisions/lc-2-1/",
        "formerly": [],
        "language": "en",
        "original": True,
        "title": "Reeds",
        "subtitle": None,
        "status": "adopted",
        "bodies": ["lakes-cop"],
        "meeting": "lakes-cop-2",
        "adopted": "2031-05-04",
        "adopted_at": None,
        "agenda_items": ["5 (b)"],
        "draft": {"symbol": "L.4", "submitted_by": "the Chair"},
        "steps": [{"outcome": "adopted", "date": "2031-05-04", "document": None, "by": None}],
        "vote": {"for": 12, "against": 3, "abstaining": 0},
        "verified": {"by": "An editor", "on": "2031-06-01", "against": "L.4", "sha256": None},
        "corrections": [{"date": None, "source": None, "note": "A comma"}],
        "relations": {"recalls": ["LC-1/1"]},
        "related": [
            {
                "kind": "recalls",
                "name": "LC-1/1",
                "url": "decisions/lc-1-1/",
                "inferred": False,
                "anchor": None,
            }
        ],
        "topics": ["reeds"],
        "source": {
            "document": "lakes-note",
            "paragraph": "2",
            "url": None,
            "sha256": None,
            "note": None,
        },
        "description": None,
        "opening": "The Conference of the Parties,",
        "citations": [
            {
                "anchor": "preamble-1",
                "start": 10,
                "end": 25,
                "text": "decision LC-1/1",
                "symbol": "LC-1/1",
                "target": "decisions/lc-1-1/",
            }
        ],
        "cited_by": [],
    }


def test_who_cites_a_text_and_what_follows_from_its_words(tmp_path: Path) -> None:
    (tmp_path / "all.yaml").write_text(
        """
conventions:
  - {id: c, name: C, bodies: [{id: b, name: B, symbols: ["LC-{meeting}/{number}"]}]}
meetings: [{id: m, name: M, bodies: [b]}]
decisions:
  - {symbol: LC-1/1, meeting: m, adopted: 2020-01-01, operative: [One.]}
  - symbol: LC-1/2
    meeting: m
    adopted: 2020-01-02
    operative: ["Notes this. Decides to amend paragraph 1 of decision LC-1/1."]
""",
        encoding="utf-8",
    )
    first, second = corpus_json(load(tmp_path).corpus)["decisions"]  # type: ignore[misc]
    assert first["cited_by"] == [
        {
            "part": "para-1",
            "url": "decisions/lc-1-2/#para-1",
            "sentence": "Decides to amend paragraph 1 of decision LC-1/1.",
        }
    ]
    assert second["related"] == [
        {
            "kind": "amends",
            "name": "LC-1/1",
            "url": "decisions/lc-1-1/",
            "inferred": True,
            "anchor": "para-1",
        }
    ]
    assert [one["kind"] for one in first["related"]] == ["amended by"]


def test_paragraphs_are_flat_in_reading_order_with_anchors_and_numbers(exported) -> None:
    assert rows(decision(exported, "LC-2/1")) == [
        ("paragraph", "preamble-1", None, "preamble", None),
        ("paragraph", "para-1", None, "operative", "1."),
        ("paragraph", "para-1-a", "para-1", "operative", "(a)"),
        ("paragraph", "para-1-b", "para-1", "operative", "(b)"),
        ("paragraph", "para-1-b-i", "para-1-b", "operative", "(i)"),
        ("paragraph", "para-1-then-1", "para-1", "operative", None),
        ("heading", "heading-1", None, "operative", "II"),
        ("quote", "quote-1", "heading-1", "operative", None),
        ("paragraph", "quote-1-para-7", "quote-1", "operative", "7"),
        ("table", "table-1", "heading-1", "operative", None),
        ("rule", "rule-1", None, "operative", None),
        ("figure", "figure-1", None, "operative", None),
        ("paragraph", "para-2-bis", None, "operative", "2 bis."),
        ("heading", "annex-1", None, "annex", "Annex I"),
        ("paragraph", "annex-1-note", "annex-1", "annex", None),
        ("paragraph", "annex-1-para-1", "annex-1", "annex", "1."),
        ("heading", "annex-1-annex-1", "annex-1", "annex", "Appendix"),
        ("paragraph", "annex-1-annex-1-para-1", "annex-1-annex-1", "annex", "1."),
        ("heading", "annex-2", None, "annex", "Annex II"),
        ("paragraph", "annex-2-para-1", "annex-2", "annex", "1."),
    ]


def test_words_have_no_marks_and_are_otherwise_untouched(exported) -> None:
    texts = {p["anchor"]: p["text"] for p in decision(exported, "LC-2/1")["paragraphs"]}
    assert texts["preamble-1"] == "Recalling decision LC-1/1,"
    assert texts["para-1"] == "Requests Parties to count H2O in 103 lakes:"
    assert texts["para-1-b-i"] == "In\u00a0January;"
    assert texts["quote-1"] == ""
    assert texts["quote-1-para-7"] == "Boats* shall float."
    assert texts["para-2-bis"] == "A new <b>boat</b> \u202e{{ x }}."
    assert texts["figure-1"] == "Two boats"
    assert texts["annex-1"] == "List"
    assert texts["annex-1-note"] == "[English only]"


def test_a_table_is_given_as_text_and_cell_by_cell(exported) -> None:
    (table,) = [p for p in decision(exported, "LC-2/1")["paragraphs"] if p["kind"] == "table"]
    assert table["text"] == "Table 1\nBoats\nKind\tNumber\nRowing\t12\n13\na\tAs counted."
    assert table["footnotes"] == ["*"]
    assert table["table"]["head"] == 1
    assert table["table"]["rows"][1] == [
        {"text": "Rowing", "cols": 1, "rows": 2},
        {"text": "12", "cols": 1, "rows": 1, "marks": [{"at": 2, "key": "*"}]},
    ]
    assert table["table"]["notes"] == {"a": "As counted."}


def test_footnote_marks_are_told_by_their_place(exported) -> None:
    found = {
        p["anchor"]: p["marks"] for p in decision(exported, "LC-2/1")["paragraphs"] if "marks" in p
    }
    assert found == {
        "preamble-1": [{"at": 26, "key": "1"}],
        "para-1-a": [{"at": 5, "key": "1"}],
        "annex-1-para-1": [{"at": 5, "key": "1"}],
    }


def test_footnotes_of_the_text_and_of_annexes(exported) -> None:
    value = decision(exported, "LC-2/1")
    assert value["footnotes"] == [
        {"key": "1", "anchor": "fn-1", "part": "preamble", "text": "See there."},
        {"key": "*", "anchor": "fn-star", "part": "operative", "text": "Issued again."},
        {"key": "1", "anchor": "annex-1-fn-1", "part": "annex", "text": "Its own."},
    ]
    keys = {p["anchor"]: p.get("footnotes") for p in value["paragraphs"]}
    assert keys["preamble-1"] == keys["para-1-a"] == keys["annex-1-para-1"] == ["1"]
    assert keys["para-1"] is None


def test_follow_up_is_there_only_where_it_is_known(exported) -> None:
    entries = {p["anchor"]: p for p in decision(exported, "LC-2/1")["paragraphs"]}
    assert entries["para-1"]["actors"] == ["parties"]
    assert entries["para-1"]["due"] == "2032-01-01"
    assert entries["para-1"]["progress"]["status"] == "implemented"
    assert "actors" not in entries["para-1-a"]
    assert entries["figure-1"]["file"] == "boats.png"


def test_parts_have_their_own_openings(exported) -> None:
    value = decision(exported, "LC-2/2")
    assert value["opening"] is None
    assert rows(value) == [
        ("heading", "part-a", None, "operative", "A"),
        ("paragraph", "part-a-opening", "part-a", "preamble", None),
        ("paragraph", "part-a-preamble-1", "part-a", "preamble", None),
        ("paragraph", "part-a-para-1", "part-a", "operative", None),
        ("heading", "part-b", None, "operative", "B"),
        ("paragraph", "part-b-opening", "part-b", "preamble", None),
        ("paragraph", "part-b-para-1", "part-b", "operative", "1."),
        ("paragraph", "part-b-para-2", "part-b", "operative", "2."),
    ]
    texts = {p["anchor"]: p["text"] for p in value["paragraphs"]}
    assert texts["part-a-opening"] == "The Conference of the Parties,"
    assert texts["part-b-opening"] == "The Bureau"


def test_one_object_a_language_with_its_own_address(exported) -> None:
    french = decision(exported, "LC-2/2", "fr")
    assert french["url"] == "fr/decisions/lc-2-2/"
    assert french["original"] is False
    assert french["paragraphs"][1]["text"] == "La Conférence des Parties,"
    languages = [v["language"] for v in exported["decisions"] if v["symbol"] == "LC-2/1"]
    assert languages == ["en"]


def test_a_text_in_a_language_that_the_site_lacks_is_on_the_default_page(tmp_path) -> None:
    (tmp_path / "x.yaml").write_text(
        "decisions: [{symbol: X/1, language: ru, operative: [Да.]}]", encoding="utf-8"
    )
    (value,) = corpus_json(load(tmp_path, ("en", "fr")).corpus)["decisions"]
    assert (value["language"], value["url"]) == ("ru", "decisions/x-1/")


def test_a_listed_decision_has_no_text_and_no_invented_opening(exported) -> None:
    for language in ("en", "fr"):
        listed = decision(exported, "LC-1/1", language)
        assert (listed["paragraphs"], listed["footnotes"], listed["opening"]) == ([], [], None)
        assert listed["description"] == "An old one."


def test_a_draft_has_no_symbol_and_a_sole_paragraph_no_number(exported) -> None:
    draft = decision(exported, "lc-draft")
    assert draft["symbol"] is None
    assert rows(draft) == [("paragraph", "para-1", None, "operative", None)]


def test_a_document_numbers_on_and_points_to_what_it_reproduces(exported) -> None:
    (document,) = exported["documents"]
    assert document["url"] == "documents/lakes-note/"
    assert (document["meetings"], document["proposes"]) == (["lakes-cop-2"], ["lc-draft"])
    assert [p.get("number") for p in document["paragraphs"]] == ["I", "1.", "2.", None]
    assert document["paragraphs"][-1]["decision"] == "lc-draft"


def test_the_institution(exported) -> None:
    (convention,) = exported["conventions"]
    assert convention["name"] == {"en": "Convention on Lakes", "fr": "Convention sur les lacs"}
    assert convention["url"] == "conventions/lakes/"
    assert convention["bodies"][0]["symbols"] == ["LC-{meeting}/{number}"]
    assert exported["meetings"][0]["sessions"] == [
        {"from": "2031-05-01", "to": None, "place": None}
    ]
    assert exported["services"][0]["cost_recovery"] is False
    assert exported["activities"][0]["outputs"] == [{"en": "A list"}]


def test_the_same_corpus_gives_the_same_bytes(corpus) -> None:
    content = encode(corpus_json(corpus))
    assert content == encode(corpus_json(corpus))
    assert content.endswith(b"}\n")
    assert "Conférence".encode() in content


def test_the_file_beside_a_page_has_all_languages(corpus) -> None:
    record = corpus.decision("LC-2/2")
    assert record is not None
    assert record_path(record) == "decisions/lc-2-2/lc-2-2.json"
    value = json.loads(encode(record_json(record, corpus)))
    assert [one["language"] for one in value["decisions"]] == ["en", "fr"]
    whole = json.loads(encode(corpus_json(corpus)))["decisions"]
    assert value["decisions"] == [one for one in whole if one["slug"] == "lc-2-2"]
