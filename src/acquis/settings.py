"""The options of the project: what `mkdocs.yml` says to the plugin, and to every command.

The plugin is given its options by MkDocs; the command line reads them here, from the file, without
loading MkDocs or its theme. Tags like `!ENV` or `!!python/name:…` elsewhere in the file are left
alone, since only the nodes of the plugin's own options become values.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml

from acquis.finding import suggest

PLUGIN = "acquis"
#: What MkDocs asks of every plugin's entry and keeps for itself (its user guide, "plugins").
MKDOCS_OWN = "enabled"


@dataclass(frozen=True, slots=True)
class Settings:
    """The plugin's options; every path is absolute.

    `root` is the folder of the configuration file, from which relative paths are counted.
    `templates` is the project's own folder, whose templates stand before the packaged ones.
    The first of `languages` is the default: its pages stand at the site's root. `processes` is
    how many build, 0 for as many as are worth it; with `timings`, the build tells where its time
    went.
    """

    root: Path
    data: Path
    templates: Path
    languages: tuple[str, ...]
    search: bool
    cache: Path
    fill: bool
    processes: int = 0
    timings: bool = False


class SettingsError(Exception):
    """Options that cannot be used; `problems` has a pair of option and message for each."""

    def __init__(self, problems: list[tuple[str, str]]) -> None:
        super().__init__("; ".join(f'option "{name}": {message}' for name, message in problems))
        self.problems = problems


DEFAULTS: Mapping[str, object] = {
    "data": "data",
    "templates": "templates",
    "languages": ["en"],
    "search": True,
    "cache": ".cache/acquis",
    "fill": True,
    "processes": 0,
    "timings": False,
}


def make(options: Mapping[str, object], root: Path) -> Settings:
    """The settings for `options` as written; what is not written has its default.

    Raises SettingsError with all the problems that there are.
    """
    values = {name: options.get(name, default) for name, default in DEFAULTS.items()}
    problems = [(str(name), _unknown(str(name))) for name in options if name not in DEFAULTS]
    problems += [(name, message) for name in values for message in _problems(name, values[name])]
    if problems:
        raise SettingsError(problems)
    root = root.absolute()
    return Settings(
        root=root,
        data=root / str(values["data"]),
        templates=root / str(values["templates"]),
        languages=tuple(_list(values["languages"])),
        search=bool(values["search"]),
        cache=root / str(values["cache"]),
        fill=bool(values["fill"]),
        processes=_number(values["processes"]),
        timings=bool(values["timings"]),
    )


def read(config: Path) -> Settings:
    """The settings in a MkDocs configuration file, `INHERIT` followed.

    Raises SettingsError where the file cannot be read or the options cannot be used.
    """
    return make(_options(config, depth=8), config.parent)


def site_url(config: Path) -> str:
    """Where the site of a configuration file is published; "" where the file does not say it.

    What an environment variable is to say (`!ENV`) is not asked for.
    """
    try:
        root = yaml.compose(config.read_bytes(), Loader=yaml.SafeLoader)
    except (OSError, yaml.YAMLError, RecursionError):
        return ""
    node = _entries(root).get("site_url")
    url = str(node.value) if isinstance(node, yaml.ScalarNode) else ""
    return url if url.startswith(("http://", "https://")) else ""


def packaged_templates() -> Path:
    """The templates that come with the tool: in the wheel, or in the repository beside `src`."""
    package = Path(__file__).parent
    in_wheel = package / "templates"
    return in_wheel if in_wheel.is_dir() else package.parents[1] / "templates"


def _unknown(name: str) -> str:
    near = suggest(name, DEFAULTS)
    return f"there is no such option; {near or 'the options are ' + ', '.join(DEFAULTS)}"


def _problems(name: str, value: object) -> list[str]:
    if name == "languages":
        return _language_problems(value)
    if name in ("search", "fill", "timings"):
        return [] if isinstance(value, bool) else [f"must be true or false, not {value!r}"]
    if name == "processes":
        counts = isinstance(value, int) and not isinstance(value, bool) and value >= 0
        return [] if counts else [f"must be a number, 0 for as many as are worth it, not {value!r}"]
    good = isinstance(value, str) and value
    return [] if good else [f"must be the path of a folder, not {value!r}"]


#: A language as it stands in addresses and in the `lang` attribute: "en", "pt-BR" (BCP 47).
_LANGUAGE = re.compile(r"[a-z]{2,3}(?:-[A-Za-z0-9]{2,8})*")


def _language_problems(value: object) -> list[str]:
    if not isinstance(value, list) or not value:
        return [f"must be a list like [en, fr], the default language first, not {value!r}"]
    # Without quotation marks, YAML 1.1 reads Norwegian as a truth value.
    problems = [
        f"{language!r} is no language code like en or pt-BR (write it in quotation marks)"
        for language in value
        if not isinstance(language, str) or not _LANGUAGE.fullmatch(language)
    ]
    if not problems and len(set(value)) < len(value):
        problems.append("a language is given twice")
    return problems


def _number(value: object) -> int:
    assert isinstance(value, int)
    return value


def _list(value: object) -> list[str]:
    assert isinstance(value, list)
    return value


def _options(config: Path, depth: int) -> dict[str, object]:
    """The plugin's options as they are written in the file; empty where it has none."""
    try:
        root = yaml.compose(config.read_bytes(), Loader=yaml.SafeLoader)
    except OSError as error:
        raise SettingsError([("config", f"cannot read {config.name}: {error.strerror}")]) from None
    except (yaml.YAMLError, RecursionError) as error:
        why = error if isinstance(error, yaml.YAMLError) else "it is nested too deep"
        raise SettingsError([("config", f"{config.name} is not YAML: {why}")]) from None
    entries = _entries(root)
    if "plugins" not in entries and "INHERIT" in entries and depth:
        return _options(config.parent / str(entries["INHERIT"].value), depth - 1)
    return _plugin_options(entries.get("plugins"))


def _plugin_options(plugins: yaml.Node | None) -> dict[str, object]:
    """`plugins` is a list of names and of mappings with one name, or a mapping of names."""
    named: dict[str, yaml.Node] = {}
    if isinstance(plugins, yaml.SequenceNode):
        for item in plugins.value:
            named.update(_entries(item))
    else:
        named = _entries(plugins)
    options = {}
    for name, node in _entries(named.get(PLUGIN)).items():
        if name == MKDOCS_OWN:
            continue
        try:
            options[name] = _value(node)
        except (yaml.YAMLError, ValueError):
            message = f"the value ({node.tag}) cannot be read without MkDocs; write it out"
            raise SettingsError([(name, message)]) from None
    return options


def _entries(node: yaml.Node | None) -> dict[str, yaml.Node]:
    if not isinstance(node, yaml.MappingNode):
        return {}
    return {str(key.value): value for key, value in node.value}


def _value(node: yaml.Node) -> Any:  # plain values of YAML's own tags
    loader = yaml.SafeLoader("")
    try:
        return loader.construct_document(node)
    finally:
        loader.dispose()
