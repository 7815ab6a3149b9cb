"""Texts as importers give them, for tests on the real corpora."""

from collections.abc import Iterator, Sequence
from pathlib import Path

from acquis.importers.imported import Import, Settings, UnreadableError
from acquis.importers.source import read
from acquis.load import load

EXAMPLES = Path(__file__).parents[2] / "examples"


def imported(files: Sequence[Path], example: str) -> Iterator[Import]:
    """The texts of files, for the bodies of an example; files that cannot be read are left out."""
    bodies = load(EXAMPLES / example / "data").corpus.bodies
    for path in files:
        try:
            yield from read(path.read_bytes(), path.name, Settings(tuple(bodies.values())))
        except UnreadableError:
            continue
