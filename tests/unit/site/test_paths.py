import pytest

from acquis.site.paths import unsafe


@pytest.mark.parametrize(
    "path",
    ["index.html", "decisions/mc-5-19/index.html", "fr/x.fr.pdf", ".nojekyll", "décisions/中.html"],
)
def test_good_names(path):
    assert unsafe(path) == ""


@pytest.mark.parametrize(
    "path",
    [
        "",
        "/etc/passwd",
        "a//b",
        "a/",
        "../a",
        "a/../b",
        "a/./b",
        "a\\..\\b",
        "c:/a",
        "a\x00b",
        "a\nb",
        "a/con",
        "NUL.json",
        "a/com1.html",
        "lpt¹",
        "aux .txt",
        "a./b",
        "a /b",
        "what?",
        "x" * 256,
    ],
)
def test_names_that_are_refused(path):
    assert unsafe(path)
