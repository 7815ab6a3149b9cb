"""Whatever happens to a build, the last good site stands, and the next build is right."""

import random
import signal
import time

import pytest
from made_up import PAGES


def with_text(project, text):
    project.made["pages"] = [made | {"content": f"<h1>{text}</h1>"} for made in PAGES]
    return project.write()


@pytest.fixture
def good(project):
    """A project whose site was built, and its files before and after a change."""
    with_text(project, "after").built()
    after = project.files()
    with_text(project, "before").built()
    assert project.files() != after
    project.before, project.after = project.files(), after
    return project


def test_a_killed_build_leaves_a_whole_site(good):
    started = time.monotonic()
    with_text(good, "after").built()
    seconds = time.monotonic() - started
    with_text(good, "before").built()
    chance = random.Random(5)
    moments = [0.5, 0.7, 0.8, 0.9, 0.95, 1.0, *(chance.uniform(0.4, 1.1) for _ in range(6))]
    killed = 0
    for moment in moments:
        with_text(good, "after")
        process = good.start("build", "--quiet")
        time.sleep(moment * seconds)
        process.send_signal(signal.SIGKILL)
        process.communicate()
        if process.returncode == -signal.SIGKILL:
            killed += 1
        else:  # a machine is not always as quick as it was for the first build
            seconds *= 0.8
        assert good.files() in (good.before, good.after)
        with_text(good, "before").built()
        assert good.files() == good.before
        assert good.beside() == []
    assert killed


def test_an_interrupted_build_tidies_up(good):
    good.made["seconds_a_page"] = 5
    good.write()
    process = good.start("build")
    wait_for(lambda: list(good.root.glob(".site.acquis-*/site/*")))
    process.send_signal(signal.SIGINT)
    process.communicate(timeout=30)
    assert process.returncode != 0
    assert good.files() == good.before
    assert good.beside() == []


def test_two_builds_at_once_do_not_touch_each_other(good):
    good.made["seconds_a_page"] = 0.1
    with_text(good, "after")
    builds = [good.start("build", "--quiet") for _ in range(3)]
    for build in builds:
        output, _ = build.communicate(timeout=60)
        assert build.returncode == 0, output
        assert good.files() == good.after
    assert good.beside() == []


def wait_for(what, seconds=30):
    end = time.monotonic() + seconds
    while not what():
        assert time.monotonic() < end
        time.sleep(0.02)
