"""The data folder: which files are read, how they are named, what holds them together."""

import gc
from pathlib import Path

import pytest

from acquis.load import load

TOPIC = "topics:\n  - {id: %s, name: %s}\n"


@pytest.fixture
def data(tmp_path: Path) -> Path:
    folder = tmp_path / "data"
    folder.mkdir()
    return folder


def test_a_kind_may_be_one_file_or_a_folder_of_files(data: Path) -> None:
    (data / "topics").mkdir()
    (data / "topics.yaml").write_text(TOPIC % ("c", "C"))
    (data / "topics" / "a.yml").write_text(TOPIC % ("a", "A"))
    (data / "topics" / "b.yaml").write_text(TOPIC % ("b", "B"))
    (data / ".hidden.yaml").write_text("nonsense: [")
    (data / "notes.txt").write_text("nonsense: [")
    loaded = load(data)
    assert loaded.findings == ()
    assert sorted(loaded.corpus.topics) == ["a", "b", "c"]


def test_files_are_read_in_the_order_of_their_names(data: Path) -> None:
    (data / "topics").mkdir()
    names = ["topics.yaml", "topics.yml", "topics/a.yaml", "topics/a.yml", "topics/b.yaml"]
    for name in names:
        (data / name).write_text("topics: [")
    assert [finding.position.file for finding in load(data).findings] == [
        f"data/{name}" for name in names
    ]


def test_findings_name_files_from_the_root_with_forward_slashes(data: Path, tmp_path: Path) -> None:
    (data / "topics").mkdir()
    (data / "topics" / "a.yaml").write_text("topcis: []\n")
    (finding,) = load(data).findings
    assert finding.position.file == "data/topics/a.yaml"
    (finding,) = load(data, root=data).findings
    assert finding.position.file == "topics/a.yaml"
    assert load(data).lines("data/topics/a.yaml")[0] == "topcis: []"
    assert load(data).lines("elsewhere.yaml") == ()


def test_one_broken_file_does_not_hide_the_others(data: Path) -> None:
    (data / "a.yaml").write_text("topics: [")
    (data / "b.yaml").write_text(TOPIC % ("b", "B"))
    (data / "c.yaml").write_text("- not a mapping\n")
    (data / "d.yaml").write_text("topics: waste\nactors:\n")
    loaded = load(data)
    assert list(loaded.corpus.topics) == ["b"]
    assert [(f.position.file, f.rule) for f in loaded.findings] == [
        ("data/a.yaml", "yaml-invalid"),
        ("data/c.yaml", "type-wrong"),
        ("data/d.yaml", "type-wrong"),
    ]


def test_links_out_of_the_folder_are_not_followed(data: Path, tmp_path: Path) -> None:
    (tmp_path / "secret.yaml").write_text(TOPIC % ("secret", "S"))
    (data / "topics.yaml").symlink_to(tmp_path / "secret.yaml")
    (data / "inner.yaml").write_text(TOPIC % ("inner", "I"))
    (data / "again.yaml").symlink_to(data / "none.yaml")
    loaded = load(data)
    assert list(loaded.corpus.topics) == ["inner"]
    assert {f.rule for f in loaded.findings} == {"file-outside", "yaml-invalid"}


def test_the_ledger_is_read_where_there_is_one(data: Path) -> None:
    assert load(data).corpus.published is None
    (data / "addresses.txt").write_text("decisions/a/\n\n; note\n")
    loaded = load(data)
    assert loaded.corpus.published == ("decisions/a/", "", "; note")
    assert loaded.lines("data/addresses.txt")[0] == "decisions/a/"


def test_a_ledger_that_is_no_text_is_a_finding(data: Path) -> None:
    (data / "addresses.txt").write_bytes(b"decisions/caf\xe9/\n")
    loaded = load(data)
    assert [f.rule for f in loaded.findings] == ["encoding-invalid"]


def test_a_missing_folder_is_an_empty_corpus(tmp_path: Path) -> None:
    assert load(tmp_path / "none").findings == ()


def test_translations_belong_to_the_folder_of_their_language(data: Path) -> None:
    (data / "translations" / "fr").mkdir(parents=True)
    (data / "decisions.yaml").write_text(
        "decisions:\n  - {symbol: MC-5/1, title: Waste, operative: [Decides.]}\n"
    )
    (data / "translations" / "fr" / "decisions.yaml").write_text(
        "decisions:\n  - {symbol: MC-5/1, title: Déchets, operative: [Décide.]}\n"
        "topics:\n  - {id: a, name: A}\n"
    )
    loaded = load(data, ("en", "fr"))
    decision = loaded.corpus.decisions["mc-5-1"]
    assert list(decision.versions) == ["en", "fr"]
    assert decision.version("fr").title == "Déchets"
    assert decision.version("ar").title == "Waste"
    assert [f.rule for f in loaded.findings] == ["key-unknown"]


@pytest.mark.parametrize("enabled", [True, False])
def test_the_garbage_collector_is_left_as_it_was(data: Path, enabled: bool) -> None:
    (data / "a.yaml").write_text("topics: [")
    before = gc.isenabled()
    try:
        gc.enable() if enabled else gc.disable()
        load(data)
        assert gc.isenabled() == enabled
        with pytest.raises(AttributeError):
            load(None)  # type: ignore[arg-type]
        assert gc.isenabled() == enabled
    finally:
        gc.enable() if before else gc.disable()
