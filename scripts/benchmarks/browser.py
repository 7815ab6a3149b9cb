"""The browser that visits sites, and the server that sends them as GitHub Pages does."""

import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager

from playwright.sync_api import Browser, sync_playwright

from _chromium import prepare_chromium
from benchmarks.texts import ROOT

sys.path.append(str(ROOT / "tests" / "browser"))

from hosting import BELOW, Host, Sent  # found through the line above

__all__ = ["BELOW", "Host", "Sent", "chromium", "kilobytes"]


@contextmanager
def chromium() -> Iterator[Browser]:
    """A Chromium, until the end of the block. Raises SetupError where there is none."""
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(
            executable_path=prepare_chromium(), args=["--no-sandbox", "--disable-gpu"]
        )
        try:
            yield browser
        finally:
            browser.close()


def kilobytes(sent: Sequence[Sent], ending: str = "") -> float:
    """How much was sent, compressed, of files with an ending; headers do not count."""
    return sum(one.size for one in sent if one.path.endswith(ending)) / 1000
