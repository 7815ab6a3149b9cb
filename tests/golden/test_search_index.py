"""The indexes of the small corpus, read as a reader reads them: what is found, where, by what.

`python3 scripts/bless.py` writes what is expected; the compressed bytes themselves depend on the
machine's zlib.
"""

import json
from difflib import unified_diff
from pathlib import Path

import pytest
from index_reader import read

from acquis import settings
from acquis.pages.page import File
from acquis.site import generation

FOLDER = Path(__file__).parent
PROJECT = FOLDER / "site" / "project"
EXPECTED = FOLDER / "search"


@pytest.fixture(scope="module")
def files() -> dict[str, bytes]:
    generated = generation.generate(settings.read(PROJECT / "mkdocs.yml"))
    return {
        one.path: one.content
        for one in generated.make()
        if isinstance(one, File) and one.path.endswith(".bin")
    }


@pytest.mark.parametrize("language", ["en", "fr", "ar"])
def test_the_index_is_as_expected(files: dict[str, bytes], language: str, bless: bool) -> None:
    prefix = f"search/{language}/"
    made = _told(
        {path.removeprefix(prefix): held for path, held in files.items() if path.startswith(prefix)}
    )
    path = EXPECTED / f"{language}.json"
    if bless:
        path.parent.mkdir(exist_ok=True)
        path.write_text(made, encoding="utf-8", newline="\n")
        return
    expected = path.read_text(encoding="utf-8")
    changes = list(unified_diff(expected.splitlines(), made.splitlines(), lineterm="", n=0))
    assert not changes, "\n".join([*changes[:60], "to renew: python3 scripts/bless.py"])


def _told(files: dict[str, bytes]) -> str:
    index = read(files)
    told = {
        "head": {key: index.head[key] for key in ("language", "standing", "lengths", "mean")},
        "passages": [
            [one["address"], index.parts[one["passage"]], one["anchor"], one["number"], one["text"]]
            for one in index.passages
        ],
        "words": [
            " ".join(
                f"{form}:{','.join(str(one.passage) for one in index.postings[form])}"
                for form in group
            )
            for group in sorted(index.groups)
        ],
        "function": sorted(index.function),
        "facets": index.facets,
    }
    lines = ["{"]
    for key, value in told.items():
        rows = value if isinstance(value, list) else [{name: one} for name, one in value.items()]
        texts = [f"    {json.dumps(row, ensure_ascii=False)}" for row in rows]
        lines.append(f"  {json.dumps(key)}: [\n" + ",\n".join(texts) + "\n  ],")
    return "\n".join(lines).rstrip(",") + "\n}\n"
