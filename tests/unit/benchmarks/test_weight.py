"""What a visit is made up of, and what a page weighs."""

import gzip
from pathlib import Path

import pytest

from benchmarks.weight import kind_of, weight


@pytest.mark.parametrize(
    ("path", "kind"),
    [
        ("", "page"),
        ("fr/decisions/a-res-78-1/", "page"),
        ("404.html", "page"),
        ("assets/stylesheets/print.css", "styles"),
        ("assets/javascripts/acquis.js", "scripts"),
        ("assets/fonts/a.woff2", "fonts"),
        ("assets/images/icon.svg", "images"),
        ("search/en/head.json", "others"),
    ],
)
def test_a_file_is_of_a_kind(path: str, kind: str) -> None:
    assert kind_of(path) == kind


def test_a_page_is_weighed_as_it_is_sent(tmp_path: Path) -> None:
    page = tmp_path / "index.html"
    page.write_text("official text " * 1000, encoding="utf-8")
    assert weight(page) == len(gzip.compress(page.read_bytes(), 6)) / 1000 < 0.2
