import json

import pytest

from acquis.cli.check import summarised
from acquis.finding import Finding, Level
from acquis.position import Position


def broken(
    project,
    text="decisions:\n  - {symbol: L/6/2, titel: Reeds, status: listed, meeting: lakes-6}\n",
):
    (project / "data" / "more.yaml").write_text(text, encoding="utf-8")


def test_good_data(run, project) -> None:
    result = run("check", "--fail-on", "warning")
    assert "0 errors" not in result.stdout
    assert "error[" not in result.stdout


def test_an_error_is_told_with_its_place_and_remedy(run, project) -> None:
    broken(project)
    result = run("check", status=1)
    assert "data/more.yaml:2:21: error[key-unknown]" in result.stdout
    assert 'did you mean "title"?' in result.stdout
    assert "1 error" in result.stdout


def test_what_only_the_check_finds(run, project) -> None:
    broken(project, "decisions:\n  - {symbol: L/6/2, meeting: lakes-66, status: listed}\n")
    result = run("check", status=1)
    assert "data/more.yaml:2:30: error[meeting-unknown]" in result.stdout


def test_files_are_named_from_the_current_folder(run, project, monkeypatch) -> None:
    broken(project)
    (project / "below").mkdir()
    monkeypatch.chdir(project / "below")
    assert "\ndata/more.yaml:2" in f"\n{run('check', '--config', '../mkdocs.yml', status=1).stdout}"
    monkeypatch.chdir(project.parent)
    result = run("check", "--config", f"{project.name}/mkdocs.yml", status=1)
    assert f"{project.name}/data/more.yaml:2:21" in result.stdout


def test_json(run, project) -> None:
    broken(project)
    value = json.loads(run("check", "--format", "json", status=1).stdout_bytes)
    assert value["count"]["error"] == 1
    assert value["findings"][0]["file"] == "data/more.yaml"


def test_github_and_its_summary(run, project, monkeypatch) -> None:
    broken(project)
    summary = project / "summary.md"
    summary.write_text("before\n")
    monkeypatch.setenv("GITHUB_STEP_SUMMARY", str(summary))
    run("check", status=1)
    assert summary.read_text() == "before\n"
    result = run("check", "--format", "github", status=1)
    assert "::error file=data/more.yaml,line=2,col=21,title=key-unknown::" in result.stdout
    assert summary.read_text().startswith("before\n**1 error")
    run("check", "--summary", "other.md", status=1)
    assert "key" in (project / "other.md").read_text()


@pytest.mark.parametrize(
    ("level", "fail_on", "status"),
    [
        ("warning", "error", 0),
        ("warning", "warning", 1),
        ("warning", "notice", 1),
        ("notice", "warning", 0),
        ("notice", "notice", 1),
        ("error", "notice", 1),
    ],
)
def test_the_level_that_fails(run, project, monkeypatch, level, fail_on, status) -> None:
    finding = Finding(Position("data/x.yaml"), Level(level), "a-rule", "something", "mend it")
    monkeypatch.setattr("acquis.site.checking.checked", lambda *_, **__: [finding])
    assert "a-rule" in run("check", "--fail-on", fail_on, status=status).stdout


def test_the_number_of_processes_changes_nothing(run, project) -> None:
    decisions = "".join(
        f"  - {{symbol: L/7/{number}, meeting: lakes-{number % 2 + 5}, adopted: 2030-05-04, "
        f'operative: ["Recalls L/6/1 and L/5/{number}, paragraph 9 of L/6/1; [^{number}]"]}}\n'
        for number in range(1, 12)
    )
    broken(project, f"decisions:\n{decisions}")
    told = []
    for processes in (1, 3):
        config = (
            (project / "mkdocs.yml").read_text().replace("en, fr]", "en, fr]\n      processes: 1")
        )
        (project / "other.yml").write_text(
            config.replace("processes: 1", f"processes: {processes}")
        )
        told.append(run("check", "--config", "other.yml", status=1).stdout)
    assert told[0] == told[1]
    assert told[0].count("footnote-missing") == 11


@pytest.mark.parametrize(
    "arguments", [("--format", "xml"), ("--fail-on", "x"), ("more",), ("--oops",)]
)
def test_wrong_usage(run, project, arguments) -> None:
    run("check", *arguments, status=2)


def test_hostile_names_do_nothing_to_the_terminal(run, project) -> None:
    broken(project, 'decisions:\n  - {symbol: L/6/2, "\\e[31m\\u202e": 1, meeting: lakes-6}\n')
    result = run("check", status=1)
    assert "\x1b" not in result.stdout
    assert "\u202e" not in result.stdout


def test_a_summary_that_would_be_too_long_keeps_the_gravest() -> None:
    levels = [Level.NOTICE, Level.ERROR]
    found = [
        Finding(Position("data/x.yaml", line), levels[line % 2], "a-rule", f"thing {line}", "")
        for line in range(1, 201)
    ]
    whole = summarised(found, 1_000_000)
    assert whole.count(b"a&#45;rule") == 200
    cut = summarised(found, len(whole) // 3)
    assert len(cut) <= len(whole) // 3
    assert b"150 more" in cut
    assert b"notice |" not in cut
    assert summarised(found, 0) == b""


def test_what_is_not_translated_is_listed(run, project) -> None:
    result = run("check", "--translations")
    assert "en: 1 of 1 texts\nfr: 0 of 1 texts\n  L/6/1 (data/" in result.stdout
    folder = project / "data" / "translations" / "fr"
    folder.mkdir(parents=True)
    (folder / "a.yaml").write_text(
        "decisions:\n  - {symbol: L/6/1, title: Roseaux, operative: [Un.]}\n", encoding="utf-8"
    )
    assert run("check", "--translations").stdout.endswith("fr: 1 of 1 texts\n")
