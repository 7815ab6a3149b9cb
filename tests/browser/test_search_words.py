"""The browser finds the same words in a text as the writer of the index does."""

import random
import unicodedata
from collections.abc import Callable, Sequence
from pathlib import Path

from conftest import Open
from playwright.sync_api import Page

from acquis.load import load
from acquis.model.divide import divide
from acquis.search.analysis import analyse
from acquis.text import plain

ROOT = Path(__file__).parents[2]

STRINGS = [
    "Requests the Secretary-General, in resolution A/RES/78/100 (II), and/or",
    "l’État de l'eau ‑ cœur, ÆTHER, Straße, İstanbul ıssız, ΟΔΟΣ",
    "Йод, ёлка, Киı\u0306в, и\u0306, МАЙ й",
    "الأُمَم المُتَّحِدة إلى مؤسسة الـتـنـمـية ٢٠٣٠ ۱۲ وَالحقوق",
    "联合国2030年可持续发展议程（第70/1号决议）㈠ ℃ № 5",
    "50,000 12\u00a0345\u202f678 1,2345 1/50,000 2023, 100 ½ ² ①",
    "bien\u00adêtre a\u200bb \u202aRTL\u202c \ufeffx n^o^ snake_case e\u0301",
    "１０ ｋｇ ﬁn Ⅻ ㎏ 한국 हिन्दी",
    "",
]


def in_browser(page: Page, texts: Sequence[str]) -> list[list[list[object]]]:
    found: list[list[list[object]]] = page.evaluate(
        """async texts => {
          const { analyse } = await import(document.querySelector("script[type=module]").src
            .replace("acquis.js", "search/analysis.js"));
          return texts.map(text => analyse(text).map(one =>
            [one.form, one.position, one.start, one.end]));
        }""",
        list(texts),
    )
    return found


def same(page: Page, texts: Sequence[str]) -> None:
    for text, found in zip(texts, in_browser(page, texts), strict=True):
        expected = [list(pair) for pair in analyse(text).occurrences]
        assert [one[:2] for one in found] == expected, text


def test_hard_strings(visit: Open) -> None:
    same(visit("golden", "search/"), STRINGS)


def test_strings_by_chance(visit: Open) -> None:
    chance = random.Random(8)
    letters = "".join(
        chr(code)
        for code in (*range(0x20, 0x250), *range(0x300, 0x530), *range(0x5D0, 0x700),
                     *range(0x2000, 0x2070), *range(0x2150, 0x2190), *range(0x3400, 0x3420),
                     *range(0x4E00, 0x4E60), *range(0xFF00, 0xFF60))
        if unicodedata.category(chr(code)) != "Cn"
    )  # fmt: skip
    texts = ["".join(chance.choices(letters + " /,'’-" * 40, k=60)) for _ in range(400)]
    same(visit("golden", "search/"), texts)


def test_texts_of_the_site(visit: Open) -> None:
    corpus = load(ROOT / "data").corpus
    texts = [
        plain(unit.text)
        for record in corpus.records()
        for version in record.versions.values()
        for unit in divide(version).walk()
    ]
    assert len(texts) > 15
    same(visit("own", "search/"), texts)


def test_real_texts(
    visit: Open, corpora: Path, sample: Callable[[Sequence[Path]], Sequence[Path]]
) -> None:
    page = visit("golden", "search/")
    for language in ("ar", "en", "es", "fr", "ru", "zh"):
        files = sample(sorted((corpora / "ga-78" / language).glob("*.xml")))[::4]
        lines = [
            line for path in files for line in path.read_text(encoding="utf-8").split("\n") if line
        ]
        same(page, lines[:400])


def test_places_in_the_text(visit: Open) -> None:
    text = "“Été” l’eau、联合国 50,000 e\u0301te"
    (found,) = in_browser(visit("golden", "search/"), [text])
    shown = [text[int(str(start)) : int(str(end))] for _, _, start, end in found]
    assert shown == ["Été", "l", "eau", "联合", "合国", "国", "50,000", "e\u0301te"]
