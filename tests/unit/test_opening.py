"""Opening words of paragraphs in each language, and how they are set off."""

import pytest

from acquis.opening import opened, vocabulary
from acquis.text import Run, Style, format, parse


@pytest.mark.parametrize(
    ("language", "words", "found"),
    [
        ("en", "Requests the Executive Secretary to report, and invites Parties;", "Requests"),
        ("en", "Also requests the Secretariat to report;", "Also requests"),
        ("en", "Takes note with appreciation of the report;", "Takes note with appreciation"),
        ("en", "“Recalling decision 1/2,", "Recalling"),
        ("fr", "Prie également le Secrétaire général", "Prie également"),
        ("fr", "S’inquiète de la situation", "S’inquiète"),
        ("es", "Acoge\u00a0con beneplácito también la labor", "Acoge\u00a0con beneplácito también"),
        ("ru", "Ссылаясь также на свою резолюцию", "Ссылаясь также"),
        ("ru", "вновь призывает государства", "вновь призывает"),
        ("ar", "وإذ تسلّم أيضا بأن", "وإذ تسلّم أيضا"),
        ("ar", "تحيط علماً بالتقرير", "تحيط علماً"),
        ("zh", "又请秘书长提交报告", "又请"),
        ("zh", "在这方面，回顾第1号决议", "回顾"),
    ],
)
def test_opening_words(language: str, words: str, found: str) -> None:
    span = vocabulary(language).span(words)
    assert span is not None
    assert words[slice(*span)] == found


@pytest.mark.parametrize(
    ("language", "words"),
    [
        ("en", "The Secretary-General shall be authorized"),
        ("en", "Requestsome"),
        ("fr", "Des crédits d’un montant total"),
        ("xx", "Requests nothing in a language without a vocabulary"),
        ("en", ""),
        ("en", "Also"),
    ],
)
def test_no_opening_words(language: str, words: str) -> None:
    assert vocabulary(language).span(words) is None


def test_opening_words_are_set_off_across_runs_and_notes() -> None:
    runs = (Run("Takes ~"), Run("", note="1"), Run("note of"))
    assert opened((Run("Takes "), Run("note", url="https://x.y"), Run("", note="1")), "en") == (
        Run("Takes ", int(Style.EMPHASIS)),
        Run("note", int(Style.EMPHASIS), "https://x.y"),
        Run("", note="1"),
    )
    assert opened(runs, "en") == runs


def test_a_text_with_emphasis_of_its_own_is_left_alone() -> None:
    runs = parse("Requests *inter alia* a report")
    assert opened(runs, "en") == runs
    assert format(opened(parse("Requests a report"), "en")) == "*Requests* a report"


@pytest.mark.parametrize("language", ["ar", "en", "es", "fr", "ru", "zh"])
def test_every_phrase_of_a_vocabulary_is_found(language: str) -> None:
    phrases = vocabulary(language).openings
    assert len(phrases) > 100
    for phrase in phrases:
        span = vocabulary(language).span(phrase)
        assert span == (0, len(phrase)), phrase
