"""How the last build came to its site: what was read for what was found in the data and for what
was made from them, so that a build after a change does only what depends on it.

In the folder of the option `cache`, `made.json` has this for the site that `site.json` tells of,
and `data.zip` the files of the data as they were. Both bear the same mark as `site.json`, and are
trusted only together with it. From the files as they were follows what changed, value by value.
"""

from __future__ import annotations

import datetime
import json
import zipfile
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path

from acquis.reads import Key
from acquis.site.cache import finding, row
from acquis.site.checking import Checked
from acquis.site.sitemap import Listed
from acquis.site.trace import Trace

MADE, DATA = "made.json", "data.zip"


@dataclass(frozen=True, slots=True)
class Before:
    """What is known of the last build.

    `instead` has what the files of the data held that hold something else now, None for those that
    were not there; `days` when each had changed. `checked` and `made` tell of each record and each
    job, by their keys; `once` what was read for what rules look for among all records, by its name.
    `intact` is whether a file of the site, by its path, is as it was made.
    """

    instead: Mapping[Path, bytes | None]
    days: Mapping[str, datetime.date]
    checked: Mapping[Key, Checked]
    once: Mapping[str, frozenset[Key]]
    made: Mapping[Key, Trace]
    intact: Callable[[str], bool]


def packed(
    mark: str,
    days: Mapping[str, datetime.date],
    checked: Mapping[Key, Checked],
    once: Mapping[str, frozenset[Key]],
    made: Mapping[Key, Trace],
) -> str:
    """The content of `made.json`. Each key stands in it once."""
    table: dict[Key, int] = {}

    def numbers(keys: Iterable[Key]) -> list[int]:
        return [table.setdefault(key, len(table)) for key in keys]

    told = {
        "mark": mark,
        "days": {file: day.isoformat() for file, day in days.items()},
        "checked": [
            [key, numbers(one.reads), one.made, list(map(row, one.findings))]
            for key, one in checked.items()
        ],
        "once": {name: numbers(keys) for name, keys in once.items()},
        "made": [
            [key, numbers(one.reads), one.paths, [list(page) for page in map(_listed, one.listed)]]
            for key, one in made.items()
        ],
    }
    return json.dumps(told | {"keys": list(table)}, ensure_ascii=False)


def recalled(
    folder: Path, mark: str, changed: Mapping[Path, str | None], intact: Callable[[str], bool]
) -> Before:
    """What the folder of the cache tells of the build with this mark.

    `changed` has the files of the data that changed since, with their names in `data.zip`, None for
    those that were not there. Raises OSError, ValueError, KeyError, TypeError or BadZipFile where
    that is not to be had.
    """
    told = json.loads((folder / MADE).read_bytes())
    if told["mark"] != mark:
        raise ValueError("it is of another build")
    keys: list[Key] = [tuple(key) for key in told["keys"]]
    instead: dict[Path, bytes | None] = {}
    with zipfile.ZipFile(folder / DATA) as data:
        if data.comment != mark.encode():
            raise ValueError("it is of another build")
        for path, name in changed.items():
            instead[path] = None if name is None else data.read(name)

    def reads(numbers: list[int]) -> frozenset[Key]:
        return frozenset([keys[number] for number in numbers])

    return Before(
        instead=instead,
        days={file: datetime.date.fromisoformat(day) for file, day in told["days"].items()},
        checked={
            tuple(key): Checked(tuple(map(finding, rows)), tuple(made), reads(numbers))
            for key, numbers, made, rows in told["checked"]
        },
        once={name: reads(numbers) for name, numbers in told["once"].items()},
        made={
            tuple(key): Trace(reads(numbers), tuple(paths), tuple(_page(*page) for page in pages))
            for key, numbers, paths, pages in told["made"]
        },
        intact=intact,
    )


def _listed(page: Listed) -> tuple[str, str, tuple[tuple[str, str], ...]]:
    return page.canonical_url, page.update_date, page.alternates


def _page(url: str, day: str, alternates: list[list[str]]) -> Listed:
    return Listed(url, day, tuple((language, address) for language, address in alternates))
