"""Two sites, built once and served as they would be in public, and a browser to read them with."""

import re
import shutil
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from commands import run
from playwright.sync_api import Browser, BrowserContext, Page, Route, expect

sys.path.append(str(Path(__file__).parent))

from hosting import Host  # found through the line above

ROOT = Path(__file__).parents[2]
PROJECT = ROOT / "tests" / "golden" / "site" / "project"

PHONE = {"viewport": {"width": 360, "height": 740}, "has_touch": True, "is_mobile": True}
"""The options of a phone's context."""

PATIENCE = 10_000
"""Milliseconds that a step may take on a busy machine; nothing here takes a tenth of it."""

Open = Callable[..., Page]


def build(project: Path, *options: str) -> None:
    """Build a project into its folder site/, with MkDocs' own command."""
    run(
        project,
        *("mkdocs", "build", "--quiet", *options),
        timeout=120,
        SITE_URL="https://example.org/acquis/",
        REPOSITORY_URL="https://example.org/repository",
    )


@pytest.fixture(scope="session")
def own(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Host]:
    """The site of this repository."""
    project = tmp_path_factory.mktemp("own")
    for name in ("data", "docs", "templates"):
        shutil.copytree(ROOT / name, project / name)
    shutil.copy(ROOT / "mkdocs.yml", project)
    build(project)
    with Host(project / "site") as host:
        yield host


@pytest.fixture(scope="session")
def golden(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Host]:
    """The site of the small corpus that uses every feature, in English, French and Arabic."""
    project = tmp_path_factory.mktemp("golden") / "project"
    shutil.copytree(PROJECT, project)
    config = project / "mkdocs.yml"
    text = config.read_text(encoding="utf-8")
    config.write_text(re.sub("site_url: .*", "site_url: https://example.org/acquis/", text))
    build(project)
    with Host(project / "site") as host:
        yield host


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """A browser on a busy machine may miss a beat: a test that fails is tried once more.

    pytest's closing line tells how many were.
    """
    folder = Path(__file__).parent
    for item in items:
        if folder in item.path.parents:
            item.add_marker(pytest.mark.flaky(reruns=1))


@pytest.fixture(scope="session", autouse=True)
def patience() -> None:
    """A step on a busy machine takes its time."""
    expect.set_options(timeout=PATIENCE)


@pytest.fixture
def context(browser: Browser) -> Iterator[Callable[..., BrowserContext]]:
    """Opens contexts with the options given, and closes them after the test.

    A page that runs into an error of a script or of its policy fails the test.
    """
    opened: list[BrowserContext] = []
    faults: list[str] = []

    def open_context(**options: Any) -> BrowserContext:
        one = browser.new_context(**options)
        one.set_default_timeout(PATIENCE)
        one.on("weberror", lambda error: faults.append(str(error.error)))
        one.on(
            "console",
            lambda message: (
                faults.append(message.text)
                if message.type == "error" and not re.search("404|ERR_FAILED", message.text)
                else None
            ),
        )
        opened.append(one)
        return one

    yield open_context
    for one in opened:
        one.close()
    assert faults == []


@pytest.fixture
def visit(context: Callable[..., BrowserContext], request: pytest.FixtureRequest) -> Open:
    """Opens a page: `visit("own", "decisions/", …)`, with the options of a context.

    It is 1440 by 900 pixels unless `viewport` says otherwise.
    """

    def open_page(site: str, address: str, **options: Any) -> Page:
        host: Host = request.getfixturevalue(site)
        options.setdefault("viewport", {"width": 1440, "height": 900})
        page = context(**options).new_page()
        page.goto(host.url(address), wait_until="load")
        return page

    return open_page


@pytest.fixture
def visit_bare(context: Callable[..., BrowserContext], request: pytest.FixtureRequest) -> Open:
    """As `visit`, but the page comes without its scripts.

    With scripts forbidden, Chromium would not run the tests' own that need time, such as axe.
    """

    def bare(route: Route) -> None:
        answer = route.fetch()
        text = re.sub(r"(?s)<script\b.*?</script>", "", answer.text())
        route.fulfill(response=answer, body=text)

    def open_page(site: str, address: str, **options: Any) -> Page:
        host: Host = request.getfixturevalue(site)
        one = context(**options)
        one.route(re.compile("/$"), bare)
        page = one.new_page()
        page.goto(host.url(address), wait_until="load")
        return page

    return open_page
