"""The same citations in each of the six languages; unknown languages are read as English."""

import pytest

from acquis.citation.spelling import spellings
from acquis.citation.words import LANGUAGES

FOUND = [
    ("LC-15/3", "para-4-a"),
    ("within", "para-2–5"),
    ("LC-5/19", "annex-2"),
    ("U/RES/60/283", "section-2"),
    ("U/RES/61/12", "para-12"),
    ("R/RES/49/13", ""),
    ("U/RES/1514(XV)", ""),
    ("here", ""),
]
TEXTS = {
    "en": "paragraph 4 (a) of decision LC-15/3, paragraphs 2–5 above, annex II to decision LC-5/19,"
    " section II of its resolution 60/283 and resolution 61/12, para. 12; resolution 49/13 of the"
    " Rights Council; its resolution 1514 (XV); the present resolution",
    "fr": "le paragraphe 4 a) de la décision LC-15/3, les paragraphes 2 à 5 ci-dessus, l’annexe II"
    " de la décision LC-5/19, la section II de sa résolution\u00a060/283 et la résolution 61/12,"
    " par.\u00a012\u00a0; la résolution 49/13 du Conseil des droits\u00a0; sa résolution"
    " 1514\u00a0(XV)\u00a0; la présente résolution",
    "es": "el párrafo 4 a) de la decisión LC-15/3, los párrafos 2 a 5 supra, el anexo II de la"
    " decisión LC-5/19, la sección II de su resolución\u00a060/283 y la resolución 61/12, párr. 12;"
    " la resolución 49/13 del Consejo de Derechos; su resolución 1514 (XV); la presente resolución",
    "ru": "пункт 4 a) решения LC-15/3, пункты 2–5 выше, приложение II к решению LC-5/19, раздел II"
    " своей резолюции\u00a060/283 и резолюция 61/12, п. 12; резолюция 49/13 Совета по правам; ее"
    " резолюция 1514 (XV); настоящая резолюция",
    "ar": "الفقرة 4 (أ) من المقرر LC-15/3 والفقرات 2 إلى 5 أعلاه والمرفق الثاني للمقرر LC-5/19"
    " والفرع الثاني من قرارها 60/283 والقرار 61/12، الفقرة 12؛ وقرار مجلس الحقوق 49/13؛ وقرارها"
    " 1514 (د-15)؛ هذا القرار",
    "zh": "第LC-15/3号决定第4(a)段、上文第2至5段、第LC-5/19号决定附件二、其第60/283号决议第二节、"
    "第61/12号决议第12段；权利理事会第49/13号决议；其第1514(XV)号决议；本决议",
}


@pytest.mark.parametrize("language", LANGUAGES)
def test_each_language(read, language) -> None:
    found = [(symbol, part) for _, symbol, part in read(TEXTS[language], language)]
    assert found == FOUND


def test_another_language_is_read_as_english(read) -> None:
    assert read("paragraph 4 of decision LC-15/3", "pt") == read("paragraph 4 of decision LC-15/3")


def test_cases_of_a_name_in_russian(read) -> None:
    text = "в резолюции 49/13 Генерального Сейма и резолюции 50/1 Советом по правам"
    assert [symbol for _, symbol, _ in read(text, "ru")] == ["U/RES/49/13", "R/RES/50/1"]


def test_stretched_words_in_arabic(read) -> None:
    text = "إلى قــــرارها 61/129"
    ((words, symbol, _),) = read(text, "ar")
    assert (words, symbol) == ("قــــرارها 61/129", "U/RES/61/129")


def test_a_symbol_written_together_with_its_noun_in_arabic(read) -> None:
    assert read("القرار61/129", "ar") == [("القرار61/129", "U/RES/61/129", "")]


def test_a_list_in_chinese_has_its_noun_at_the_end(read) -> None:
    text = "1960年12月14日第1514(XV)号、2013年12月11日第68/87号和权利理事会第49/13号决议"
    symbols = [symbol for _, symbol, _ in read(text, "zh")]
    assert symbols == ["U/RES/1514(XV)", "U/RES/68/87", "R/RES/49/13"]


@pytest.mark.parametrize("language", LANGUAGES)
def test_declarations_begin_with_letters(language) -> None:
    """Words of citing are found by their first letters, which so must be there."""
    words = LANGUAGES[language]
    sources = [words.here, words.within, words.same, words.ibid, words.bodies]
    sources += [*words.kinds.values(), *(unit.one for unit in words.units.values())]
    for source in sources:
        found = list(spellings(source.replace(" ", r"\s{1,3}")))
        assert found
        assert all(one.first.isalpha() for one in found), source


PREAMBLES = {
    "en": [
        "the third preambular paragraph of resolution 61/12",
        "preambular paragraph 3 of its resolution 61/12",
        "resolution 61/12, third preambular paragraph,",
        "paragraph 3 of the preamble to resolution 61/12",
    ],
    "fr": [
        "le troisième alinéa du préambule de la résolution 61/12",
        "le paragraphe 3 du préambule de sa résolution 61/12",
    ],
    "es": [
        "el tercer párrafo del preámbulo de la resolución 61/12",
        "el párrafo tercero del preámbulo de la resolución 61/12",
        "el párrafo 3 del preámbulo de la resolución 61/12",
    ],
    "ru": [
        "третий пункт преамбулы резолюции 61/12",
        "в абзаце третьем преамбулы резолюции 61/12",
        "в пункте 3 преамбулы резолюции 61/12",
        "преамбулярный пункт 3 резолюции 61/12",
    ],
    "ar": [
        "الفقرة الثالثة من ديباجة القرار 61/12",
        "الفقرة 3 من ديباجة قرارها 61/12",
    ],
    "zh": ["第61/12号决议序言部分第3段", "第61/12号决议序言第三段"],
}


@pytest.mark.parametrize(
    ("language", "text"), [(one, text) for one, texts in PREAMBLES.items() for text in texts]
)
def test_paragraphs_of_a_preamble(read, language, text) -> None:
    ((_, symbol, part),) = read(text, language)
    assert (symbol, part) == ("U/RES/61/12", "preamble-3")


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "first and nineteenth preambular paragraphs of decision LC-5/19"),
        ("fr", "premier et dix-neuvième alinéas du préambule de la décision LC-5/19"),
        ("es", "párrafos primero y decimonoveno del preámbulo de la decisión LC-5/19"),
        ("ru", "первом и девятнадцатом пунктах преамбулы решения LC-5/19"),
    ],
)
def test_several_paragraphs_of_a_preamble(read, language, text) -> None:
    assert [part for _, _, part in read(text, language)] == ["preamble-1", "preamble-19"]


def test_ordinals_of_other_things_are_no_paragraphs(read) -> None:
    text = "the third session, of which a preambular paragraph of resolution 61/12 speaks"
    assert read(text) == [("resolution 61/12", "U/RES/61/12", "")]
