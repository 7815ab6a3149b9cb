"""The schema takes what the loader takes, and refuses what it refuses, but for what is listed."""

from functools import cache
from pathlib import Path
from random import Random
from tempfile import TemporaryDirectory
from typing import Any

import pytest
import yaml
from hypothesis import Phase, given, settings
from hypothesis import strategies as st
from instance import instance
from jsonschema import Draft202012Validator
from records import files

from acquis.finding import Finding, Level
from acquis.load import load
from acquis.load.rules import RULES
from acquis.load.schema import DATA, TRANSLATIONS, schemas
from acquis.load.write import write

GOLDEN = Path(__file__).parents[1] / "golden" / "rules"
PHASES = (Phase.explicit, Phase.reuse, Phase.generate)

#: What a schema cannot say, and why. All else is said: a finding of another rule must be refused.
CANNOT = {
    "yaml-invalid": "a file that is no YAML never becomes a value that a schema could see",
    "file-empty": "an editor makes no value of an empty file",
    "file-too-big": "bytes are counted before there are values",
    "file-outside": "where a file lies is no part of its values",
    "encoding-invalid": "letters are told before there are values",
    "nesting-too-deep": "a schema cannot count levels",
    "yaml-anchor": "an editor resolves aliases before a schema sees the values",
    "yaml-tag": "an editor resolves tags before a schema sees the values",
    "yaml-line-break": "it stands between values, or is one to a schema like any other sign",
    "yaml-trap": "editors read YAML 1.2, in which no, 1:30 and 2025-11-07 are words",
    "key-repeated": "a value that a schema sees has one of the two; editors tell it themselves",
    "id-repeated": "a schema looks at one place at a time",
    "symbol-repeated": "a schema looks at one place at a time",
    "slug-collision": "a schema looks at one place at a time",
    "translation-unmatched": "the original stands in another file",
    "translation-repeated": "the original stands in another file",
}


@cache
def schema(name: str) -> Draft202012Validator:
    made = schemas()[name]
    Draft202012Validator.check_schema(made)
    return Draft202012Validator(made)


def judged(source: bytes, *, translated: bool = False) -> tuple[list[Finding], bool]:
    """What the loader finds in a file that a schema can say, and whether it finds anything."""
    with TemporaryDirectory() as folder:
        data = Path(folder) / "data"
        path = data / "translations" / "fr" / "x.yaml" if translated else data / "x.yaml"
        path.parent.mkdir(parents=True)
        path.write_bytes(source)
        found = load(data, ("en", "fr")).findings
    errors = [one for one in found if one.level is Level.ERROR]
    return [one for one in errors if not _unsayable(one)], bool(errors)


def _unsayable(finding: Finding) -> bool:
    made_from_symbol = "the address that the symbol makes" in finding.message
    # Of such an address the schema knows that it needs a letter or digit, and no more.
    symbol = made_from_symbol and '""' not in finding.message
    return finding.rule in CANNOT or symbol


def plain(value: Any) -> Any:
    """A value as JSON has it: days are texts."""
    if isinstance(value, dict):
        return {key: plain(inner) for key, inner in value.items()}
    if isinstance(value, list):
        return [plain(inner) for inner in value]
    return value.isoformat() if hasattr(value, "isoformat") else value


def spoiled(value: Any, random: Random) -> Any:
    """A value with something wrong somewhere, mostly."""
    if random.random() < 0.3 or not isinstance(value, dict | list) or not value:
        return random.choice(["", " ", "x", 3, -1, True, [], {}, ["x"], {"a": "b"}, "2025-02-30"])
    if isinstance(value, list):
        at = random.randrange(len(value))
        return [*value[:at], spoiled(value[at], random), *value[at + 1 :]]
    key = random.choice(sorted(value))
    if random.random() < 0.2:
        return {one: inner for one, inner in value.items() if one != key}
    if random.random() < 0.2:
        return {**value, random.choice(["titel", "items", "heading", "x"]): "x"}
    return {**value, key: spoiled(value[key], random)}


@settings(max_examples=150, deadline=None, phases=PHASES)
@given(files())
def test_what_the_loader_takes_the_schema_takes(document: dict[str, Any]) -> None:
    assert not judged(write(document).encode())[0]
    found = list(schema(DATA).iter_errors(plain(document)))
    assert not found, found[0].message


@settings(max_examples=400, deadline=None, phases=PHASES)
@given(files(1), st.integers(0, 2**32))
def test_what_the_loader_refuses_the_schema_refuses(document: dict[str, Any], seed: int) -> None:
    broken = spoiled(plain(document), Random(seed))
    if not isinstance(broken, dict):
        return
    wrong, any_wrong = judged(write(broken).encode())
    valid = schema(DATA).is_valid(broken)
    assert not (wrong and valid), (broken, wrong[0])
    assert valid or any_wrong, broken


@pytest.mark.parametrize("rule", [rule.id for rule in RULES])
def test_golden_inputs_of_structural_rules(rule: str) -> None:
    paths = sorted((GOLDEN / rule).rglob("*.yaml"))
    says = False
    for path in paths:
        source = path.read_bytes()
        translated = "translations" in path.parts
        if instance(source) is None:
            continue
        wrong, any_wrong = judged(source, translated=translated)
        valid = schema(TRANSLATIONS if translated else DATA).is_valid(instance(source))
        if wrong:
            assert not valid, (path, wrong)
            says = says or any(finding.rule == rule for finding in wrong)
        assert valid or any_wrong, path
    assert says == (rule not in CANNOT)


def test_everything_published_is_taken() -> None:
    data = Path(__file__).parents[2] / "data"
    validator = Draft202012Validator(schemas(load(data).corpus)[DATA])
    for path in data.glob("*.yaml"):
        assert validator.is_valid(instance(path.read_bytes())), path


def test_every_field_is_described_with_an_example_that_it_takes() -> None:
    checked = 0
    waiting: list[Any] = [schemas()[DATA]]
    root = schemas()[DATA]
    while waiting:
        one = waiting.pop()
        if isinstance(one, dict):
            if "examples" in one:
                assert one["description"]
                alone = Draft202012Validator({**one, "$defs": root["$defs"]})
                for example in one["examples"]:
                    assert alone.is_valid(example), (one["description"], example)
                    assert yaml.safe_load(write({"x": example})) == {"x": example}
                checked += 1
            waiting.extend(one.values())
        elif isinstance(one, list):
            waiting.extend(one)
    assert checked > 100


def test_names_that_exist_are_offered_and_others_allowed() -> None:
    corpus = load(Path(__file__).parents[2] / "data").corpus
    made = schemas(corpus, "https://example.org/schema/")["decisions"]
    assert made["$id"] == "https://example.org/schema/decisions.schema.json"
    assert made["$defs"]["topics-that-exist"]["enum"] == sorted(corpus.topics)
    for topics in (["cooperation"], ["another"]):
        record = {"symbol": "X/1", "topics": topics}
        assert Draft202012Validator(made).is_valid({"decisions": [record]})
