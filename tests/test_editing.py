"""What editors have beside the tool: settings for VS Code with schemas, hooks before a commit."""

import fnmatch
import importlib
import json
import re
from pathlib import Path
from typing import Any

import pytest
import yaml

from acquis.exporters.schema import schema_files
from acquis.load import load
from acquis.load.files import translated_into, yaml_files
from acquis.load.records import LISTS

ROOT = Path(__file__).parent.parent
SETTINGS = json.loads((ROOT / ".vscode" / "settings.json").read_text(encoding="utf-8"))


def without_names(schema: Any) -> Any:
    """A schema apart from the names that exist: those an editor may leave for another day."""
    if isinstance(schema, dict):
        return {
            key: [] if key == "enum" and len(schema) == 1 else without_names(value)
            for key, value in schema.items()
        }
    return [without_names(one) for one in schema] if isinstance(schema, list) else schema


@pytest.mark.parametrize("path", SETTINGS["yaml.schemas"])
def test_the_schemas_for_vs_code_are_those_of_the_model(path: str) -> None:
    made = schema_files(load(ROOT / "data").corpus)[Path(path).name]
    there = json.loads((ROOT / path).read_text(encoding="utf-8"))
    assert without_names(there) == without_names(json.loads(made)), "run acquis schema"


def glob(pattern: str) -> re.Pattern[str]:
    """A pattern of the YAML extension: `**/` is any folders, `*` anything but a slash."""
    pieces = [fnmatch.translate(piece)[4:-3] for piece in pattern.split("**/")]
    return re.compile("(?:.*/)?".join(piece.replace(".*", "[^/]*") for piece in pieces))


def test_each_data_file_has_one_schema_in_vs_code() -> None:
    patterns = {
        Path(schema).name: [glob(pattern) for pattern in told]
        for schema, told in SETTINGS["yaml.schemas"].items()
    }
    files = [path.relative_to(ROOT).as_posix() for path in yaml_files(ROOT / "data")]
    files += [f"data/{name}/x.yaml" for name in LISTS] + ["data/translations/fr/x.yaml"]
    for file in files:
        wanted = "translations" if translated_into(Path(file).relative_to("data")) else "data"
        matching = [
            name for name, told in patterns.items() if any(one.fullmatch(file) for one in told)
        ]
        assert matching == [f"{wanted}.schema.json"], file


def test_the_hooks_run_scripts_that_are_there() -> None:
    config = yaml.safe_load((ROOT / ".pre-commit-config.yaml").read_text(encoding="utf-8"))
    hooks = config["repos"][0]["hooks"]
    assert [hook["id"] for hook in hooks] == ["acquis-format", "acquis-check"]
    for hook in hooks:
        program, script = hook["entry"].split()
        assert (program, hook["language"]) == ("python", "python")
        assert (ROOT / script).is_file()
        assert re.search(hook["files"], "data/decisions/mc-6-1.yaml")
        assert not re.search(hook["files"], "docs/index.md")


def test_the_script_formats_what_it_is_given(monkeypatch: pytest.MonkeyPatch) -> None:
    script = importlib.import_module("format")
    ran: list[tuple[object, ...]] = []
    monkeypatch.setattr(script, "prepare", lambda lock: lock)
    monkeypatch.setattr(script, "run", lambda *command: ran.append(command) or 7)
    assert script.format_data(["--check", "data/topics.yaml"]) == 7
    assert ran == [("site", "acquis.cli", "format", "--check", "data/topics.yaml")]
