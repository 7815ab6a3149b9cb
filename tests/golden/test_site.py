"""A small corpus that uses every feature, and the pages and files that it must become.

`python3 scripts/bless.py` writes the expected tree; read what changed before you commit it.
"""

import json
from collections.abc import Iterator
from difflib import unified_diff
from pathlib import Path

import pytest

from acquis import settings
from acquis.pages.page import File, Page
from acquis.site import generation

FOLDER = Path(__file__).parent / "site"
PROJECT = FOLDER / "project"
EXPECTED = FOLDER / "expected"


def made() -> Iterator[tuple[str, str]]:
    """The path and the text of every page, without the theme's frame, and of every file."""
    generated = generation.generate(settings.read(PROJECT / "mkdocs.yml"))
    assert not generated.broken, [str(finding) for finding in generated.findings]
    for one in generated.make():
        if isinstance(one, File) and one.path.endswith(".bin"):
            continue  # the search's index: see test_search_index.py
        if isinstance(one, File):
            yield one.path, _readable(one)
        else:
            yield f"{one.address}index.html", _told(one)


def _readable(file: File) -> str:
    """A file as it is; a text's data, which stand on one line, with a line for each value."""
    if not file.path.endswith(".json") or not file.path.startswith(("decisions/", "documents/")):
        return file.content.decode()
    return f"{json.dumps(json.loads(file.content), ensure_ascii=False, indent=2)}\n"


def _told(page: Page) -> str:
    parts = {
        "kind": page.kind,
        "language": page.language,
        "section": page.section,
        "title": page.title,
        "description": page.description,
        "head": page.head,
        "content": page.content,
        "contents": page.contents,
    }
    return "".join(f"<!-- {name} -->\n{value}\n" for name, value in parts.items())


@pytest.fixture(scope="module")
def tree() -> dict[str, str]:
    pairs = list(made())
    result = dict(pairs)
    assert len(result) == len(pairs), "two pages have one address"
    return result


def test_the_tree_is_as_expected(tree: dict[str, str], bless: bool) -> None:
    if bless:
        for old in EXPECTED.rglob("*"):
            if old.is_file():
                old.unlink()
        for path, text in tree.items():
            target = EXPECTED / path
            target.parent.mkdir(parents=True, exist_ok=True)
            target.write_text(text, encoding="utf-8", newline="\n")
        return
    expected = {
        path.relative_to(EXPECTED).as_posix(): path.read_text(encoding="utf-8")
        for path in EXPECTED.rglob("*")
        if path.is_file()
    }
    assert expected, "no expected tree: run python3 scripts/bless.py"
    changes = [
        line
        for path in sorted(expected.keys() | tree.keys())
        for line in unified_diff(
            expected.get(path, "").splitlines(),
            tree.get(path, "").splitlines(),
            f"expected/{path}",
            f"made/{path}",
            lineterm="",
            n=1,
        )
    ]
    shown = "\n".join(changes[:80])
    assert not changes, f"{shown}\n\nIf this is right: python3 scripts/bless.py, and read the diff"


def test_every_page_is_made_the_same_twice(tree: dict[str, str]) -> None:
    assert dict(made()) == tree
