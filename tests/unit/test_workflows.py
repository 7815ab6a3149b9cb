"""The workflows: they pass their linters, may do no more than they must, and run what is here."""

import re
import shlex
import shutil
import subprocess
import sysconfig
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import yaml

from acquis.cli import main
from links import reported

ROOT = Path(__file__).resolve().parents[2]
GITHUB = ROOT / ".github"
FILES = sorted((GITHUB / "workflows").iterdir())

#: Those in which a stranger's change gets neither a secret nor a right to write.
HARMLESS = {"pull_request", "push", "schedule", "workflow_call", "workflow_dispatch"}
ALL_OF_THEM = pytest.mark.parametrize("file", FILES, ids=lambda file: file.name)


def read(file: Path) -> dict[str, Any]:
    """A workflow, with every scalar as it stands: `on` is a word here, and no truth value."""
    workflow = yaml.load(file.read_text(encoding="utf-8"), Loader=yaml.BaseLoader)
    assert isinstance(workflow, dict)
    return workflow


def jobs() -> Iterator[tuple[str, dict[str, Any]]]:
    for file in FILES:
        for name, job in read(file)["jobs"].items():
            yield f"{file.name}: {name}", job


def steps() -> Iterator[tuple[str, dict[str, Any]]]:
    for name, job in jobs():
        for step in job.get("steps", []):
            yield name, step


def lint(program: str, *arguments: str) -> str:
    """What a linter says, where it finds something."""
    found = shutil.which(program, path=sysconfig.get_path("scripts"))
    assert found, f"{program} is not installed: see the group `test` in pyproject.toml"
    ran = subprocess.run(
        [found, *arguments], capture_output=True, text=True, check=False, cwd=ROOT, encoding="utf-8"
    )
    return "" if ran.returncode == 0 else ran.stdout + ran.stderr


def test_there_are_workflows_to_look_at() -> None:
    assert {file.name for file in FILES} >= {"links.yml", "publish.yml", "verify.yml"}


class TestLinters:
    def test_actionlint_finds_nothing(self) -> None:
        assert lint("actionlint", "-no-color", *map(str, FILES)) == ""

    def test_zizmor_finds_nothing_even_at_its_strictest(self) -> None:
        options = ("--offline", "--no-config", "--no-ignores", "--strict-collection", "--quiet")
        said = lint("zizmor", *options, "--persona=auditor", "--color=never", str(GITHUB))
        assert said == ""

    def test_would_find_something(self, tmp_path: Path) -> None:
        folder = tmp_path / ".github" / "workflows"
        folder.mkdir(parents=True)
        bad = folder / "bad.yml"
        text = (GITHUB / "workflows" / "verify.yml").read_text(encoding="utf-8")
        bad.write_text(text.replace("  pull_request:", "  pull_request_target:\n  pusch:"))
        assert "pusch" in lint("actionlint", "-no-color", str(bad))
        assert "dangerous-triggers" in lint("zizmor", "--offline", "--no-config", str(tmp_path))


class TestRights:
    @ALL_OF_THEM
    def test_are_to_read_unless_a_job_says_otherwise(self, file: Path) -> None:
        assert read(file)["permissions"] == {"contents": "read"}

    @ALL_OF_THEM
    def test_no_trigger_hands_them_to_a_stranger(self, file: Path) -> None:
        assert read(file)["on"].keys() <= HARMLESS

    def test_only_the_deploying_job_may_write(self) -> None:
        writing = [name for name, job in jobs() if "write" in job.get("permissions", {}).values()]
        assert writing == ["publish.yml: deploy"]

    def test_what_a_pull_request_runs_may_not(self) -> None:
        answering = [file for file in FILES if "pull_request" in read(file)["on"]]
        assert [file.name for file in answering] == ["verify.yml"]
        for job in read(answering[0])["jobs"].values():
            assert set(job.get("permissions", {}).values()) <= {"read"}

    @ALL_OF_THEM
    def test_no_secret_is_used(self, file: Path) -> None:
        text = file.read_text(encoding="utf-8")
        assert not re.search(r"\bsecrets\b|github\.token|GITHUB_TOKEN", text)

    def test_of_checkout_end_with_its_step(self) -> None:
        found = [step for _, step in steps() if step.get("uses", "").startswith("actions/checkout")]
        assert found
        assert {step["with"]["persist-credentials"] for step in found} == {"false"}


