import json


def test_the_corpus_on_standard_output(run, project) -> None:
    result = run("export", "json")
    value = json.loads(result.stdout_bytes)
    assert [one["symbol"] for one in value["decisions"]] == ["L/5/7", "L/6/1"]
    assert value["languages"] == ["en", "fr"]
    assert result.stdout_bytes.endswith(b"}\n")
    assert b"\r" not in result.stdout_bytes
    assert result.stderr == ""


def test_a_file(run, project) -> None:
    assert run("export", "json", "--output", "made/corpus.json").stdout == ""
    assert (project / "made/corpus.json").read_bytes() == run("export", "json").stdout_bytes
    assert [path.name for path in (project / "made").iterdir()] == ["corpus.json"]


def test_data_with_errors_are_not_exported(run, project) -> None:
    (project / "data" / "more.yaml").write_text("decisions: [{symbol: L/6/2, titel: x}]\n")
    (project / "corpus.json").write_text("before")
    result = run("export", "json", "--output", "corpus.json", status=1)
    assert result.stdout == ""
    assert "data/more.yaml:1:29: error[key-unknown]" in result.stderr
    assert (project / "corpus.json").read_text() == "before"


def test_wrong_usage(run, project) -> None:
    run("export", "xml", status=2)
    run("export", "json", "x", status=2)
