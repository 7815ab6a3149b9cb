import pytest

from acquis.search.stem import Stems, function_words


def stems(language: str, **frequency: int) -> Stems:
    return Stems(language, {}, frequency)


@pytest.mark.parametrize(
    ("language", "forms"),
    [
        ("en", ["request", "requests", "requested", "requesting"]),
        ("en", ["country", "countries"]),
        ("es", ["resolucion", "resoluciones"]),
        ("ru", ["государство", "государства", "государствам"]),
        ("ar", ["قرار", "القرار", "بالقرار", "والقرار", "للقرار"]),
    ],
)
def test_forms_of_a_word_have_one_stem(language: str, forms: list[str]) -> None:
    assert len({stems(language).stem(form) for form in forms}) == 1


def test_accents_count_for_the_stem() -> None:
    written = Stems("fr", {"marche": "marché", "marches": "marchés", "etudiant": "étudiant"}, {})
    assert written.stem("marche") == written.stem("marches")


@pytest.mark.parametrize(
    "pair", [("internal", "international"), ("nations", "national"), ("universe", "university")]
)
def test_what_snowball_takes_for_one_word_is_kept_apart(pair: tuple[str, str]) -> None:
    assert stems("en").stem(pair[0]) != stems("en").stem(pair[1])


def test_an_arabic_letter_is_a_prefix_where_the_rest_is_a_word() -> None:
    known = Stems("ar", {}, {"وحقوق": 3, "حقوق": 90, "وطني": 20})
    assert known.stem("وحقوق") == known.stem("حقوق")
    assert known.stem("وطني") != known.stem("طني")


def test_symbols_numbers_and_chinese_have_no_stem() -> None:
    assert [stems("en").stem(form) for form in ("78/100", "2030", "联合")] == [
        "78/100",
        "2030",
        "联合",
    ]


def test_every_language_has_function_words() -> None:
    for language in ("ar", "en", "es", "fr", "ru"):
        assert len(function_words(language)) > 20
    assert "a" in function_words("fr"), "folded: à"
    assert function_words("xx") == frozenset()
