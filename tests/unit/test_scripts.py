"""The parts of the scripts that can be tried without a network: decisions, messages, commands."""

import ast
import json
import os
import re
import subprocess
import sys
import tomllib
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

import _chromium
import _environment
import _stamp
import _tool
from _environment import SetupError
from _stamp import Stamp, Step, missing_step

ROOT = Path(__file__).resolve().parents[2]
SCRIPTS = sorted((ROOT / "scripts").glob("*.py"))

SITE = Stamp("cpython 3.11", "/repository", "p1", {"site": "s1"}, ("mkdocs", "acquis.pth"))
TEST = replace(SITE, locks={"site": "s1", "test": "t1"}, packages=(*SITE.packages, "pytest"))


def on_path(*programs: str) -> Callable[[str], str | None]:
    """A `which` for a machine that has these programs, all in /bin or at the path given."""
    known = {program: program if "/" in program else f"/bin/{program}" for program in programs}
    return known.get


class TestWhatAnEnvironmentLacks:
    def test_nothing_where_the_stamp_fits(self) -> None:
        assert missing_step(SITE, replace(SITE, packages=()), SITE.packages) is Step.NOTHING

    def test_everything_without_a_stamp(self) -> None:
        assert missing_step(None, SITE, ()) is Step.EVERYTHING

    @pytest.mark.parametrize(
        "wanted",
        [
            replace(SITE, python="cpython 3.12"),
            replace(SITE, root="/moved"),
            replace(SITE, locks={"site": "s2"}),
        ],
        ids=["another Python", "another folder", "another lock file"],
    )
    def test_everything_where_it_was_made_from_something_else(self, wanted: Stamp) -> None:
        assert missing_step(SITE, wanted, SITE.packages) is Step.EVERYTHING

    def test_everything_where_a_package_is_gone(self) -> None:
        assert missing_step(SITE, SITE, {"mkdocs"}) is Step.EVERYTHING

    def test_nothing_where_a_user_has_added_a_package(self) -> None:
        assert missing_step(SITE, SITE, {*SITE.packages, "ipdb"}) is Step.NOTHING

    def test_only_packages_to_go_from_building_to_testing(self) -> None:
        assert missing_step(SITE, TEST, SITE.packages) is Step.PACKAGES

    def test_nothing_to_build_where_one_can_test(self) -> None:
        assert missing_step(TEST, SITE, TEST.packages) is Step.NOTHING

    def test_everything_where_the_lock_file_of_the_tests_has_changed(self) -> None:
        wanted = replace(TEST, locks={"site": "s1", "test": "t2"})
        assert missing_step(TEST, wanted, TEST.packages) is Step.EVERYTHING

    def test_a_new_lock_file_of_the_tests_does_not_keep_one_from_building(self) -> None:
        assert missing_step(TEST, SITE, TEST.packages) is Step.NOTHING

    def test_the_project_where_only_pyproject_has_changed(self) -> None:
        assert missing_step(SITE, replace(SITE, project="p2"), SITE.packages) is Step.PROJECT


class TestStamp:
    @pytest.fixture
    def venv(self, tmp_path: Path) -> Path:
        python = _stamp.python_of(tmp_path)
        python.parent.mkdir()
        python.touch()
        return tmp_path

    def test_reads_what_was_written(self, venv: Path) -> None:
        _stamp.write_stamp(venv, TEST)
        assert _stamp.read_stamp(venv) == TEST

    def test_is_none_where_the_python_of_the_environment_is_gone(self, venv: Path) -> None:
        _stamp.write_stamp(venv, SITE)
        _stamp.python_of(venv).unlink()
        assert _stamp.read_stamp(venv) is None

    @pytest.mark.parametrize("text", ["", "{", "[]", "null", '{"python": "cpython 3.11"}', "\x00"])
    def test_is_none_where_it_cannot_be_read(self, venv: Path, text: str) -> None:
        _stamp.write_stamp(venv, SITE)
        (stamp,) = venv.glob("*.json")
        stamp.write_text(text, encoding="utf-8")
        assert _stamp.read_stamp(venv) is None

    def test_is_none_where_nothing_was_made(self, tmp_path: Path) -> None:
        assert _stamp.read_stamp(tmp_path / "missing") is None

    def test_leaves_no_draft(self, venv: Path) -> None:
        _stamp.write_stamp(venv, SITE)
        assert [json.loads(file.read_text())["root"] for file in venv.glob("acquis*")] == [
            "/repository"
        ]

    def test_of_an_environment_made_anew_names_what_it_was_made_from(self) -> None:
        wanted = replace(SITE, locks={"site": "s2"}, packages=())
        made = _stamp.stamp_after(None, wanted, {"b", "a"})
        assert made == replace(wanted, packages=("a", "b"))

    def test_of_an_environment_that_was_added_to_keeps_what_it_had(self) -> None:
        wanted = replace(SITE, project="p2", packages=())
        assert _stamp.stamp_after(TEST, wanted, {"a"}).locks == TEST.locks

    def test_of_the_tests_includes_the_site(self) -> None:
        site, test = _environment.wanted_stamp("site"), _environment.wanted_stamp("test")
        assert site.locks.items() < test.locks.items()
        assert replace(test, locks=site.locks) == site


