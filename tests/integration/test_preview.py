"""`mkdocs serve`: it keeps going when the data is wrong."""

import re

import pytest
from made_up import PAGES, page

BROKEN = {"findings": [["error", "<b>it is wrong</b>"], ["notice", "well"]]}


def test_the_last_good_pages_are_served_while_the_data_is_wrong(project, preview, until):
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
        assert "The data has errors" not in get("decisions/mc-1-1/")[1]


@pytest.mark.parametrize("arguments", [[], ["--strict"]])
def test_the_first_start_with_wrong_data_shows_what_is_wrong(project, preview, until, arguments):
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
        assert "The data has errors" not in get("")[1]
    assert "Traceback" not in "".join(printed)


def test_the_last_good_site_is_served_while_a_build_fails(project, preview, until):
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


def test_a_change_of_the_templates_is_noticed(project, preview, until):
    (project.root / "templates").mkdir()
    with preview() as (_, printed):
        (project.root / "templates/decision.html.j2").write_text("x")
        until(lambda: "Detected file changes" in "".join(printed))


def test_the_preview_allows_the_script_that_reloads_it(project, preview, until):
    with preview() as (get, _):
        text = get("decisions/mc-1-1/")[1]
    assert "livereload(" in text
    policy = re.search(r'Security-Policy" content="([^"]*)"', text)[1]
    assert "script-src 'self' 'unsafe-inline'" in policy
    project.built()
    assert "unsafe-inline" not in project.html("decisions/mc-1-1")
