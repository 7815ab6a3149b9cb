"""Verification on real texts: each of many small changes, made at random, is found where it is."""

from __future__ import annotations

import random
import re
from collections.abc import Callable, Iterator, Sequence
from copy import deepcopy
from pathlib import Path
from typing import Any

import pytest
from assembly import CONVENTIONS
from click.testing import CliRunner

from acquis.changes.verification import faithful, verify
from acquis.cli import main
from acquis.importers.imported import Import, Settings
from acquis.importers.source import read
from acquis.load import load
from acquis.load.alone import alone
from acquis.load.records import DOCUMENT_TEXTS, TEXTS
from acquis.model.corpus import Corpus
from acquis.model.decision import Version

BODIES = f"""{CONVENTIONS}
      - id: climate
        name: Climate Change Conference
        opening: The Conference of the Parties
        symbols: ["{{number}}/CP.{{meeting}}", "{{number}}/CMP.{{meeting}}"]
"""
LANGUAGES = ("ar", "en", "es", "fr", "ru", "zh")
TIMES = 50
#: What of a block is no word of the text.
NO_WORDS = {"style", "decision", "head", "cols", "rows", "rule", "restart", "file"}


@pytest.fixture(scope="module")
def institution(tmp_path_factory: pytest.TempPathFactory) -> Corpus:
    folder = tmp_path_factory.mktemp("verify") / "data"
    folder.mkdir()
    (folder / "conventions.yaml").write_text(BODIES, encoding="utf-8")
    return load(folder, LANGUAGES).corpus


@pytest.fixture(scope="module")
def texts(
    corpora: Path, institution: Corpus, sample: Callable[[Sequence[Path]], Sequence[Path]]
) -> Sequence[Import]:
    files = [
        file
        for language in LANGUAGES
        for file in sample(sorted((corpora / "ga-78" / language).glob("*.xml")))[::4]
    ]
    files += (
        sorted((corpora / "docx").glob("*.docx"))[:2] + sorted((corpora / "unfccc").iterdir())[:2]
    )
    settings = Settings(tuple(institution.bodies.values()))
    found = [one for file in files for one in read(file.read_bytes(), file.name, settings)]
    return [one for one in found if _leaves(one.record)]


def made(found: Import, record: dict[str, Any], institution: Corpus) -> Version:
    given = {"language": "en", **record}
    given.setdefault("id", "text")
    return alone(found.kind, given, "file", institution).original


def _leaves(record: dict[str, Any]) -> list[tuple[Any, Any]]:
    """Each text of a record, as what it stands in and its key there."""
    return [
        leaf
        for key in {**TEXTS, **DOCUMENT_TEXTS}
        if key in record
        for leaf in _within(record, key)
    ]


def _within(holder: Any, key: Any) -> Iterator[tuple[Any, Any]]:
    value = holder[key]
    if isinstance(value, str):
        if value and value != "none":
            yield holder, key
    elif isinstance(value, dict):
        for name in value:
            if name not in NO_WORDS:
                yield from _within(value, name)
    elif isinstance(value, list):
        for place in range(len(value)):
            yield from _within(value, place)


def changed(words: str, chance: random.Random) -> str:
    """The words with one word, number or sign made another."""
    kinds = [
        (r"[^\W\d_]{2,}", lambda word: chance.choice([word[:-1], word[::-1] + "x", ""])),
        (r"\d+", lambda number: str(int(number) + chance.choice([1, 10]))),
        (r"[,;.:،؛。，；、]", lambda sign: chance.choice(["", "!", ";" if sign == "," else ","])),
        (r"[ \u00a0]", lambda space: "\u00a0" if space == " " else " "),
    ]
    pattern, make = chance.choice(kinds)
    spots = list(re.finditer(pattern, words))
    if not spots:
        return words
    spot = chance.choice(spots)
    return words[: spot.start()] + make(spot.group()) + words[spot.end() :]


def test_a_text_equals_itself(texts: Sequence[Import], institution: Corpus) -> None:
    assert len(texts) > 30
    for found in texts:
        version = made(found, found.record, institution)
        result = verify(version, version, decision=found.kind == "decisions")
        assert (result.differences, result.remarks) == ((), ())


def test_every_change_at_random_is_found(texts: Sequence[Import], institution: Corpus) -> None:
    chance = random.Random(20260101)
    missed, done = [], 0
    while done < TIMES:
        found = chance.choice(texts)
        record = deepcopy(found.record)
        holder, key = chance.choice(_leaves(record))
        before = holder[key]
        holder[key] = changed(before, chance)
        if not holder[key] or faithful(holder[key]) == faithful(before):
            continue
        done += 1
        mine, official = (made(found, one, institution) for one in (record, found.record))
        result = verify(mine, official, decision=found.kind == "decisions")
        if not any(
            one.number.startswith(before) or before in one.words
            for difference in result.differences
            if difference.row
            for one in difference.row.other
        ):
            missed.append((found.record.get("symbol"), before, holder[key], result.differences))
    assert missed == []


def test_from_the_file_to_the_record(
    corpora: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A file that is imported verifies; with one word of the record changed it does not."""
    file = sorted((corpora / "ga-78" / "fr").glob("A_RES_78_10[0-9]*.xml"))[0]
    (tmp_path / "data").mkdir()
    (tmp_path / "data" / "conventions.yaml").write_text(BODIES, encoding="utf-8")
    (tmp_path / "mkdocs.yml").write_text("plugins:\n  - acquis:\n      languages: [fr, en]\n")
    monkeypatch.chdir(tmp_path)
    command = CliRunner()
    assert command.invoke(main, ["import", str(file)]).exit_code == 0
    (record,) = (tmp_path / "data" / "decisions").iterdir()
    arguments = ["verify", record.stem, "--against", str(file), "--by", "A"]
    text = record.read_text(encoding="utf-8")
    record.write_text(text.replace("rapport", "rapports", 1), encoding="utf-8")
    assert record.read_text(encoding="utf-8") != text
    refused = command.invoke(main, arguments)
    assert refused.exit_code == 1
    assert "[-rapports-]{+rapport+}" in refused.output
    record.write_text(text, encoding="utf-8")
    assert command.invoke(main, arguments).exit_code == 0
    assert "    verified:\n      by: A\n" in record.read_text(encoding="utf-8")
