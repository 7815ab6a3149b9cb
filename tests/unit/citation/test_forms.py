"""Every form in which texts cite, in each language: the words of each citation, what it names and
which part of it."""

import pytest
from queries import corpus

from acquis.citation import Reader

FORMS = {
    "en": {
        "decision MC-5/19": [
            ("decision MC-5/19", "MC-5/19", ""),
        ],
        "decisions MC-3/11, MC-4/9 and MC-5/19": [
            ("MC-3/11", "MC-3/11", ""),
            ("MC-4/9", "MC-4/9", ""),
            ("MC-5/19", "MC-5/19", ""),
        ],
        "decisions 2/CP.17, 1/CP.21, 3/CP.22 and 11/CP.28": [
            ("2/CP.17", "2/CP.17", ""),
            ("1/CP.21", "1/CP.21", ""),
            ("3/CP.22", "3/CP.22", ""),
            ("11/CP.28", "11/CP.28", ""),
        ],
        "decisions 2/CMP.7 to 4/CMP.7": [
            ("2/CMP.7", "2/CMP.7", ""),
            ("4/CMP.7", "4/CMP.7", ""),
        ],
        "paragraph 4 (a) of decision BC-15/3": [
            ("paragraph 4 (a) of decision BC-15/3", "BC-15/3", "para-4-a"),
        ],
        "paragraphs 2–5 of decision MC-5/19": [
            ("paragraphs 2–5 of decision MC-5/19", "MC-5/19", "para-2–5"),
        ],
        "paragraphs 2 to 5 of decision MC-5/19": [
            ("paragraphs 2 to 5 of decision MC-5/19", "MC-5/19", "para-2–5"),
        ],
        "annex II to decision MC-5/19": [
            ("annex II to decision MC-5/19", "MC-5/19", "annex-2"),
        ],
        "decision MC-5/19, para. 3 (b) (ii)": [
            ("decision MC-5/19, para. 3 (b) (ii)", "MC-5/19", "para-3-b-ii"),
        ],
        "decision MC\u20115/19, paras. 3, 4 and 7 (c)": [
            ("decision MC\u20115/19, paras. 3", "MC-5/19", "para-3"),
            ("4", "MC-5/19", "para-4"),
            ("7 (c)", "MC-5/19", "para-7-c"),
        ],
        "the present decision": [
            ("present decision", "here", ""),
        ],
        "paragraph 3 above": [
            ("paragraph 3", "within", "para-3"),
        ],
        "paragraphs 3 and 4 above": [
            ("paragraphs 3", "within", "para-3"),
            ("4", "within", "para-4"),
        ],
        "paragraph 3 (a)–(c) above": [
            ("paragraph 3 (a)–(c)", "within", "para-3-a–3-c"),
        ],
        "the annex to the present decision": [
            ("annex to the present decision", "here", "annex-1"),
        ],
        "as set out in the annex": [
            ("annex", "annex", "annex-1"),
        ],
        "UNEP/MC/COP.6/INF/29, annex I": [
            ("UNEP/MC/COP.6/INF/29, annex I", "UNEP/MC/COP.6/INF/29", "annex-1"),
        ],
        "UNEP/CHW.17/1/Add.1/Rev.1": [
            ("UNEP/CHW.17/1/Add.1/Rev.1", "UNEP/CHW.17/1/Add.1/Rev.1", ""),
        ],
        "UNEP/CHW.17/INF/4–UNEP/FAO/RC/COP.12/INF/3, annex II, para. 4": [
            ("UNEP/CHW.17/INF/4", "UNEP/CHW.17/INF/4", ""),
            (
                "UNEP/FAO/RC/COP.12/INF/3, annex II, para. 4",
                "UNEP/FAO/RC/COP.12/INF/3",
                "annex-2-para-4",
            ),
        ],
        "UNEP/MC/COP.6/25* and others": [
            ("UNEP/MC/COP.6/25", "UNEP/MC/COP.6/25", ""),
        ],
        "Ibid., annex II": [
            ("Ibid., annex II", "ibid", "annex-2"),
        ],
        "General Assembly resolution 70/1": [
            ("General Assembly resolution 70/1", "A/RES/70/1", ""),
        ],
        "resolution 1514 (XV)": [
            ("resolution 1514 (XV)", "A/RES/1514(XV)", ""),
        ],
        "S/RES/2719 (2023)": [
            ("S/RES/2719 (2023)", "S/RES/2719(2023)", ""),
        ],
        "Security Council resolution 2719 (2023), paragraph 4": [
            ("Security Council resolution 2719 (2023), paragraph 4", "S/RES/2719(2023)", "para-4"),
        ],
        "article 11 of the Convention": [
            ("article 11 of the Convention", "minamata", "article-11"),
        ],
        "Article 8, paragraph 2, of the Minamata Convention": [
            ("Article 8, paragraph 2, of the Minamata Convention", "minamata", "article-8-para-2"),
        ],
        "subparagraphs 4 (a) and (b) of decision MC-5/19": [
            ("subparagraphs 4 (a)", "MC-5/19", "para-4-a"),
            ("(b) of decision MC-5/19", "MC-5/19", "para-4-b"),
        ],
        "section II of decision MC-5/19": [
            ("section II of decision MC-5/19", "MC-5/19", "section-2"),
        ],
        "part A of the annex to decision MC-5/19": [
            ("part A of the annex to decision MC-5/19", "MC-5/19", "annex-1-part-a"),
        ],
        "appendix I to annex II to decision MC-5/19": [
            ("appendix I to annex II to decision MC-5/19", "MC-5/19", "annex-2-appendix-1"),
        ],
        "chapter III, section C, of document UNEP/MC/COP.6/25": [
            (
                "chapter III, section C, of document UNEP/MC/COP.6/25",
                "UNEP/MC/COP.6/25",
                "chapter-3-section-c",
            ),
        ],
        "decision MC\u20115/19": [
            ("decision MC\u20115/19", "MC-5/19", ""),
        ],
        "decision MC–5/19": [
            ("decision MC–5/19", "MC-5/19", ""),
        ],
        "decision\u00a0MC-5/19,\u00a0paragraph\u00a04": [
            ("decision\u00a0MC-5/19,\u00a0paragraph\u00a04", "MC-5/19", "para-4"),
        ],
        "paragraph 2 bis of decision MC-5/19": [
            ("paragraph 2 bis of decision MC-5/19", "MC-5/19", "para-2-bis"),
        ],
        "footnote 3 of decision MC-5/19": [
            ("footnote 3 of decision MC-5/19", "MC-5/19", "fn-3"),
        ],
        "decision MC-5/19 (para. 4)": [
            ("decision MC-5/19 (para. 4", "MC-5/19", "para-4"),
        ],
        "decision MC-5/19, paragraph 4, and decision BC-17/22, paragraph 3": [
            ("decision MC-5/19, paragraph 4", "MC-5/19", "para-4"),
            ("decision BC-17/22, paragraph 3", "BC-17/22", "para-3"),
        ],
        "paragraphs 3 and 4 of decision MC-5/19 and paragraph 2 of decision BC-17/22": [
            ("paragraphs 3", "MC-5/19", "para-3"),
            ("4 of decision MC-5/19", "MC-5/19", "para-4"),
            ("paragraph 2 of decision BC-17/22", "BC-17/22", "para-2"),
        ],
        "decisions MC-5/19, paragraph 2, and MC-4/9": [
            ("decisions MC-5/19, paragraph 2", "MC-5/19", "para-2"),
            ("MC-4/9", "MC-4/9", ""),
        ],
        "decision MC-5/19 of 7 November 2025, paragraph 3": [
            ("decision MC-5/19 of 7 November 2025, paragraph 3", "MC-5/19", "para-3"),
        ],
        "paragraph 5 of the present annex": [
            ("paragraph 5 of the present annex", "within", "para-5"),
        ],
        "annexes I and II to decision MC-5/19": [
            ("annexes I", "MC-5/19", "annex-1"),
            ("II to decision MC-5/19", "MC-5/19", "annex-2"),
        ],
        "paragraph 4(a)(ii) of decision MC-5/19": [
            ("paragraph 4(a)(ii) of decision MC-5/19", "MC-5/19", "para-4-a-ii"),
        ],
        "decisions BC-17/22, RC-12/9 and SC-12/23": [
            ("BC-17/22", "BC-17/22", ""),
            ("RC-12/9", "RC-12/9", ""),
            ("SC-12/23", "SC-12/23", ""),
        ],
        "preambular paragraph 3 of decision MC-5/19": [
            ("preambular paragraph 3 of decision MC-5/19", "MC-5/19", "preamble-3"),
        ],
        "operative paragraph 3 of decision MC-5/19": [
            ("paragraph 3 of decision MC-5/19", "MC-5/19", "para-3"),
        ],
        "decision MC-5/19/": [
            ("decision MC-5/19", "MC-5/19", ""),
        ],
        "part C of decision 1/CP.21": [
            ("part C of decision 1/CP.21", "1/CP.21", "part-c"),
        ],
        "paragraph 28(a) of decision 1/CP.21": [
            ("paragraph 28(a) of decision 1/CP.21", "1/CP.21", "para-28-a"),
        ],
        "decision 1/CP.21, paragraphs 28–31": [
            ("decision 1/CP.21, paragraphs 28–31", "1/CP.21", "para-28–31"),
        ],
        "paras 5 and 6 below": [
            ("paras 5", "within", "para-5"),
            ("6", "within", "para-6"),
        ],
    },
    "fr": {
        "la décision MC-5/19": [
            ("décision MC-5/19", "MC-5/19", ""),
        ],
        "les décisions MC-3/11, MC-4/9 et MC-5/19": [
            ("MC-3/11", "MC-3/11", ""),
            ("MC-4/9", "MC-4/9", ""),
            ("MC-5/19", "MC-5/19", ""),
        ],
        "paragraphe 4 a) de la décision BC-15/3": [
            ("paragraphe 4 a) de la décision BC-15/3", "BC-15/3", "para-4-a"),
        ],
        "paragraphes 2 à 5 de la décision MC-5/19": [
            ("paragraphes 2 à 5 de la décision MC-5/19", "MC-5/19", "para-2–5"),
        ],
        "l’annexe II de la décision MC-5/19": [
            ("annexe II de la décision MC-5/19", "MC-5/19", "annex-2"),
        ],
        "décision MC-5/19, par. 3 b) ii)": [
            ("décision MC-5/19, par. 3 b) ii)", "MC-5/19", "para-3-b-ii"),
        ],
        "la présente décision": [
            ("présente décision", "here", ""),
        ],
        "paragraphe 3 ci-dessus": [
            ("paragraphe 3", "within", "para-3"),
        ],
        "l’annexe de la présente décision": [
            ("annexe de la présente décision", "here", "annex-1"),
        ],
        "UNEP/MC/COP.6/INF/29, annexe I": [
            ("UNEP/MC/COP.6/INF/29, annexe I", "UNEP/MC/COP.6/INF/29", "annex-1"),
        ],
        "Ibid., annexe II": [
            ("Ibid., annexe II", "ibid", "annex-2"),
        ],
        "résolution 70/1 de l’Assemblée générale": [
            ("résolution 70/1", "A/RES/70/1", ""),
        ],
        "résolution 1514 (XV)": [
            ("résolution 1514 (XV)", "A/RES/1514(XV)", ""),
        ],
        "résolution 2719 (2023) du Conseil de sécurité": [
            ("résolution 2719 (2023)", "S/RES/2719(2023)", ""),
        ],
        "article 17 de la Charte des Nations Unies": [
            ("article 17 de la Charte des Nations Unies", "united-nations", "article-17"),
        ],
        "alinéa b) du paragraphe 3 de la décision MC-5/19": [
            ("alinéa b) du paragraphe 3 de la décision MC-5/19", "MC-5/19", "para-3-b"),
        ],
        "paragraphe 3 de l’annexe": [
            ("paragraphe 3 de l’annexe", "annex", "annex-1-para-3"),
        ],
    },
    "es": {
        "la decisión MC-5/19": [
            ("decisión MC-5/19", "MC-5/19", ""),
        ],
        "las decisiones MC-3/11, MC-4/9 y MC-5/19": [
            ("MC-3/11", "MC-3/11", ""),
            ("MC-4/9", "MC-4/9", ""),
            ("MC-5/19", "MC-5/19", ""),
        ],
        "el párrafo 4 a) de la decisión BC-15/3": [
            ("párrafo 4 a) de la decisión BC-15/3", "BC-15/3", "para-4-a"),
        ],
        "los párrafos 2 a 5 de la decisión MC-5/19": [
            ("párrafos 2 a 5 de la decisión MC-5/19", "MC-5/19", "para-2–5"),
        ],
        "el anexo II de la decisión MC-5/19": [
            ("anexo II de la decisión MC-5/19", "MC-5/19", "annex-2"),
        ],
        "decisión MC-5/19, párr. 3 b) ii)": [
            ("decisión MC-5/19, párr. 3 b) ii)", "MC-5/19", "para-3-b-ii"),
        ],
        "la presente decisión": [
            ("presente decisión", "here", ""),
        ],
        "el párrafo 3 supra": [
            ("párrafo 3", "within", "para-3"),
        ],
        "anexo de la presente decisión": [
            ("anexo de la presente decisión", "here", "annex-1"),
        ],
        "UNEP/MC/COP.6/INF/29, anexo I": [
            ("UNEP/MC/COP.6/INF/29, anexo I", "UNEP/MC/COP.6/INF/29", "annex-1"),
        ],
        "Ibid., anexo II": [
            ("Ibid., anexo II", "ibid", "annex-2"),
        ],
        "resolución 70/1 de la Asamblea General": [
            ("resolución 70/1", "A/RES/70/1", ""),
        ],
        "resolución 1514 (XV)": [
            ("resolución 1514 (XV)", "A/RES/1514(XV)", ""),
        ],
        "resolución 2719 (2023) del Consejo de Seguridad": [
            ("resolución 2719 (2023)", "S/RES/2719(2023)", ""),
        ],
        "artículo 17 de la Carta de las Naciones Unidas": [
            ("artículo 17 de la Carta de las Naciones Unidas", "united-nations", "article-17"),
        ],
        "apartado b) del párrafo 3 de la decisión MC-5/19": [
            ("apartado b) del párrafo 3 de la decisión MC-5/19", "MC-5/19", "para-3-b"),
        ],
    },
    "ru": {
        "решение MC-5/19": [
            ("решение MC-5/19", "MC-5/19", ""),
        ],
        "решения MC-3/11, MC-4/9 и MC-5/19": [
            ("MC-3/11", "MC-3/11", ""),
            ("MC-4/9", "MC-4/9", ""),
            ("MC-5/19", "MC-5/19", ""),
        ],
        "пункт 4 a) решения BC-15/3": [
            ("пункт 4 a) решения BC-15/3", "BC-15/3", "para-4-a"),
        ],
        "пункты 2–5 решения MC-5/19": [
            ("пункты 2–5 решения MC-5/19", "MC-5/19", "para-2–5"),
        ],
        "приложение II к решению MC-5/19": [
            ("приложение II к решению MC-5/19", "MC-5/19", "annex-2"),
        ],
        "решение MC-5/19, пункт 3 b) ii)": [
            ("решение MC-5/19, пункт 3 b) ii)", "MC-5/19", "para-3-b-ii"),
        ],
        "настоящее решение": [
            ("настоящее решение", "here", ""),
        ],
        "пункте 3 выше": [
            ("пункте 3", "within", "para-3"),
        ],
        "приложении к настоящему решению": [
            ("приложении к настоящему решению", "here", "annex-1"),
        ],
        "UNEP/MC/COP.6/INF/29, приложение I": [
            ("UNEP/MC/COP.6/INF/29, приложение I", "UNEP/MC/COP.6/INF/29", "annex-1"),
        ],
        "Там же, приложение II": [
            ("Там же, приложение II", "ibid", "annex-2"),
        ],
        "резолюция 70/1 Генеральной Ассамблеи": [
            ("резолюция 70/1", "A/RES/70/1", ""),
        ],
        "резолюция 1514 (XV)": [
            ("резолюция 1514 (XV)", "A/RES/1514(XV)", ""),
        ],
        "резолюция 2719 (2023) Совета Безопасности": [
            ("резолюция 2719 (2023)", "S/RES/2719(2023)", ""),
        ],
        "статье 17 Устава Организации Объединенных Наций": [
            ("статье 17 Устава Организации Объединенных Наций", "united-nations", "article-17"),
        ],
        "подпункт b) пункта 3 решения MC-5/19": [
            ("подпункт b) пункта 3 решения MC-5/19", "MC-5/19", "para-3-b"),
        ],
    },
    "ar": {
        "المقرر MC-5/19": [
            ("المقرر MC-5/19", "MC-5/19", ""),
        ],
        "المقررات MC-3/11 و MC-4/9 و MC-5/19": [
            ("MC-3/11", "MC-3/11", ""),
            ("MC-4/9", "MC-4/9", ""),
            ("MC-5/19", "MC-5/19", ""),
        ],
        "الفقرة 4 (أ) من المقرر BC-15/3": [
            ("الفقرة 4 (أ) من المقرر BC-15/3", "BC-15/3", "para-4-a"),
        ],
        "الفقرات 2 إلى 5 من المقرر MC-5/19": [
            ("الفقرات 2 إلى 5 من المقرر MC-5/19", "MC-5/19", "para-2–5"),
        ],
        "المرفق الثاني للمقرر MC-5/19": [
            ("المرفق الثاني للمقرر MC-5/19", "MC-5/19", "annex-2"),
        ],
        "المقرر MC-5/19، الفقرة 3 (ب)": [
            ("المقرر MC-5/19، الفقرة 3 (ب)", "MC-5/19", "para-3-b"),
        ],
        "هذا المقرر": [
            ("هذا المقرر", "here", ""),
        ],
        "الفقرة 3 أعلاه": [
            ("الفقرة 3", "within", "para-3"),
        ],
        "مرفق هذا المقرر": [
            ("مرفق هذا المقرر", "here", "annex-1"),
        ],
        "UNEP/MC/COP.6/INF/29، المرفق الأول": [
            ("UNEP/MC/COP.6/INF/29، المرفق الأول", "UNEP/MC/COP.6/INF/29", "annex-1"),
        ],
        "المرجع نفسه، المرفق الثاني": [
            ("المرجع نفسه، المرفق الثاني", "ibid", "annex-2"),
        ],
        "قرار الجمعية العامة 70/1": [
            ("قرار الجمعية العامة 70/1", "A/RES/70/1", ""),
        ],
        "القرار 1514 (د-15)": [
            ("القرار 1514 (د-15)", "A/RES/1514(XV)", ""),
        ],
        "قرار مجلس الأمن 2719 (2023)": [
            ("2719 (2023)", "S/RES/2719(2023)", ""),
        ],
        "المادة 17 من ميثاق الأمم المتحدة": [
            ("المادة 17 من ميثاق الأمم المتحدة", "united-nations", "article-17"),
        ],
        "المادة 50 من الميثاق": [
            ("المادة 50 من الميثاق", "united-nations", "article-50"),
        ],
    },
    "zh": {
        "第MC-5/19号决定": [
            ("MC-5/19号决定", "MC-5/19", ""),
        ],
        "第MC-3/11、MC-4/9和MC-5/19号决定": [
            ("MC-3/11", "MC-3/11", ""),
            ("MC-4/9", "MC-4/9", ""),
            ("MC-5/19", "MC-5/19", ""),
        ],
        "第BC-15/3号决定第4(a)段": [
            ("BC-15/3号决定第4(a)段", "BC-15/3", "para-4-a"),
        ],
        "第MC-5/19号决定第2至5段": [
            ("MC-5/19号决定第2至5段", "MC-5/19", "para-2–5"),
        ],
        "第MC-5/19号决定附件二": [
            ("MC-5/19号决定附件二", "MC-5/19", "annex-2"),
        ],
        "第MC-5/19号决定，第3(b)㈡段": [
            ("MC-5/19号决定，第3(b)㈡段", "MC-5/19", "para-3-b-ii"),
        ],
        "本决定": [
            ("本决定", "here", ""),
        ],
        "上文第3段": [
            ("第3段", "within", "para-3"),
        ],
        "本决定附件": [
            ("本决定附件", "here", "annex-1"),
        ],
        "UNEP/MC/COP.6/INF/29，附件一": [
            ("UNEP/MC/COP.6/INF/29，附件一", "UNEP/MC/COP.6/INF/29", "annex-1"),
        ],
        "同上，附件二": [
            ("同上，附件二", "ibid", "annex-2"),
        ],
        "大会第70/1号决议": [
            ("大会第70/1号决议", "A/RES/70/1", ""),
        ],
        "第1514(XV)号决议": [
            ("1514(XV)号决议", "A/RES/1514(XV)", ""),
        ],
        "安全理事会第2719(2023)号决议": [
            ("安全理事会第2719(2023)号决议", "S/RES/2719(2023)", ""),
        ],
        "《联合国宪章》第十七条": [
            ("《联合国宪章》第十七条", "united-nations", "article-17"),
        ],
        "《宪章》第五十条": [
            ("《宪章》第五十条", "united-nations", "article-50"),
        ],
    },
}
ALL = [(language, text) for language in FORMS for text in FORMS[language]]


@pytest.fixture(scope="module")
def read(tmp_path_factory: pytest.TempPathFactory):
    known = corpus(tmp_path_factory.mktemp("forms") / "data")
    readers = {language: Reader(known.conventions.values(), language) for language in FORMS}

    def citations(text: str, language: str) -> list[tuple[str, str, str]]:
        return [
            (
                text[one.start : one.end],
                one.symbol or one.kind,
                f"{one.part}–{one.last}" if one.last else one.part,
            )
            for one in readers[language].read(text, ("minamata-cop",))
        ]

    return citations


@pytest.mark.parametrize(("language", "text"), ALL)
def test_is_read(read, language: str, text: str) -> None:
    assert read(text, language) == FORMS[language][text]


@pytest.mark.parametrize(("language", "text"), ALL)
def test_is_read_alike_among_other_words(read, language: str, text: str) -> None:
    around = f"，{text}；" if language == "zh" else f"… {text}, …"
    assert read(around, language) == FORMS[language][text]
