"""The sentence around a citation, in the six languages."""

import pytest

from acquis.citation.sentence import excerpt


@pytest.mark.parametrize(
    ("words", "cited", "sentence"),
    [
        ("One thing. Another under decision 1/2. A third.", "decision 1/2",
         "Another under decision 1/2."),
        ("See para. 4 of decision 1/2, annex, sect. II. No more.", "decision 1/2",
         "See para. 4 of decision 1/2, annex, sect. II."),
        ("Invites Parties; recalls decision 1/2; and urges them;", "decision 1/2",
         "recalls decision 1/2;"),
        ("Prie le Secrétariat d’agir. « Rappelle la décision 1/2. » Fin.", "décision 1/2",
         "« Rappelle la décision 1/2. »"),
        ("¿Qué hizo? Recuerda la decisión 1/2, párr. 3. Fin.", "decisión 1/2",
         "Recuerda la decisión 1/2, párr. 3."),
        ("Просит секретариат. Ссылается на решение 1/2. Конец.", "решение 1/2",
         "Ссылается на решение 1/2."),
        ("ماذا تقرر؟ تشير إلى المقرر 1/2؛ وتطلب المزيد.", "المقرر 1/2", "تشير إلى المقرر 1/2؛"),
        ("大会决定继续。回顾第1/2号决议，并请秘书长报告；又请各方合作。", "第1/2号决议",
         "回顾第1/2号决议，并请秘书长报告；"),
        ("First line\nsecond on decision 1/2\nthird", "decision 1/2", "second on decision 1/2"),
    ],
)  # fmt: skip
def test_the_sentence_around_a_citation(words: str, cited: str, sentence: str) -> None:
    start = words.index(cited)
    found = excerpt(words, start, start + len(cited))
    assert str(found).strip() == sentence
    assert found.words == cited


def test_a_boundary_within_the_citation_is_none() -> None:
    words = "Recalls A/1; B/2, as said."
    found = excerpt(words, words.index("A/1"), words.index("B/2") + 3)
    assert (found.before, found.words, found.after) == ("Recalls ", "A/1; B/2", ", as said.")


def test_a_long_sentence_is_cut_at_words() -> None:
    words = f"{'before ' * 60}decision 1/2{' after' * 60}."
    found = excerpt(words, 420, 432)
    assert found.words == "decision 1/2"
    assert found.before.startswith("… before ")
    assert found.after.endswith(" after …")
    assert len(str(found)) < 300


def test_no_break_spaces_stay() -> None:
    assert str(excerpt("voir\u00a0: décision 1/2", 7, 19)) == "voir\u00a0: décision 1/2"