def test_two_scripts_do_not_set_up_at_once(tmp_path: Path) -> None:
    file = tmp_path / "environment.lock"
    with file.open("a+b") as first, file.open("a+b") as second:
        assert _environment.try_lock(first)
        assert not _environment.try_lock(second)
        first.close()
        assert _environment.try_lock(second)


class TestPipFailures:
    @pytest.mark.parametrize(
        ("output", "said"),
        [
            (
                """WARNING: Retrying … Failed to establish a new connection: [Errno -3] …
                ERROR: No matching distribution found for mkdocs==1.6.1""",
                "cannot be reached",
            ),
            ("ERROR: No matching distribution found for lxml==6.1.3", "lacks a locked package"),
            (
                "ERROR: THESE PACKAGES DO NOT MATCH THE HASHES FROM THE REQUIREMENTS FILE.",
                "not the one that was locked",
            ),
            ("ERROR: Could not install packages due to an OSError: [Errno 28] No space", "disk"),
            ("Segmentation fault", "pip could not install"),
        ],
    )
    def test_are_told_by_their_cause(self, output: str, said: str) -> None:
        problem, fix = _environment.explain_pip(output)
        assert said in problem
        assert fix

    def test_look_like_findings(self) -> None:
        text = str(SetupError("the disk is full", "make room, then try again"))
        assert text == "error: the disk is full\n  fix: make room, then try again"


class TestChromium:
    def test_is_the_one_that_the_variable_names(self) -> None:
        found = _chromium.find_chromium(
            "linux", {"ACQUIS_CHROMIUM": "/opt/mine"}, on_path("chromium", "/opt/mine")
        )
        assert found == Path("/opt/mine")

    def test_is_an_error_where_the_variable_names_none(self) -> None:
        with pytest.raises(SetupError, match='ACQUIS_CHROMIUM names "/opt/mine"'):
            _chromium.find_chromium("linux", {"ACQUIS_CHROMIUM": "/opt/mine"}, on_path("chromium"))

    def test_is_preferred_to_chrome_and_edge(self) -> None:
        which = on_path("msedge", "google-chrome", "chromium")
        assert _chromium.find_chromium("linux", {}, which) == Path("/bin/chromium")

    def test_on_the_path_is_preferred_to_the_usual_places(self) -> None:
        which = on_path("/snap/bin/chromium", "google-chrome")
        assert _chromium.find_chromium("linux", {}, which) == Path("/bin/google-chrome")

    @pytest.mark.parametrize(
        ("system", "variables", "place"),
        [
            ("linux", {}, "/opt/google/chrome/chrome"),
            (
                "darwin",
                {"HOME": "/Users/ana"},
                "/Users/ana/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
            ),
            ("darwin", {}, "/Applications/Chromium.app/Contents/MacOS/Chromium"),
            (
                "win32",
                {"PROGRAMFILES(X86)": r"C:\Programs"},
                r"C:\Programs\Microsoft\Edge\Application\msedge.exe",
            ),
            (
                "win32",
                {"LOCALAPPDATA": r"C:\Users\Ana\Local"},
                r"C:\Users\Ana\Local\Google\Chrome\Application\chrome.exe",
            ),
        ],
    )
    def test_is_found_in_the_usual_places(
        self, system: str, variables: dict[str, str], place: str
    ) -> None:
        found = _chromium.find_chromium(system, variables, {place: place}.get)
        assert str(found) == str(Path(place))

    def test_may_be_missing(self) -> None:
        assert _chromium.find_chromium("linux", {}, on_path()) is None

    @pytest.mark.parametrize("system", ["linux", "darwin", "win32"])
    def test_missing_says_what_to_do(self, system: str) -> None:
        text = str(_chromium.missing_chromium(system))
        assert "install" in text
        assert "ACQUIS_CHROMIUM" in text
        assert ("apt-get" in text) == (system == "linux")


