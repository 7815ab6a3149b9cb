"""The table by which a browser finds what a reader's citation names, without any text.

It has the forms in which the bodies write and cite their symbols, the words of citing of all
languages, and which symbols have a page. It is plain data, made to be written as JSON; its
expressions mean the same in Python and in JavaScript, and are matched whatever the case. `query`
reads it in Python, `cite.js` in the browser, by the same rules.

- `forms`: `[body, kind, expression, names, pieces, flags, first]` each. The groups of the
  expression are the placeholders `names`; `pieces` are literals, each with the name after it, that
  make the full symbol. `flags` has "b" for a form without letters of its own, "d" for one of
  documents. `first` is the first meeting. A name with "*" is written in Roman numbers.
- `bodies`: `{"names", "address", "document_address"}` each; forms name them by their place.
- `units`: `[unit, expression]` each, longer words first; `after`: the same for words that stand
  behind the number; `kinds`: nouns of texts; `preamble`: what makes a paragraph the preamble's;
  `fillers`: words between them that say nothing.
- `numbers`: what stands for a number in words and other scripts; `letters`: for a Latin letter.
- `held`: by folder ("decisions", "documents"), the slugs that have a page: a slug with "#" for its
  last number, and the numbers, such as "1-4,7"; "" for a slug without a number.
- `odd`: slugs of symbols whose page is at another, and `[address, part]` of each of those pages.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import Any

from acquis.citation.citations import grouped_parts
from acquis.citation.form import bare_core, full_pattern
from acquis.citation.query import fold
from acquis.citation.sign import ARABIC_ORDINALS, CYRILLIC, loose
from acquis.citation.span import RANKS
from acquis.citation.words import LANGUAGES
from acquis.model.address import address
from acquis.model.corpus import Corpus
from acquis.model.document import Document
from acquis.model.institution import Body
from acquis.model.numbering import arabic_letters, chinese, letters
from acquis.symbol import Pattern, slug

Table = dict[str, Any]

_DIGITS = "[0-9]{1,6}"
_PLACEHOLDERS = {
    "": _DIGITS,
    "year": "(?:19|20)[0-9]{2}",
    "roman": "[ivxlcdm]{1,15}",
    "word": "[a-z0-9.]{0,40}[a-z0-9]",
}
_BETWEEN = r"[\s/.()-]"
#: What readers write besides the words of running text; ¶ and § stand for a paragraph too.
_SHORT = {
    "para": r"¶+|§+|op ?(?=[0-9])|paras?|para|pars?|parrs?|пп?|段落",
    "preamble": r"pp ?(?=[0-9])|preambular (?:paragraphs?|paras?)",
    "annex": "ann",
    "article": "arts?",
}
_PREAMBLE = "preamb|preambul|преамбул|ديباجة|序言"
#: Words that may stand between parts and symbols and say nothing.
_FILLERS = (
    "of the to in under from its and or no nr n s see cf de la le les l du des d à a au aux et ou "
    "dans sa voir del el los las al en y o que "
    "из в к и или от о см من في إلى و ال ل ب 的 号 第 和 及 中 见"
)
_HIGHEST = 40


def table(corpus: Corpus) -> Table:
    """The table of a corpus, as values that JSON has."""
    bodies = list(corpus.bodies.values())
    return {
        "forms": [form for place, body in enumerate(bodies) for form in _forms(place, body)],
        "bodies": [_body(body) for body in bodies],
        "units": list(_units()),
        "after": list(_after()),
        "kinds": [
            [kind, fold(loose(noun))]
            for words in LANGUAGES.values()
            for kind, noun in words.kinds.items()
        ],
        "preamble": _PREAMBLE,
        "fillers": sorted(set(fold(_FILLERS).split())),
        "numbers": dict(_numbers()),
        "letters": dict(_letters()),
        "held": {
            "decisions": held(decision.slug for decision in corpus.decisions.values()),
            "documents": held(document.slug for document in corpus.documents.values()),
        },
        "odd": dict(_odd(corpus)),
    }


def _forms(place: int, body: Body) -> Iterator[list[Any]]:
    known: dict[str, list[Any]] = {}
    cited = (pattern for forms in body.cited_in.values() for pattern in forms)
    cores = ((bare_core(pattern), "") for pattern in (*body.cited_as, *cited))
    own = ((pattern, "") for pattern in body.symbols)
    documents = ((pattern, "d") for pattern in body.document_symbols)
    for pattern, flag in (*own, *cores, *documents):
        full = pattern if flag else full_pattern(pattern, body)
        if full is None or not pattern.names:
            continue
        bare = not re.search(r"[^\W\d_]", "".join(literal for literal, _ in pattern.pieces))
        source = _expression(pattern, bare=bare)
        if flag:
            source += r"((?:/(?:add|rev|corr|amend|annex|summary)\.?[0-9]{0,3})*)"
        names = [*pattern.names, *(["rest"] if flag else [])]
        kinds = full.kinds
        romans = {name for name in full.names if kinds[name] == "roman"}
        pieces = [
            [literal, f"{name}*" if name in romans else name] for literal, name in full.pieces
        ]
        first = body.first_meeting if "meeting" in names else 0
        flags = flag + ("b" if bare else "")
        known.setdefault(source, [place, body.kind, source, names, pieces, flags, first])
    yield from known.values()


def _expression(pattern: Pattern, *, bare: bool) -> str:
    """A pattern as readers may write it: any signs between its parts, or none beside letters."""
    found = ""
    for place, (literal, name) in enumerate(pattern.pieces):
        inside = bool(place and name)
        for run in re.findall(r"[^\W_]+|[\W_]+", literal):
            if re.match(r"[^\W_]", run):
                found += re.escape(fold(run))
            elif bare and "/" in run:
                found += r"\s?[/-]\s?"
            elif bare and inside:
                found += r"[\s(]{1,3}"
            elif run.strip() == ")" or not inside:
                found += f"{_BETWEEN}*" if name or run.strip() != ")" else r"\s?\)?"
            else:
                found += f"{_BETWEEN}{'+' if run == literal else '*'}"
        if name:
            kind = pattern.kinds[name]
            if kind == "letter":
                found += f"([a-z]{{1,2}}|{'|'.join(_part_letters())})"
            else:
                found += f"({_PLACEHOLDERS[kind]})"
    return found


def _part_letters() -> Iterable[str]:
    return dict.fromkeys(fold(letter) for words in LANGUAGES.values() for letter in words.letters)


def _body(body: Body) -> dict[str, Any]:
    called = [name for names in body.called.values() for name in names]
    names = [*body.name.by_language.values(), *body.short.by_language.values(), *called]
    return {
        "names": sorted({fold(name).lower() for name in names}, key=lambda one: (-len(one), one)),
        "address": body.address,
        "document_address": body.document_address,
    }


def _units() -> Iterator[list[str]]:
    for unit in ("preamble", *RANKS):
        sources = [_SHORT[unit]] if unit in _SHORT else []
        for words in LANGUAGES.values():
            known = words.units.get(unit)
            if known is not None and not known.after:
                sources += [loose(known.many), loose(known.one)]
        yield [unit, fold("|".join(filter(None, sources)))]


def _after() -> Iterator[list[str]]:
    for words in LANGUAGES.values():
        seen: set[str] = set()  # what else stands behind paragraphs of a preamble
        for unit, known in words.units.items():
            if known.after and fold(loose(known.after)) not in seen:
                yield [unit, fold(loose(known.after))]
            seen.add(fold(loose(known.after)))


def _numbers() -> Iterator[tuple[str, str]]:
    for number in range(1, _HIGHEST):
        yield chinese(number), str(number)
    for place, word in enumerate(ARABIC_ORDINALS, 1):
        yield fold(word), str(place)
        yield fold(word.replace(" ", "ة ") if " " in word else f"{word}ة"), str(place)


def _letters() -> Iterator[tuple[str, str]]:
    for number in range(1, 29):
        yield fold(arabic_letters(number)), letters(number)
    for place, letter in enumerate(CYRILLIC, 1):
        yield letter, "c" if letter == "с" else letters(place)
    for words in LANGUAGES.values():
        yield from ((fold(name), letter.lower()) for name, letter in words.letters.items())


def held(slugs: Iterable[str]) -> dict[str, str]:
    """Slugs in short: each with "#" for its last number, and the numbers as ranges."""
    found: dict[str, list[int]] = {}
    for one in slugs:
        match = re.search(r"[0-9]+(?=[^0-9]*$)", one)
        if match is None or match[0] != str(int(match[0])):
            found.setdefault(one, [])
        else:
            key = f"{one[: match.start()]}#{one[match.end() :]}"
            found.setdefault(key, []).append(int(match[0]))
    return {key: ",".join(_ranges(sorted(numbers))) for key, numbers in found.items()}


def _ranges(numbers: list[int]) -> Iterator[str]:
    start = last = None
    for number in [*numbers, None]:
        if last is not None and number != last + 1:
            yield str(start) if start == last else f"{start}-{last}"
            start = number
        elif start is None:
            start = number
        last = number


def _odd(corpus: Corpus) -> Iterator[tuple[str, list[list[str]]]]:
    found: dict[str, list[list[str]]] = {}
    for record in corpus.records():
        symbols = [record.symbol] if record.symbol else []
        if isinstance(record, Document) and ("\u2013" in record.symbol or "-" in record.symbol):
            symbols += [one for one in re.split(r"\s?[\u2013-]\s?", record.symbol) if "/" in one]
        for symbol in symbols:
            if slug(symbol) != record.slug:
                found.setdefault(slug(symbol), []).append([address(record), ""])
    for symbol, decision, part in grouped_parts(corpus):
        found.setdefault(slug(symbol), []).append([address(decision), part])
    yield from found.items()
