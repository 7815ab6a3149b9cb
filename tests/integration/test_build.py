"""`mkdocs build` with the plugin, on made-up pages."""

import os
import re

import pytest
from made_up import PAGES, page

HOSTILE = (
    "</title><script>alert(\"x\")</script> & '{{ 7*7 }}' {% raw %} x%(y)s \\1 \\g<0> x0z \ud800"
)


def hostile_pages():
    return [
        *PAGES,
        page("decisions/hostile/", title=HOSTILE, description=HOSTILE, kind="x"),
        page("decisions/bare/", title="Ʒ", description="", head="", contents="", content="<p>x"),
        page("decisions/deep/er/", content=HOSTILE, head="<!-- </head> -->", contents="<ol>"),
        page("decisions/listed/", content="", description="<b>bold</b> & \"quoted\" 'text'"),
        page("other/", section="other/", kind="other"),
        page("near/", kind="decisions", contents=""),
        page("fr/decisions/hostile/", title=HOSTILE),
    ]


def generated(project):
    return {name: content for name, content in project.files().items() if name.endswith(".html")}


@pytest.mark.parametrize("site_url", ["https://example.org/sub/", ""])
def test_filled_pages_are_those_that_the_theme_renders(project, site_url):
    project.made["pages"] = hostile_pages()
    project.config["site_url"] = site_url
    output = project.built("--strict")
    assert "one by one" not in output
    filled = project.files()
    project.config["plugins"][0]["fabricated"]["fill"] = False
    project.built("--strict")
    rendered = project.files()
    assert len(generated(project)) == len(project.made["pages"]) + 3
    assert filled.keys() == rendered.keys()
    for name, content in filled.items():
        assert content == rendered[name], name


@pytest.mark.parametrize("processes", [2, 5])
def test_the_number_of_processes_changes_nothing(project, processes):
    project.made["pages"] = hostile_pages()
    project.config["plugins"][0]["fabricated"]["processes"] = 1
    project.built("--strict")
    alone = project.files()
    project.config["plugins"][0]["fabricated"]["processes"] = processes
    output = project.built("--strict")
    assert "0 files are new or changed" in output
    assert project.files() == alone


def test_text_is_escaped_wherever_the_theme_prints_it(project):
    project.made["pages"] = hostile_pages()
    project.built()
    text = project.html("decisions/hostile")
    escaped = (
        "&lt;/title&gt;&lt;script&gt;alert(&#34;x&#34;)&lt;/script&gt; &amp; &#39;{{ 7*7 }}&#39;"
    )
    assert "<script>alert" not in text
    assert f"<title>{escaped}" in text
    assert f'<meta name="description" content="{escaped}' in text
    assert text.count(escaped) == 3  # the title twice, the description
    assert "&#55296;" in text  # what UTF-8 cannot hold


def test_two_builds_give_the_same_bytes(project, tmp_path_factory, monkeypatch):
    """At another time, in another folder, in another process with other random markers."""
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1000000000")  # MkDocs takes it for the clock
    project.built()
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1700000000")
    other = type(project)(tmp_path_factory.mktemp("elsewhere"))
    other.built()
    files = project.files()
    assert files == other.files()
    assert "sitemap.xml.gz" in files
    for name, content in files.items():
        assert str(project.root).encode() not in content, name


def test_unchanged_files_keep_their_times(project):
    project.built()
    for path in project.site.rglob("*"):
        if path.is_file():
            os.utime(path, ns=(10**18, 10**18 + 1))
    project.made["pages"] = [*PAGES[:-1], PAGES[-1] | {"content": "<h1>new</h1>"}]
    output = project.built()
    changed = {
        path.relative_to(project.site).as_posix()
        for path in project.site.rglob("*")
        if path.is_file() and path.stat().st_mtime_ns != 10**18 + 1
    }
    assert changed == {"fr/decisions/mc-1-1/index.html"}
    assert "1 files are new or changed" in output


def test_strict_mode_fails_on_a_warning_however_quiet(project):
    project.built()
    before = project.files()
    project.docs["about.md"] = "# About\n\n[gone](gone.md)\n"
    for arguments in (["--strict"], ["--strict", "--quiet"], ["--strict", "--verbose"]):
        code, output = project.build(*arguments)
        assert code == 1, arguments
        assert "strict mode" in output
        assert "Traceback" not in output
        assert project.files() == before
        assert project.beside() == []
    assert "WARNING" not in project.build("--strict", "--quiet")[1]
    project.built("--quiet")
    assert project.files() != before


def test_findings_are_told_and_errors_stop_the_build(project):
    project.built()
    before = project.files()
    project.made |= {"pages": [], "findings": [["error", "it is <wrong>"], ["notice", "well"]]}
    code, output = project.build()
    assert code == 1
    assert "data/pages.json:1:1: error[made-up]: it is <wrong>" in output
    assert "fix: mend it" in output
    assert "1 error, 1 notice" in output
    assert "Traceback" not in output
    assert project.files() == before
    assert project.beside() == []


