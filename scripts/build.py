"""Build the site into `site/`.

python3 scripts/build.py [OPTIONS OF mkdocs build]
"""

from collections.abc import Sequence

from _environment import prepare
from _tool import become, main


def build(arguments: Sequence[str]) -> int:
    """Build; a warning is an error, and leaves the site that was there."""
    become(prepare("site"), "mkdocs", "build", "--strict", *arguments)


if __name__ == "__main__":
    main(build)