class TestTools:
    def test_take_their_modules_and_programs_from_the_environment_alone(self) -> None:
        given = {"PATH": "/bin", "PYTHONPATH": "/elsewhere", "PYTHONHOME": "/old", "LANG": "C"}
        variables = _tool.tool_variables(given, Path("/venv"))
        first, *others = variables["PATH"].split(os.pathsep)
        assert Path(first).parent == Path("/venv")
        assert others == ["/bin"]
        assert not {"PYTHONPATH", "PYTHONHOME"} & variables.keys()
        assert variables["LANG"] == "C"
        assert variables["NO_MKDOCS_2_WARNING"] == "1"

    def test_pass_their_exit_status_on(self) -> None:
        python = Path(sys.executable)
        assert _tool.run(python, "json.tool", "--help") == 0
        assert _tool.run(python, "json.tool", "--no-such-option") == 2

    @pytest.mark.parametrize(
        ("raised", "status", "said"),
        [
            (SetupError("it rained", "wait"), 1, "error: it rained\n  fix: wait"),
            (PermissionError(13, "Permission denied", ".venv"), 1, "Permission denied: '.venv'"),
            (KeyboardInterrupt(), 130, ""),
        ],
    )
    def test_scripts_end_without_a_traceback(
        self, raised: BaseException, status: int, said: str
    ) -> None:
        def verb(_: object) -> int:
            raise raised

        with pytest.raises(SystemExit) as ended:
            _tool.main(verb)
        code = ended.value.code
        # Python prints a text and exits with 1.
        assert (1 if isinstance(code, str) else code) == status
        assert said in str(code)


class TestOldPython:
    @pytest.mark.parametrize("script", SCRIPTS, ids=lambda script: script.name)
    def test_can_parse_every_script_and_so_say_that_it_is_too_old(self, script: Path) -> None:
        source = script.read_text(encoding="utf-8")
        ast.parse(source, feature_version=(3, 7))
        assert "from __future__" not in source, "Python 3.6 knows none of the newer ones"

    @pytest.mark.parametrize("name", ["build", "serve", "test", "bless", "bench"])
    def test_meets_the_check_of_its_version_first(self, name: str, tmp_path: Path) -> None:
        """Run the script with a Python that says it is 3.9."""
        (tmp_path / "old.py").write_text(
            "import runpy, sys\n"
            "sys.version_info = (3, 9, 2)\n"
            f"sys.path.insert(0, {str(ROOT / 'scripts')!r})\n"
            f"sys.argv = ['{name}.py']\n"
            f"runpy.run_path({str(ROOT / 'scripts' / f'{name}.py')!r}, run_name='__main__')\n"
        )
        ran = subprocess.run(
            [sys.executable, str(tmp_path / "old.py")], capture_output=True, text=True, check=False
        )
        assert ran.returncode == 1
        assert ran.stderr.startswith("error: Python 3.11 or newer is needed")
        assert "Traceback" not in ran.stderr


class TestLockFiles:
    @staticmethod
    def locked(name: str) -> dict[str, Requirement]:
        text = (ROOT / "requirements" / f"{name}.lock").read_text(encoding="utf-8")
        lines = re.findall(r"^([a-z0-9][^\\\n]+) \\$", text, re.MULTILINE)
        found = [Requirement(line) for line in lines]
        return {canonicalize_name(requirement.name): requirement for requirement in found}

    def test_of_the_tests_has_all_of_the_sites_at_the_same_versions(self) -> None:
        site, test = self.locked("site"), self.locked("test")
        assert len(site) > 20
        assert {name: str(site[name]) for name in site} == {name: str(test[name]) for name in site}

    def test_fit_pyproject(self) -> None:
        project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
        groups = project["dependency-groups"]
        site = [*project["project"]["dependencies"], *groups["build"]]
        test = [*site, *groups["test"]]
        for name, wanted in (("site", site), ("test", test), ("bench", groups["bench"])):
            locked = self.locked(name)
            for requirement in map(Requirement, wanted):
                (version,) = locked[canonicalize_name(requirement.name)].specifier
                assert requirement.specifier.contains(version.version), f"{requirement} in {name}"

    @pytest.mark.parametrize("name", ["site", "test", "bench"])
    def test_hold_exact_versions_with_hashes_and_name_no_host_or_folder(self, name: str) -> None:
        text = (ROOT / "requirements" / f"{name}.lock").read_text(encoding="utf-8")
        assert "scripts/lock.py" in text.partition("\n\n")[0]
        assert "://" not in text
        assert not re.search(r"(^|\s)(--index-url|--find-links|--extra-index-url|-e|/)", text)
        entries = re.split(r"^(?=[a-z0-9])", text, flags=re.MULTILINE)[1:]
        assert all("==" in entry and "--hash=sha256:" in entry for entry in entries)


def test_ci_runs_the_tests_and_nothing_else() -> None:
    lines = (ROOT / ".ci" / "run").read_text(encoding="utf-8").splitlines()
    assert lines[1:] == ["set -eu", 'cd "$(dirname "$0")/.."', "exec python3 scripts/test.py"]