def test_warnings_about_the_data_stop_a_strict_build_only(project):
    project.made["findings"] = [["warning", "hm"], ["notice", "well"]]
    assert "warning[made-up]: hm" in project.built()
    assert project.build("--strict")[0] == 1
    project.made["findings"] = [["notice", "well"]]
    assert "well" not in project.built("--strict")


HOOK = "def on_page_context(context, page, config, nav):\n    return context\n"


@pytest.mark.parametrize("foreign", ["meddling", "hook.py"])
def test_a_foreign_plugin_that_handles_pages_gets_them(project, foreign):
    project.built()
    before = project.files()
    if foreign == "hook.py":
        (project.root / foreign).write_text(HOOK)
        project.config["hooks"] = [foreign]
    else:
        project.config["plugins"].append(foreign)
    output = project.built()
    assert output.count("pages are rendered one by one") == 1
    assert foreign in output
    assert project.files() == before


def test_plugins_that_do_nothing_to_generated_pages_do_not_slow_them(project):
    project.config["plugins"] += ["meta", "tags"]
    assert "one by one" not in project.built("--strict")


def test_a_page_written_by_hand_takes_in_what_the_data_give(project):
    for name in ("index.md", "fr/index.md", "fr/more.md"):
        project.docs[name] = "---\ntemplate: home.html\n---\n\n# Hello\n"
    project.built("--strict")
    assert "<p>home in en at ." in project.html("")
    assert "<p>home in fr at ." in project.html("fr")
    assert "<p>home in fr at more/." in project.html("fr/more")


def test_each_language_has_its_words_its_direction_and_its_navigation(project):
    project.config["plugins"][0]["fabricated"]["languages"] = ["en", "fr", "ar"]
    project.made["pages"] = [
        *PAGES,
        page("ar/decisions/", language="ar", section="ar/decisions/"),
    ]
    project.docs["fr/index.md"] = "# Accueil\n"
    project.docs["fr/seul.md"] = "# Seul\n"
    project.built("--strict")
    english, french = project.html("decisions/mc-1-1"), project.html("fr/decisions/mc-1-1")
    assert '<html lang="en"' in english
    assert '<html lang="fr"' in french
    assert "Aller au contenu" in french
    assert '<html lang="fr"' in project.html("fr/seul")
    assert '<html lang="en"' in project.html("about")
    assert '<html lang="en"' in (project.site / "404.html").read_text(encoding="utf-8")
    arabic = project.html("ar/decisions")
    assert '<html lang="ar"' in arabic
    assert '<html lang="ar" dir="rtl"' in arabic
    assert entries(english) == {"../../": "", "../../decisions/": "true", "../../about/": ""}
    # What is not written in French stays in reach in the default language.
    assert entries(french) == {
        "../../../fr/": "",
        "../../../fr/decisions/": "true",
        "../../../about/": "",
    }
    assert "Décisions" in french
    assert entries(project.html("fr")) == {
        "../fr/": "page",
        "../fr/decisions/": "",
        "../about/": "",
    }


def entries(html):
    """The navigation: of each link the `aria-current`."""
    header = html.split('<header class="site-header">')[1].split("</nav>")[0]
    return dict(
        re.findall(r'<a (?:class="site-name" )?href="([^"]*)"(?: aria-current="(\w+)")?>', header)
    )


def test_the_navigation_shows_where_the_reader_is(project):
    project.config["nav"] = [
        {"Home": "index.md"},
        {"Texts": [{"Decisions": "decisions/"}, {"Other": "other/"}]},
        {"Elsewhere": "https://example.org/"},
        {"About": "about.md"},
    ]
    project.made["pages"] = [*hostile_pages(), page("fr/other/")]
    for fill in (True, False):
        project.config["plugins"][0]["fabricated"]["fill"] = fill
        project.built("--strict")
        inside = project.html("decisions/deep/er")
        assert entries(inside)["../../../decisions/"] == "true"
        assert entries(inside)["https://example.org/"] == ""
        assert entries(project.html("decisions"))["../decisions/"] == "true", "of a section"
        assert entries(project.html("about"))["../decisions/"] == ""
        assert 'rel="next"' not in inside + project.html("decisions") + project.html("about")


def test_the_sitemap_has_every_page_and_no_date(project):
    project.built()
    sitemap = (project.site / "sitemap.xml").read_text(encoding="utf-8")
    addresses = re.findall("<loc>https://example.org/sub/(.*?)</loc>", sitemap)
    assert sorted(addresses) == sorted(["", "about/", *(made["address"] for made in PAGES)])
    assert "lastmod" not in sitemap
    assert (
        '<link rel="canonical" href="https://example.org/sub/decisions/mc-1-1/">'
        in project.html("decisions/mc-1-1")
    )


