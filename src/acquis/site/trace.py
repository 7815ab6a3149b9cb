"""What a job leaves: by it is known later whether the job need be done again."""

from __future__ import annotations

from typing import NamedTuple

from acquis.reads import Key
from acquis.site.sitemap import Listed


class Trace(NamedTuple):
    """What was read for a job, the paths of the files that it wrote, its pages for the sitemap."""

    reads: frozenset[Key]
    paths: tuple[str, ...]
    listed: tuple[Listed, ...]
