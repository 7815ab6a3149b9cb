"""Loading whole corpora, beside loading the same YAML into plain values by PyYAML's C loader."""

from collections.abc import Iterator, Sequence
from functools import partial

import yaml

from acquis.load import canonical, load, tree
from benchmarks.measure import Asked, Figure, side_by_side
from benchmarks.texts import records

LOADED = "loading the data folder into a corpus"
READ = "reading the files into nodes with their places"
GENERAL = "the same without the reader of canonical files"
PEER = "loading the same YAML with PyYAML's C loader"


def measure(asked: Asked) -> Iterator[Figure]:
    """Three figures a language: the whole, and the reading of the YAML in both ways."""
    for language, folder in asked.texts.folders.items():
        sources = [path.read_bytes() for path in records(folder)]
        found = side_by_side(
            {
                LOADED: partial(load, folder, (language,)),
                READ: partial(_read, sources),
                GENERAL: partial(_read_generally, sources),
                PEER: partial(_loaded, sources),
            },
            asked.runs,
        )
        peer = found[PEER]
        yield Figure(f"{LOADED}, {language}", "s", found[LOADED], PEER, peer, at_most=2)
        yield Figure(f"{READ}, {language}", "s", found[READ], PEER, peer, at_most=1)
        yield Figure(f"{GENERAL}, {language}", "s", found[GENERAL], PEER, peer)


def _read(sources: Sequence[bytes]) -> int:
    return sum(canonical.tree_of(source) is not None for source in sources)


def _read_generally(sources: Sequence[bytes]) -> int:
    return sum(tree.read(source, "", lambda finding: None) is not None for source in sources)


def _loaded(sources: Sequence[bytes]) -> int:
    return sum(bool(yaml.load(source, yaml.CSafeLoader)) for source in sources)
