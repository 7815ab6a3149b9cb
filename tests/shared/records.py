"""Random records: values that the loader takes, made from the fields that it reads by."""

from collections.abc import Mapping
from datetime import date
from typing import Any

from hypothesis import strategies as st

from acquis.load import blocks
from acquis.load.records import LISTS
from acquis.load.shape import (
    Choice,
    Day,
    Field,
    Id,
    InLanguages,
    Keyed,
    Line,
    Many,
    Number,
    Record,
    SymbolPattern,
    Truth,
    Worded,
)

HARD = [
    "yes", "5", "1:30", "null", "- a", "a: b", "a #b", "#a", "*Requests*:", "[a]", "{a}", "&a",
    "'", '"', "\\", "a\nb", "a\n\nb c", "two  spaces", " first", "last ", "a\u00a0", "RC\u201112/9",
    "n^o^\u00a05", "e\u0301", "قرار", "决定。", "a\tb", "2025-11-07", "!x", "%x", "@x", "|", ">-",
    "?", ".",
]  # fmt: skip
WORDS = ["Requests", "the", "Secretariat,", "in", "2026;", "(a)", "-", ":", "#", "\u00a0", "*x*"]

ids = st.from_regex(r"[a-z][a-z0-9]{1,8}(-[a-z0-9]{1,6}){0,2}", fullmatch=True).filter(
    lambda value: value not in ("yes", "no", "on", "off", "true", "false", "null", "con", "nul")
)
texts = st.one_of(
    st.sampled_from(HARD),
    ids,
    st.lists(st.sampled_from(WORDS), min_size=1, max_size=60).map(" ".join),
    st.text(st.characters(exclude_categories=["Cs", "Cc"]), min_size=1, max_size=30),
).filter(lambda text: bool(text.strip()))

by_language = st.dictionaries(st.sampled_from(["en", "fr"]), texts, min_size=1)
_SIMPLE: dict[type, st.SearchStrategy[Any]] = {
    Id: ids,
    Line: texts,
    Day: st.dates(date(1900, 1, 1)).flatmap(lambda day: st.sampled_from([day, day.isoformat()])),
    Number: st.integers(0, 300),
    Truth: st.booleans(),
    SymbolPattern: st.sampled_from(["MC-{meeting}/{number}", "{n}", "a {b:roman} (c)", "no"]),
    Worded: st.one_of(texts, by_language),
    blocks.Footnotes: st.dictionaries(st.sampled_from(["1", "2", "*", "a"]), texts, max_size=3),
    blocks.CellShape: st.one_of(
        st.just(""), texts, st.builds(dict, text=texts, cols=st.integers(1, 3))
    ),
}


def fields(known: Mapping[str, Field], depth: int) -> st.SearchStrategy[dict[str, Any]]:
    """A mapping of known fields: what is needed, and some of the rest."""
    usable = {key: one for key, one in known.items() if depth or not _deep(one.shape)}
    return st.fixed_dictionaries(
        {key: values(one.shape, depth) for key, one in usable.items() if one.required},
        optional={key: values(one.shape, depth) for key, one in usable.items() if not one.required},
    )


def _deep(shape: Any) -> bool:
    if isinstance(shape, Many):
        return _deep(shape.shape)
    return isinstance(shape, blocks.Blocks | blocks.AnnexShape | blocks.PartShape)


def values(shape: Any, depth: int) -> st.SearchStrategy[Any]:
    """Values that a shape reads without a finding."""
    for kind, made in _SIMPLE.items():
        if isinstance(shape, kind):
            return made
    if isinstance(shape, Choice):
        return st.sampled_from(shape.values)
    if isinstance(shape, Many):
        many = st.lists(values(shape.shape, depth), max_size=3)
        return st.one_of(many, values(shape.shape, depth)) if shape.single else many
    if isinstance(shape, InLanguages):
        many = st.lists(values(shape.shape, depth), max_size=2)
        return st.one_of(many, st.dictionaries(st.sampled_from(["en", "fr"]), many, max_size=2))
    if isinstance(shape, Keyed):
        keys = st.sampled_from(shape.keys) if shape.keys else texts.filter(_short)
        return st.dictionaries(keys, values(shape.shape, depth), max_size=2)
    if isinstance(shape, blocks.Blocks):
        kinds = [fields(known, depth - 1) for kind, known in blocks.FIELDS.items() if depth]
        if depth == 1:  # there is no room in a quotation any more
            del kinds[list(blocks.FIELDS).index("quote")]
        return st.lists(st.one_of(texts, *kinds), max_size=3)
    return fields(_fields(shape), max(depth - 1, 0))


def _fields(shape: Any) -> Mapping[str, Field]:
    if isinstance(shape, Record):
        return shape.fields
    if isinstance(shape, blocks.AnnexShape):
        return blocks.ANNEX_FIELDS
    if isinstance(shape, blocks.PartShape):
        return blocks.PART_FIELDS
    raise AssertionError(f"{shape} has no values here")


def _short(text: str) -> bool:
    return len(text) < 60 and "\n" not in text


def files(depth: int = 2) -> st.SearchStrategy[dict[str, list[Any]]]:
    """Data files: some of the lists, each with a few records."""

    def of(chosen: list[str]) -> st.SearchStrategy[dict[str, list[Any]]]:
        lists = {key: st.lists(_record(LISTS[key], depth), max_size=2) for key in chosen}
        return st.fixed_dictionaries(lists)

    return st.lists(st.sampled_from(sorted(LISTS)), min_size=1, max_size=2, unique=True).flatmap(of)


def _record(known: Mapping[str, Field], depth: int) -> st.SearchStrategy[dict[str, Any]]:
    """A record, with an id where nothing else would tell it."""
    made = fields(known, depth)
    if "symbol" not in known:
        return made
    return st.tuples(ids, made).map(
        lambda pair: pair[1] if _addressed(pair[1]) else {"id": pair[0], **pair[1]}
    )


def _addressed(record: dict[str, Any]) -> bool:
    """Whether an address can be made for a record."""
    return "id" in record or any(
        sign.isascii() and sign.isalnum() for sign in record.get("symbol", "")
    )
