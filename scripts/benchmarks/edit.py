"""An editor's change: one word of one paragraph, in whatever file holds the text."""

import random
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from benchmarks.multiplied import SEED

_WORD = re.compile(r"(?<![\w*\[/-])[a-z]{7,}(?![\w*\]/:-])")
_OPERATIVE = re.compile(r"^    operative:\n(.*?)(?=^    [a-z_]+:|\Z)", re.MULTILINE | re.DOTALL)


@dataclass(frozen=True, slots=True)
class Edit:
    """In the first language's text `slug`, `word` becomes `other`, which is as long."""

    slug: str
    word: str
    other: str

    def make(self, folder: Path) -> bool:
        """Change the file of the text below a folder; whether there was anything to change."""
        names = (f"decisions/{self.slug}.yaml", f"en/{self.slug}.md")
        for path in (folder / name for name in names):
            if path.is_file():
                words = path.read_text(encoding="utf-8")
                changed = re.sub(rf"\b{self.word}\b", self.other, words)
                path.write_text(changed, encoding="utf-8", newline="\n")
                return changed != words
        return False


def edits(project: Path, count: int) -> Iterator[Edit]:
    """Changes at random, always the same ones, each in another text.

    The word stands once in its file, in an operative paragraph, and is no part of a citation.
    """
    paths = sorted((project / "data" / "decisions").glob("*.yaml"))
    random.Random(SEED).shuffle(paths)  # noqa: S311 - no secret is made of it
    for path in paths:
        text = path.read_text(encoding="utf-8")
        operative = _OPERATIVE.search(text)
        words = _WORD.findall(operative[1]) if operative else []
        known = text.casefold()
        once = [word for word in words if known.count(word) == 1 and word != word[::-1]]
        if once and count:
            count -= 1
            yield Edit(path.stem, once[len(once) // 2], once[len(once) // 2][::-1])
