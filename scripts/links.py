"""Tell which links to other hosts are broken, in the site that scripts/build.py has made.

python3 scripts/links.py

The report goes to the file that GITHUB_STEP_SUMMARY names, else to the terminal. Other hosts fail
for reasons of their own, so a broken link is no error.
"""

import html
import json
import os
import subprocess
import sys
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

from _environment import ROOT, VENV, SetupError, prepare
from _tool import main, program, tool_variables

SITE = ROOT / "site"
SHOWN = 200
"""So many links are told, with WIDTH characters each: GitHub refuses a summary of over 1 MiB."""
WIDTH = 240

_OPTIONS = (
    "--format=json",
    "--no-progress",
    # What a text links to is reached from the runner: its own network is not to be asked for.
    "--exclude-all-private",
    "--scheme=http",
    "--scheme=https",
    # git ignores the site; links from its root belong to the site.
    "--no-ignore",
    f"--root-dir={SITE}",
    "--extensions=html",
    # Slowly, so that no host takes it for an attack.
    "--host-concurrency=2",
    "--host-request-interval=500ms",
    "--max-concurrency=16",
    "--max-retries=2",
    "--timeout=30",
)
# The exit status of lychee where all was checked and some is broken (its manual, "Exit codes").
_SOME_BROKEN = 2


def links(_: Sequence[str]) -> int:
    """Check, and report. Raises SetupError where there is no site, or lychee could not check it."""
    if not (SITE / "index.html").is_file():
        raise SetupError("there is no site to check", "run scripts/build.py, then try again")
    prepare("test")
    done = subprocess.run(
        [str(program(VENV, "lychee")), *_OPTIONS, str(SITE)],
        check=False,
        cwd=ROOT,
        env=tool_variables(os.environ, VENV),
        stdout=subprocess.PIPE,
    )
    if done.returncode not in (0, _SOME_BROKEN):
        raise SetupError("lychee could not check the links", "see its own words above")
    report = "\n".join(reported(json.loads(done.stdout), SITE)) + "\n"
    summary = os.environ.get("GITHUB_STEP_SUMMARY")
    if summary:
        with Path(summary).open("a", encoding="utf-8") as stream:
            stream.write(report)
    else:
        sys.stdout.write(report)
    return 0


def reported(found: Mapping[str, Any], site: Path) -> Iterator[str]:
    """The lines of the report, in Markdown, from what lychee found in the pages below `site`.

    Each broken link is told once, with what its host answered and the pages it stands on.
    """
    pages = defaultdict(set)
    answers = {}
    for page, url, answer in _broken(found):
        pages[url].add(Path(page).relative_to(site).as_posix())
        # A link that stands on several pages is asked for once; the others only refer to that.
        if not answer.endswith("(cached)"):
            answers[url] = answer
    yield f"**{len(pages)} broken links to other hosts**"
    if not pages:
        return
    yield ""
    yield "| link | answer | page |"
    yield "|---|---|---|"
    for url in sorted(pages)[:SHOWN]:
        first, *others = sorted(pages[url])
        place = f"{first} and {len(others)} more" if others else first
        yield f"| {_cell(url)} | {_cell(answers.get(url, 'none'))} | {_cell(place)} |"
    if len(pages) > SHOWN:
        yield ""
        yield f"{len(pages) - SHOWN} more"


def _broken(found: Mapping[str, Any]) -> Iterator[tuple[str, str, str]]:
    """Each broken link to another host: the file it stands in, its address, the answer."""
    for kind in ("error_map", "timeout_map"):
        for page, entries in found[kind].items():
            for entry in entries:
                if entry["url"].startswith(("http://", "https://")):
                    # What follows repeats the address.
                    answer = entry["status"]["text"].partition(" (error sending request")[0]
                    yield page, entry["url"], answer


def _cell(text: str) -> str:
    """What comes from a text or from another host stays text, whatever Markdown makes of it."""
    cut = text if len(text) <= WIDTH else f"{text[:WIDTH]}…"
    shown = "".join(sign if sign.isprintable() else " " for sign in cut)
    return html.escape(shown).translate(_MARKDOWN)


_MARKDOWN = {ord(sign): f"&#{ord(sign)};" for sign in "\\`*_{}[]()!|~@"}


if __name__ == "__main__":
    main(links)
