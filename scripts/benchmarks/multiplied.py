"""Larger corpora: texts are written again as those of other sessions, with other words.

In a copy the session has another number, in symbols and in citations, so that the texts of a copy
cite one another as the first ones do. In long words letters change places, always the same: the
words are others, as many and as long. What a text is recognised by stays: words that stand before
numbers or write one, and what is emphasised.
"""

import random
import re
import shutil
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from acquis.align.number_words import number_words

SEED = 20251107
SESSION = 78
"""That of the texts; copies have those after it."""

_TEXTS = ("decisions", "translations", "meetings")
"""The folders of what is written again."""
_SESSION = re.compile(rf"(?<![0-9]){SESSION}(?=/)|(?<=[a-z]-){SESSION}(?![0-9])")
_SECTION = re.compile(r"    ([a-z_]+):")
_TEXT = frozenset({"preamble", "operative", "annexes", "parts", "footnotes", "title"})
_VALUE = re.compile(r"\s*(?:- )*(?:style|number|restart|head|actors):")
_KEPT = re.compile(r"\*[^*\n]*\*|\[\^[^]]*\]|\b[a-z_]+:(?=\s|$)")


@dataclass(frozen=True, slots=True)
class Letters:
    """Which words of a language change, and the letters that change places in them.

    With `single`, each letter is a word, as in Chinese. `kept` are words by which a text cites
    itself ("the present resolution").
    """

    word: re.Pattern[str]
    letters: str = ""
    kept: frozenset[str] = frozenset()
    single: bool = False


_LATIN = re.compile(r"(?<!\w)[a-zà-ÿ]{7,}(?!\w)")
LETTERS = {
    "en": Letters(_LATIN, "aeiou", frozenset({"present", "hundred", "thousand"})),
    "fr": Letters(_LATIN, "aeiou", frozenset({"présente", "présentes"})),
    "es": Letters(_LATIN, "aeiou", frozenset({"presente"})),
    "ru": Letters(
        re.compile(r"(?<!\w)[а-яё]{7,}(?!\w)"),
        "аеиоу",
        frozenset({"настоящая", "настоящей", "настоящую"}),
    ),
    "ar": Letters(re.compile(r"(?<!\w)[\u0621-\u064a]{6,}(?!\w)"), "ترسعمن"),
    "zh": Letters(
        re.compile(r"[\u4e00-\u9fff]"),
        kept=frozenset("本宪章第条件零一二三四五六七八九十百千万"),
        single=True,
    ),
}
BEFORE_A_NUMBER = re.compile(r"([^\W\d_]+)\W{1,3}(?=\d)")
AROUND_A_NUMBER = re.compile(r"(.{0,5})(?<!\d)\d[\d/.]*(.{0,3})")
OFTEN = 2
"""A word that stands so often before a number stays."""
SELDOM = 0.02
"""A Chinese letter changes where no larger part of it stands around numbers."""


def groups(project: Path) -> Iterator[list[Path]]:
    """The texts of a project with their translations, in the order of their files."""
    data = project / "data"
    languages = sorted(path for path in (data / "translations").glob("*") if path.is_dir())
    for path in sorted((data / "decisions").glob("*.yaml")):
        found = (folder / path.name for folder in languages)
        yield [path, *(one for one in found if one.is_file())]


def multiply(source: Path, target: Path, count: int) -> None:
    """Make a project of exactly `count` texts, translations counted, from those of another.

    What is no text stays as it is.
    """
    shutil.copytree(source, target, ignore=shutil.ignore_patterns(*_TEXTS))
    originals = list(groups(source))
    changes: Mapping[str, Changed] = {}
    left, session = count, SESSION
    while left:
        if session > SESSION and not changes:
            changes = {language: Changed(language, files) for language, files in _of(originals)}
        for meeting in sorted((source / "data" / "meetings").glob("*.yaml")):
            _write(meeting, source, target, session, None)
        for group in originals:
            for path in group[:left]:
                words = changes.get(language_of(path)) if session > SESSION else None
                _write(path, source, target, session, words)
            left -= len(group[:left])
        session += 1


