import pytest

from acquis.settings import SettingsError, make, packaged_templates, read


def config(tmp_path, text, name="mkdocs.yml"):
    path = tmp_path / name
    path.write_text(text, encoding="utf-8")
    return path


@pytest.mark.parametrize(
    "plugins",
    [
        "plugins:\n- search\n- acquis:\n    languages: [fr, en]\n    fill: false\n",
        "plugins:\n  search: {}\n  acquis:\n    languages: [fr, en]\n    fill: false\n",
    ],
)
def test_options_are_read_without_resolving_what_else_is_in_the_file(tmp_path, plugins):
    text = (
        "site_url: !ENV [NOWHERE, x]\n"
        "markdown_extensions:\n- x: {y: !!python/object/apply:os.system [exit 1]}\n"
        f"{plugins}"
    )
    settings = read(config(tmp_path, text))
    assert settings.languages == ("fr", "en")
    assert settings.fill is False
    assert settings.search is True
    assert settings.data == tmp_path / "data"
    assert settings.cache == tmp_path / ".cache/acquis"


@pytest.mark.parametrize("text", ["site_name: x\n", "plugins: [acquis]\n", "", "plugins:\n"])
def test_what_is_not_written_has_its_default(tmp_path, text):
    assert read(config(tmp_path, text)) == make({}, tmp_path)
    assert make({}, tmp_path).languages == ("en",)


def test_a_configuration_that_is_inherited(tmp_path):
    config(tmp_path, "plugins: [{acquis: {data: texts}}]\n", "base.yml")
    assert read(config(tmp_path, "INHERIT: base.yml\n")).data == tmp_path / "texts"


@pytest.mark.parametrize(
    ("options", "told"),
    [
        ("{dta: x}", 'option "dta": there is no such option; did you mean "data"?'),
        ("{data: 7}", 'option "data": must be the path of a folder, not 7'),
        ("{data: !ENV X}", 'option "data": the value (!ENV) cannot be read'),
        ("{data: !!python/name:os.system ''}", "cannot be read without MkDocs"),
        ("{fill: 'no'}", "option \"fill\": must be true or false, not 'no'"),
        ("{processes: true}", "must be a number, 0 for as many as are worth it, not True"),
        ("{processes: 1.5}", "not 1.5"),
        ("{languages: en}", "must be a list"),
        ("{languages: []}", "must be a list"),
        ("{languages: [no]}", "False is no language code"),
        ("{languages: ['../x']}", "is no language code"),
        ("{languages: [en, en]}", "given twice"),
        ("{languages: [[]]}", "is no language code"),
    ],
)
def test_options_that_cannot_be_used(tmp_path, options, told):
    with pytest.raises(SettingsError) as error:
        read(config(tmp_path, f"plugins: [{{acquis: {options}}}]\n"))
    assert told in str(error.value)


def test_all_problems_are_told_at_once(tmp_path):
    with pytest.raises(SettingsError) as error:
        make({"fill": 1, "search": "x", "whatever": 1}, tmp_path)
    assert [name for name, _ in error.value.problems] == ["whatever", "search", "fill"]


def test_a_file_that_cannot_be_read(tmp_path):
    for path in (tmp_path / "none.yml", config(tmp_path, "a: [")):
        with pytest.raises(SettingsError, match=path.name):
            read(path)


def test_the_tool_brings_its_templates():
    assert (packaged_templates() / "overrides/main.html").is_file()