def test_without_an_address_of_the_site_nothing_claims_one(project):
    project.config["site_url"] = ""
    project.built("--strict")
    files = project.files()
    assert not [name for name in files if name.startswith("sitemap")]
    assert b"canonical" not in b"".join(files[name] for name in generated(project))


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("[x](decisions/mc-9-9/)", 'index.md: there is nothing at the address "decisions/mc-9-9/"'),
        ("[x](decisions/mc-1-1/#para-9)", 'index.md: there is no "#para-9" on the page'),
        ("[x](decisions/mc-1-1/mc-1-9.json)", "there is nothing at the address"),
        ("[x](decisions/mc-1-1/#para-1) [y](decisions/mc-1-1/mc-1-1.json)", ""),
    ],
)
@pytest.mark.parametrize("fill", [True, False])
def test_links_from_hand_written_pages_to_generated_ones_are_looked_at(project, text, told, fill):
    project.config["plugins"][0]["fabricated"]["fill"] = fill
    project.docs["index.md"] = f"# Home\n\n{text}\n"
    code, output = project.build("--strict")
    assert code == (1 if told else 0), output
    assert told in output
    if not told:
        assert 'href="decisions/mc-1-1/#para-1"' in project.html("")


def test_an_entry_of_the_navigation_without_a_page_is_told(project):
    project.config["nav"].append({"Topics": "topics/"})
    assert 'nav: there is nothing at the address "topics/"' in project.build("--strict")[1]


@pytest.mark.parametrize(
    ("made", "told"),
    [
        ({"files": {"../out.txt": ""}}, "leads out of its folder"),
        ({"files": {"/etc/out.txt": ""}}, "absolute"),
        ({"files": {"decisions/NUL.json": ""}}, "device"),
        ({"files": {"decisions/MC-1-1/index.html": ""}}, "two pages or files"),
        ({"pages": [page("decisions/a/../../../b/")]}, "leads out of its folder"),
        ({"pages": [page("about/")]}, "two pages or files"),
        ({"pages": [page("decisions/a/"), page("decisions/a/")]}, "two pages or files"),
        ({"pages": [page("xx/decisions/a/", language="xx")]}, "no address in 'xx'"),
        ({"pages": [page("decisions/a")]}, "no address"),
        ({"files": {"sitemap.xml": ""}}, "two pages or files"),
    ],
)
@pytest.mark.parametrize(("fill", "processes"), [(True, 1), (True, 3), (False, 1)])
def test_nothing_is_written_where_it_must_not(project, made, told, fill, processes):
    project.config["plugins"][0]["fabricated"] |= {"fill": fill, "processes": processes}
    project.made["pages"] = PAGES + made.get("pages", [])
    project.made["files"] |= made.get("files", {})
    code, output = project.build()
    assert code == 1
    assert told in output
    assert "Traceback" not in output
    assert not project.site.exists()
    assert sorted(path.name for path in project.root.iterdir()) == ["data", "docs", "mkdocs.yml"]


@pytest.mark.parametrize(
    ("change", "told"),
    [
        ({"langauges": ["en"]}, 'did you mean "languages"?'),
        ({"languages": "en"}, "must be a list like [en, fr]"),
        ({"languages": ["en", "xx"]}, 'no words in "xx"'),
        ({"fill": "maybe"}, "must be true or false, not 'maybe'"),
        ({"processes": -1}, "must be a number, 0 for as many as are worth it, not -1"),
        ({"data": 7}, "must be the path of a folder, not 7"),
    ],
)
def test_options_that_cannot_be_used_are_told(project, change, told):
    project.config["plugins"][0]["fabricated"] |= change
    code, output = project.build()
    assert code == 1
    assert told in output
    assert "Traceback" not in output


def test_addresses_must_end_in_a_slash(project):
    project.config["use_directory_urls"] = False
    code, output = project.build()
    assert code == 1
    assert "use_directory_urls must be true" in output
    assert "Traceback" not in output


def test_a_site_folder_that_is_a_link_stays_one(project, tmp_path_factory):
    target = tmp_path_factory.mktemp("served") / "www"
    target.mkdir()
    project.site.symlink_to(target)
    project.built()
    project.built()
    assert project.site.is_symlink()
    assert (target / "decisions/index.html").is_file()
    assert [path.name for path in target.parent.iterdir()] == ["www"]


def test_foreign_files_go_and_hidden_ones_stay_as_with_mkdocs(project):
    project.site.mkdir()
    (project.site / "old.html").write_text("old")
    (project.site / ".nojekyll").write_text("")
    (project.site / ".git/refs").mkdir(parents=True)
    (project.site / ".git/refs/head").write_text("x")
    project.built()
    assert not (project.site / "old.html").exists()
    assert (project.site / ".nojekyll").exists()
    assert (project.site / ".git/refs/head").read_text() == "x"


def test_a_site_folder_that_is_a_file_is_refused(project):
    project.site.write_text("mine")
    code, output = project.build()
    assert code == 1
    assert "Traceback" not in output
    assert project.site.read_text() == "mine"