class TestDeployment:
    @pytest.fixture
    def job(self) -> dict[str, Any]:
        return dict(read(GITHUB / "workflows" / "publish.yml")["jobs"]["deploy"])

    def test_runs_nothing_of_the_project(self, job: dict[str, Any]) -> None:
        (step,) = job["steps"]
        assert step["uses"].startswith("actions/deploy-pages@")
        assert "run" not in step

    def test_may_do_what_it_needs_and_no_more(self, job: dict[str, Any]) -> None:
        assert job["permissions"] == {"pages": "write", "id-token": "write"}
        assert job["environment"]["name"] == "github-pages"

    def test_follows_the_verification_of_the_main_branch(self, job: dict[str, Any]) -> None:
        publish = read(GITHUB / "workflows" / "publish.yml")
        assert publish["on"]["push"] == {"branches": ["main"]}
        assert job["if"] == "github.ref == 'refs/heads/main'"
        assert job["needs"] == "verify"
        assert publish["jobs"]["verify"]["uses"] == "$/.github/workflows/verify.yml"
        assert publish["concurrency"]["cancel-in-progress"] == "false"

    def test_takes_a_site_that_was_made_from_nothing_kept(self) -> None:
        """Of earlier runs, only what pip has downloaded is used; the lock's hashes guard that."""
        for _, step in steps():
            assert not step.get("uses", "").startswith("actions/cache")
            if step.get("with", {}).get("cache"):
                assert step["uses"].startswith("actions/setup-python@")
                assert step["with"]["cache"] == "pip"
                assert (ROOT / step["with"]["cache-dependency-path"]).is_file()

    def test_publishes_the_site_with_its_address_and_dates(self) -> None:
        build = read(GITHUB / "workflows" / "verify.yml")["jobs"]["build"]
        by_action = {step.get("uses", "").partition("@")[0]: step for step in build["steps"]}
        (built,) = [step for step in build["steps"] if "scripts/build.py" in step.get("run", "")]
        assert by_action["actions/checkout"]["with"]["fetch-depth"] == "0"
        assert by_action["actions/configure-pages"]["id"] == "pages"
        assert built["env"]["SITE_URL"] == "${{ steps.pages.outputs.base_url }}"
        pages, artifact = "actions/upload-pages-artifact", "actions/upload-artifact"
        assert by_action[pages]["if"] == "github.event_name != 'pull_request'"
        assert by_action[artifact]["if"] == "github.event_name == 'pull_request'"
        assert by_action[pages]["with"]["path"] == by_action[artifact]["with"]["path"] == "site"

    def test_only_a_pull_request_may_do_without_the_address(self) -> None:
        build = read(GITHUB / "workflows" / "verify.yml")["jobs"]["build"]
        lenient = {
            step["continue-on-error"] for step in build["steps"] if "continue-on-error" in step
        }
        assert lenient == {"${{ github.event_name == 'pull_request' }}"}


class TestActions:
    PINNED = re.compile(r"(?P<action>actions/[a-z-]+)@(?P<commit>[0-9a-f]{40}) # v\d+\.\d+\.\d+")

    @ALL_OF_THEM
    def test_are_githubs_own_and_named_by_commit_and_version(self, file: Path) -> None:
        for line in file.read_text(encoding="utf-8").splitlines():
            if used := re.match(r"[\s-]*uses:\s*(.*)", line):
                ours = used[1].removeprefix("$/")
                assert (
                    (ROOT / ours).is_file() if ours != used[1] else self.PINNED.fullmatch(used[1])
                ), line

    def test_are_of_one_version_each(self) -> None:
        texts = [file.read_text(encoding="utf-8") for file in FILES]
        found = {match.groups() for text in texts for match in self.PINNED.finditer(text)}
        assert len(found) == len({action for action, _ in found}) > 5


COMMANDS = [(name, step["run"]) for name, step in steps() if "run" in step]


class TestCommands:
    @pytest.mark.parametrize(("job", "command"), COMMANDS)
    def test_are_the_repositorys_own(self, job: str, command: str) -> None:
        """One line each, with nothing put into it: what needs more is a script."""
        assert "${{" not in command
        assert "\n" not in command.strip()
        program, script, *_ = shlex.split(command)
        if program == "python3":
            assert script.startswith("scripts/")
            assert (ROOT / script).is_file()
        else:
            assert program == ".venv/bin/acquis"
            assert script in main.commands

    def test_check_test_build_and_look_at_links(self) -> None:
        assert {command.split()[1] for _, command in COMMANDS} >= {
            "scripts/build.py",
            "scripts/check.py",
            "scripts/links.py",
            "scripts/test.py",
        }

    def test_tell_a_reviewer_what_changes_in_the_texts(self) -> None:
        """Of the merged proposal, the first parent is what it is merged into."""
        steps_of = read(GITHUB / "workflows" / "verify.yml")["jobs"]["build"]["steps"]
        kept = next(place for place, step in enumerate(steps_of) if step.get("id") == "artifact")
        told = next(
            place for place, step in enumerate(steps_of) if "acquis diff" in step.get("run", "")
        )
        assert kept < told
        assert steps_of[told]["run"] == ".venv/bin/acquis diff HEAD^1 HEAD --format markdown"
        assert steps_of[told]["if"] == steps_of[kept]["if"]
        assert steps_of[told]["env"] == {
            "ACQUIS_ARTIFACT": "${{ steps.artifact.outputs.artifact-url }}"
        }

    @ALL_OF_THEM
    def test_stop_at_the_first_error_and_at_an_unset_variable(self, file: Path) -> None:
        workflow = read(file)
        if any("run" in step for job in workflow["jobs"].values() for step in job.get("steps", [])):
            assert workflow["defaults"]["run"]["shell"] == "bash -eu {0}"

    @ALL_OF_THEM
    def test_get_nothing_that_a_stranger_wrote(self, file: Path) -> None:
        """Such as the title of a pull request, or the name of its branch."""
        text = file.read_text(encoding="utf-8")
        assert not re.search(r"github\.(event\.|head_ref|base_ref|ref_name|actor)|inputs\.", text)


