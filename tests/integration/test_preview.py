"""`mkdocs serve`: it keeps going when the data is wrong."""

import re
import signal
import socket
import threading
import time
import urllib.error
import urllib.request
from contextlib import contextmanager

import pytest
from made_up import PAGES, page

BROKEN = {"findings": [["error", "<b>it is wrong</b>"], ["notice", "well"]]}


@pytest.fixture
def preview(project):
    """Starts the preview of a project; gives a function that gets a page, and what was printed."""

    @contextmanager
    def start(*arguments):
        with socket.socket() as free:
            free.bind(("127.0.0.1", 0))
            port = free.getsockname()[1]
        process = project.write().start("serve", "--dev-addr", f"127.0.0.1:{port}", *arguments)
        printed = []
        reader = threading.Thread(target=lambda: printed.extend(process.stdout), daemon=True)
        reader.start()

        def get(path):
            try:
                address = f"http://127.0.0.1:{port}/sub/{path}"
                with urllib.request.urlopen(address, timeout=10) as answer:
                    return answer.status, answer.read().decode()
            except urllib.error.HTTPError as error:
                with error:
                    return error.code, error.read().decode()
            except OSError:
                return 0, ""

        until(lambda: process.poll() is not None or get("")[0] == 200)
        assert process.poll() is None, "".join(printed)
        try:
            yield get, printed
        finally:
            process.send_signal(signal.SIGINT)
            process.wait(timeout=30)
            reader.join(timeout=10)
            process.stdout.close()

    return start


def until(happens, seconds=30):
    end = time.monotonic() + seconds
    while not happens():
        assert time.monotonic() < end, "it did not happen"
        time.sleep(0.05)


def test_the_last_good_pages_are_served_while_the_data_is_wrong(project, preview):
    with preview() as (get, printed):
        assert "<h1>mc-1-1</h1>" in get("decisions/mc-1-1/")[1]
        good = project.made
        project.made = BROKEN
        project.write()
        until(lambda: "it is wrong" in get("decisions/mc-1-1/")[1])
        for path in ("decisions/mc-1-1/", "about/", "", "fr/decisions/"):
            code, text = get(path)
            assert code == 200
            assert "error[made-up]: &lt;b&gt;it is wrong&lt;/b&gt;" in text
            assert "<b>it is wrong" not in text
        assert "<h1>mc-1-1</h1>" in get("decisions/mc-1-1/")[1]
        until(lambda: "error[made-up]: <b>it is wrong</b>" in "".join(printed))
        project.made = good | {"pages": [*PAGES, page("decisions/mc-2-1/")]}
        project.write()
        until(lambda: get("decisions/mc-2-1/")[0] == 200)
        assert "it is wrong" not in get("decisions/mc-1-1/")[1]


@pytest.mark.parametrize("arguments", [[], ["--strict"]])
def test_the_first_start_with_wrong_data_shows_what_is_wrong(project, preview, arguments):
    good, project.made = project.made, BROKEN
    project.docs["index.md"] = "# Home\n"
    with preview(*arguments) as (get, printed):
        for path in ("", "about/", "decisions/", "fr/decisions/"):
            code, text = get(path)
            assert code == 200
            assert "&lt;b&gt;it is wrong&lt;/b&gt;" in text
        assert get("decisions/mc-1-1/")[0] == 404
        assert "it is wrong" in get("decisions/mc-1-1/")[1]
        project.made = good
        project.write()
        until(lambda: get("decisions/mc-1-1/")[0] == 200)
        assert "it is wrong" not in get("")[1]
    assert "Traceback" not in "".join(printed)


def test_the_last_good_site_is_served_while_a_build_fails(project, preview):
    with preview() as (get, printed):
        good = project.made
        project.made = good | {"files": {"../out.txt": ""}}
        project.write()
        until(lambda: "still served" in "".join(printed))
        assert get("decisions/mc-1-1/")[0] == 200
        project.made = good | {"pages": [*PAGES, page("decisions/mc-2-1/")]}
        project.write()
        until(lambda: get("decisions/mc-2-1/")[0] == 200)
    assert "Traceback" not in "".join(printed)


def test_a_change_of_the_templates_is_noticed(project, preview):
    (project.root / "templates").mkdir()
    with preview() as (_, printed):
        (project.root / "templates/decision.html.j2").write_text("x")
        until(lambda: "Detected file changes" in "".join(printed))


def test_the_preview_allows_the_script_that_reloads_it(project, preview):
    with preview() as (get, _):
        text = get("decisions/mc-1-1/")[1]
    assert "livereload(" in text
    policy = re.search(r'Security-Policy" content="([^"]*)"', text)[1]
    assert "script-src 'self' 'unsafe-inline'" in policy
    project.built()
    assert "unsafe-inline" not in project.html("decisions/mc-1-1")
