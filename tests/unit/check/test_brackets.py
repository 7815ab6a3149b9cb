"""Which brackets are left from a draft, by what real texts print."""

import json

import pytest


@pytest.mark.parametrize(
    "text",
    [
        "Parties [shall] [should] report",
        "meet [once] [twice] a year",
        "[Recalling the ultimate objective of the Convention,]",
        "Analysis of impacts[, including economic modelling];",
        "by [X] session",
        "the [2025] [2026] target [for all]",
        "within [ten] years [of the date of entry into force] [of this decision]",
    ],
)
def test_draft_brackets(in_text, text: str) -> None:
    assert in_text(json.dumps([text])) == ["brackets-in-adopted"]


@pytest.mark.parametrize(
    "text",
    [
        "[English only]",
        "[To be determined];",
        "[待定]；",
        "[…]",
        "continues [...] as before",
        "printed so [sic]",
        "He said “[t]he Convention [of 2013] is clear”",
        "cité « le texte [original] »",
        "see document [UNEP/MC/COP.5/4]",
        "benzo[a]pyrene and 2-[ethyl]mercury",
        "28 postes [1 poste de Sous-Secrétaire général (nouveau)]",
        "(including [as relevant] this)",
        "a \\[^1] that is no note",
        "see [the page](https://example.org)",
        "footnote[^1]",
    ],
)
def test_brackets_that_belong_to_a_text(in_text, text: str) -> None:
    more = '    footnotes: {"1": Note.}\n' if "footnote" in text else ""
    assert in_text(json.dumps([text]), more) == []


def test_drafts_may_have_brackets(found) -> None:
    text = (
        "decisions:\n  - {id: a-draft, title: T, meeting: minamata-cop-5, status: draft,\n"
        '     operative: ["Parties [shall] [should] report"]}\n'
    )
    assert found(text) == []
