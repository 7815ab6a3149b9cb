"""A project in a temporary folder, built by MkDocs in a process of its own, with made-up pages."""

import signal
import socket
import sys
import threading
import time
import urllib.error
import urllib.request
from contextlib import contextmanager
from pathlib import Path

import pytest

sys.path.insert(0, str(Path(__file__).parent / "fabricated"))

from made_up import Project  # found through the line above


@pytest.fixture
def project(tmp_path):
    """A project, not yet written, with pages in two languages."""
    return Project(tmp_path)


@pytest.fixture
def preview(project, until):
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


@pytest.fixture
def until():
    """Waits until something happens, looking again and again."""

    def wait(happens, seconds=60):
        end = time.monotonic() + seconds
        while not happens():
            assert time.monotonic() < end, "it did not happen"
            time.sleep(0.05)

    return wait
