"""Where the reference tells of a rule: the address that a finding gives."""

from __future__ import annotations

import os
from collections.abc import Callable, Mapping
from pathlib import Path

from acquis.cli.output import shown
from acquis.settings import site_url

#: The page of the rules, from the folder of the configuration.
PAGE = Path("docs", "reference", "rules.md")


def entries(config: Path, variables: Mapping[str, str] = os.environ) -> Callable[[str], str]:
    """Gives for a rule's id the address of its entry, "" where there is none.

    It stands on the published site, where the configuration says which that is; in a workflow, in
    the repository on GitHub, at the commit that is checked; else in the file of the reference.
    """
    page = config.parent / PAGE
    if not page.is_file():
        return lambda rule: ""
    site = site_url(config)
    if site:
        return lambda rule: f"{site.rstrip('/')}/reference/rules/#{rule}"
    names = ("GITHUB_SERVER_URL", "GITHUB_REPOSITORY", "GITHUB_SHA")
    server, repository, commit = (variables.get(name, "") for name in names)
    if server and repository and commit:
        return lambda rule: f"{server}/{repository}/blob/{commit}/{PAGE.as_posix()}#{rule}"
    return lambda rule: f"{shown(page)}#{rule}"
