"""Options and fixtures that tests of every kind share.

`--corpus` reads every text of the corpora instead of a sample; `--bless` lets golden tests write
what they would compare with. A test in tests/browser, tests/corpora or tests/golden bears the
marker of that name.
"""

import os
import signal
import sys
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from playwright.sync_api import Browser

ROOT = Path(__file__).resolve().parent.parent

# Last, so that a script hides no module of the same name (the standard library has a `test`).
sys.path.append(str(ROOT / "scripts"))

MARKED_FOLDERS = {"browser", "corpora", "golden"}
SAMPLE = 24
"""How many files of a folder a sample has."""


def pytest_addoption(parser: pytest.Parser) -> None:
    group = parser.getgroup("acquis")
    group.addoption("--corpus", action="store_true", help="every text of the corpora, no sample")
    group.addoption("--bless", action="store_true", help="write golden files, compare nothing")
    group.addoption(
        "--failed-check",
        action="append",
        default=[],
        help="a check that failed before the tests, to be told at the end (scripts/test.py)",
    )


def pytest_configure() -> None:
    """A suite that runs in a shell's background ignores SIGINT, and so would what it starts."""
    if signal.getsignal(signal.SIGINT) is signal.SIG_IGN:
        signal.signal(signal.SIGINT, signal.default_int_handler)


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    tests = ROOT / "tests"
    for item in items:
        if item.path.is_relative_to(tests):
            folder = item.path.relative_to(tests).parts[0]
            if folder in MARKED_FOLDERS:
                item.add_marker(folder)


def pytest_terminal_summary(
    terminalreporter: pytest.TerminalReporter, config: pytest.Config
) -> None:
    for check in config.getoption("--failed-check"):
        terminalreporter.write_line(f"FAILED {check} - see above the tests", red=True)


@pytest.fixture(scope="session")
def bless(request: pytest.FixtureRequest) -> bool:
    """Whether golden files are to be written (scripts/bless.py) instead of compared with."""
    return bool(request.config.getoption("--bless"))


@pytest.fixture(scope="session")
def corpora() -> Path:
    """The folder of real texts: ../shared/corpora beside the repository, or ACQUIS_CORPORA.

    They are no part of the project; where they are missing, the test is skipped.
    """
    folder = Path(os.environ.get("ACQUIS_CORPORA") or ROOT.parent / "shared" / "corpora")
    if not folder.is_dir():
        pytest.skip("no real texts beside the repository (set ACQUIS_CORPORA to their folder)")
    return folder


@pytest.fixture(scope="session")
def sample(request: pytest.FixtureRequest) -> Callable[[Sequence[Path]], Sequence[Path]]:
    """Chooses the files to read: with --corpus all of them, else some, evenly spread in order."""
    if request.config.getoption("--corpus"):
        return lambda files: files
    return lambda files: files[:: max(1, -(-len(files) // SAMPLE))]


@pytest.fixture(scope="session")
def chromium() -> Path:
    """The browser for the tests. Where there is none, the test fails: scripts/test.py gets one."""
    from _chromium import find_chromium, missing_chromium
    from _environment import SetupError

    try:
        found = find_chromium()
    except SetupError as error:
        pytest.fail(str(error), pytrace=False)
    if found is None:
        pytest.fail(str(missing_chromium(sys.platform)), pytrace=False)
    return found


@pytest.fixture(scope="session")
def browser(chromium: Path) -> "Iterator[Browser]":
    """Chromium, opened once for all tests of a process: Playwright allows no second one."""
    from playwright.sync_api import sync_playwright

    arguments = ["--no-sandbox", "--disable-gpu", "--disable-background-networking"]
    with sync_playwright() as playwright:
        opened = playwright.chromium.launch(executable_path=chromium, args=arguments)
        yield opened
        opened.close()