class Changed:
    """How the words of a language change; found from all of its texts."""

    def __init__(self, language: str, files: Sequence[Path]) -> None:
        self.letters = letters = LETTERS[language]
        texts = [path.read_text(encoding="utf-8") for path in files]
        numbers = () if letters.single else _numbers(language, letters, texts)
        self.kept = letters.kept.union(numbers)
        changing = "".join(_away_from_numbers(letters, texts)) if letters.single else ""
        self.signs = changing or letters.letters

    def lines(self, words: str, session: int) -> str:
        """The lines of a file with its texts changed, as they are in a session."""
        turned = _turned(self.signs, session)
        section = ""
        lines = []
        for line in words.split("\n"):
            begun = _SECTION.match(line)
            section = begun[1] if begun else section
            changes = section in _TEXT and not _VALUE.match(line)
            lines.append(self._line(line, turned) if changes else line)
        return "\n".join(lines)

    def _line(self, line: str, turned: dict[int, str]) -> str:
        pieces = []
        at = 0
        for kept in _KEPT.finditer(line):
            pieces += [self._words(line[at : kept.start()], turned), kept[0]]
            at = kept.end()
        return "".join([*pieces, self._words(line[at:], turned)])

    def _words(self, words: str, turned: dict[int, str]) -> str:
        if self.letters.single:
            return words.translate(turned)
        return self.letters.word.sub(
            lambda word: word[0] if word[0] in self.kept else word[0].translate(turned), words
        )


def other_session(words: str, session: int) -> str:
    """The words with the number of another session in symbols, citations and names."""
    return _SESSION.sub(str(session), words)


def _numbers(language: str, letters: Letters, texts: Sequence[str]) -> Iterator[str]:
    """Words that stand before numbers again and again, and those that write a number."""
    before: Counter[str] = Counter()
    words: set[str] = set()
    for text in texts:
        before.update(BEFORE_A_NUMBER.findall(text))
        words.update(letters.word.findall(text))
    for word in sorted(words):
        if before[word] >= OFTEN or number_words(word, language).sure:
            yield word


def _away_from_numbers(letters: Letters, texts: Sequence[str]) -> Iterator[str]:
    total: Counter[str] = Counter()
    around: Counter[str] = Counter()
    for text in texts:
        total.update(letters.word.findall(text))
        for sides in AROUND_A_NUMBER.findall(text):
            around.update("".join(sides))
    yield from sorted(
        one
        for one, times in total.items()
        if times >= OFTEN and around[one] <= SELDOM * times and one not in letters.kept
    )


def _turned(letters: str, session: int) -> dict[int, str]:
    """Each letter's place is taken by another, in another order for each session."""
    chance = random.Random(f"{SEED} {session}")  # noqa: S311 - no secret is made of it
    order = chance.sample(letters, len(letters))
    return {ord(one): order[place - 1] for place, one in enumerate(order)}


def _of(originals: Sequence[Sequence[Path]]) -> Iterator[tuple[str, list[Path]]]:
    found: dict[str, list[Path]] = {}
    for group in originals:
        for path in group:
            found.setdefault(language_of(path), []).append(path)
    yield from ((language, files) for language, files in found.items() if language in LETTERS)


def language_of(path: Path) -> str:
    """The language of a text, from where its file stands in a project."""
    return path.parent.name if path.parent.parent.name == "translations" else "en"


def _write(path: Path, source: Path, target: Path, session: int, changed: Changed | None) -> None:
    words = path.read_text(encoding="utf-8")
    if changed is not None:
        words = changed.lines(words, session)
    name = path.name.replace(f"-{SESSION}", f"-{session}", 1)
    place = (target / path.relative_to(source)).with_name(name)
    place.parent.mkdir(parents=True, exist_ok=True)
    place.write_text(other_session(words, session), encoding="utf-8", newline="\n")