class TestTime:
    def test_no_job_runs_for_hours(self) -> None:
        for name, job in jobs():
            if "steps" in job:
                assert int(job["timeout-minutes"]) <= 60, name

    def test_no_two_workflows_wait_for_each_other(self) -> None:
        """A called workflow in its caller's group would wait for ever."""
        groups = [read(file)["concurrency"]["group"] for file in FILES]
        assert len(set(groups)) == len(groups)
        assert not any("github.workflow" in group for group in groups)


class TestCodeOwners:
    CODE = (
        "/.github/",
        "/mkdocs.yml",
        "/pyproject.toml",
        "/requirements/",
        "/scripts/",
        "/src/",
        "/templates/",
    )

    @pytest.fixture
    def owned(self) -> dict[str, list[str]]:
        lines = (GITHUB / "CODEOWNERS").read_text(encoding="utf-8").splitlines()
        entries = [line.split() for line in lines if line and not line.startswith("#")]
        return {path: owners for path, *owners in entries}

    def test_are_asked_for_whatever_is_code(self, owned: dict[str, list[str]]) -> None:
        assert set(self.CODE) <= owned.keys()

    def test_are_asked_for_what_exists(self, owned: dict[str, list[str]]) -> None:
        for path, owners in owned.items():
            place = ROOT / path.strip("/")
            assert place.is_dir() if path.endswith("/") else place.is_file(), path
            assert owners, path

    def test_of_code_are_one_team_that_the_page_on_publishing_says_to_change(
        self, owned: dict[str, list[str]]
    ) -> None:
        ((team,),) = {tuple(owners) for owners in owned.values()}
        page = (ROOT / "docs" / "publishing.md").read_text(encoding="utf-8")
        assert team.startswith("@")
        assert team in page


class TestReportOfLinks:
    SITE = Path("/repository/site")

    @staticmethod
    def found(**pages: list[tuple[str, str]]) -> dict[str, Any]:
        """What lychee finds, in its JSON."""
        return {
            "error_map": {
                f"/repository/site/{page}/index.html": [
                    {"url": url, "status": {"text": answer}} for url, answer in entries
                ]
                for page, entries in pages.items()
            },
            "timeout_map": {},
        }

    def test_tells_each_link_once_with_the_answer_and_the_pages(self) -> None:
        found = self.found(
            a=[("https://un.example/x", "Error (cached)")],
            b=[("https://un.example/x", "404 Not Found"), ("error:", "no address")],
            d=[("https://un.example/x", "Error (cached)")],
        )
        found["timeout_map"] = {
            "/repository/site/c/index.html": [
                {"url": "http://slow.example/", "status": {"text": "Timeout"}}
            ]
        }
        assert list(reported(found, self.SITE)) == [
            "**2 broken links to other hosts**",
            "",
            "| link | answer | page |",
            "|---|---|---|",
            "| http://slow.example/ | Timeout | c/index.html |",
            "| https://un.example/x | 404 Not Found | a/index.html and 2 more |",
        ]

    def test_says_so_where_there_is_none(self) -> None:
        assert list(reported(self.found(), self.SITE)) == ["**0 broken links to other hosts**"]

    def test_shows_an_address_as_text_whatever_it_holds(self) -> None:
        found = self.found(a=[("https://x.example/|<img src=x>`[a](b)`\n# @all", "*no*")])
        (line,) = list(reported(found, self.SITE))[4:]
        link = line.split(" | ")[0].removeprefix("| ")
        assert not set(link) & set("|<>`[]()@\n")
        assert "*" not in line

    def test_fits_the_summary_of_a_step(self) -> None:
        long = "|" * 9000
        found = self.found(a=[(f"https://x.example/{n}/{long}", long) for n in range(300)])
        lines = list(reported(found, self.SITE))
        assert lines[-1] == "100 more"
        assert len("\n".join(lines).encode()) < 1024 * 1024
