"""The layers: no module imports from one to its right, and siblings do not import one another."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

SOURCE = Path(__file__).parent.parent / "src" / "acquis"

#: From left to right; modules in one row are siblings. The first row may use its own members.
LAYERS = (
    (
        "position",
        "finding",
        "report",
        "symbol",
        "text",
        "opening",
        "opening_family",
        "settings",
        "collector",
        "reads",
        "kept",
        "stamp",
    ),
    ("model",),
    ("load",),
    ("citation",),
    ("align", "link"),
    ("changes",),
    ("check",),
    ("pages", "importers", "exporters", "search"),
    ("site",),
    ("cli",),
)

RANK = {name: place for place, row in enumerate(LAYERS) for name in row}

#: What only one layer may know.
RESERVED = {"mkdocs": "site", "material": "site", "jinja2": "pages"}


def modules() -> Iterator[tuple[str, Path]]:
    """Each module with the name of its layer."""
    for path in sorted(SOURCE.rglob("*.py")):
        top = path.relative_to(SOURCE).parts[0].removesuffix(".py")
        if top != "__init__":
            yield top, path


def imported(path: Path) -> Iterator[str]:
    """What a module imports, by its full name."""
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{path}: imports are absolute"
            yield from (f"{node.module}.{alias.name}" for alias in node.names)


def test_every_module_has_a_layer() -> None:
    assert {top for top, _ in modules()} <= RANK.keys()


@pytest.mark.parametrize(
    ("top", "path"), [pytest.param(*m, id=str(m[1].relative_to(SOURCE))) for m in modules()]
)
def test_no_module_imports_to_its_right(top: str, path: Path) -> None:
    wrong = []
    for name in imported(path):
        parts = name.split(".")
        if parts[0] != "acquis" or len(parts) < 2 or parts[1] not in RANK or parts[1] == top:
            continue
        sibling = RANK[parts[1]] == RANK[top] and RANK[top] > 0
        if RANK[parts[1]] > RANK[top] or sibling:
            wrong.append(name)
    assert not wrong


@pytest.mark.parametrize("library", RESERVED)
def test_one_layer_knows_a_library(library: str) -> None:
    knowing = {
        top for top, path in modules() for name in imported(path) if name.split(".")[0] == library
    }
    # The theme is asked for its templates' environment by the site, which so knows Jinja too.
    allowed = {RESERVED[library]} | ({"site"} if library == "jinja2" else set())
    assert knowing <= allowed


def test_only_loading_and_settings_know_yaml() -> None:
    assert {
        top for top, path in modules() for name in imported(path) if name.split(".")[0] == "yaml"
    } <= {"load", "settings"}


def test_no_convention_is_named_in_the_code() -> None:
    def code(path: Path) -> str:
        lines = path.read_text(encoding="utf-8").lower().splitlines()
        return "\n".join(line for line in lines if not line.lstrip().startswith("#"))

    names = ("minamata", "basel", "rotterdam", "stockholm", "unfccc", "general assembly")
    found = [
        (str(path.relative_to(SOURCE)), name)
        for _, path in modules()
        for name in names
        if re.search(rf"\b{name}\b", code(path))
    ]
    assert not found
