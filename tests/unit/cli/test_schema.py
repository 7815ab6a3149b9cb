"""`acquis schema`: the schemas are written where they are wanted, and only when they changed."""

import json
from pathlib import Path

from jsonschema import Draft202012Validator


def test_schemas_are_written_beside_the_settings(project: Path, run) -> None:
    assert run("schema").output == ".vscode/schema: 11 schemas, 11 changed\n"
    assert run("schema").output == ".vscode/schema: 11 schemas, 0 changed\n"
    made = json.loads((project / ".vscode" / "schema" / "data.schema.json").read_text("utf-8"))
    Draft202012Validator.check_schema(made)
    assert made["$defs"]["decisions-that-exist"] == {"enum": ["L/5/7", "L/6/1"]}
    path = project / "data" / "meetings.yaml"
    path.write_text(path.read_text() + "  - {id: lakes-7, name: Seventh, bodies: [lakes]}\n")
    changed = run("schema", "--output", ".vscode/schema").output
    assert "11 schemas, " in changed
    assert "0 changed" not in changed
    assert "lakes-7" in (project / ".vscode" / "schema" / "decisions.schema.json").read_text()


def test_another_folder_may_be_named(project: Path, run) -> None:
    run("schema", "--output", "made/here")
    assert (project / "made" / "here" / "translations.schema.json").exists()
    assert not (project / ".vscode").exists()
