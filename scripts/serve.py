"""Preview the site, and renew it with every change of data, templates and pages.

python3 scripts/serve.py [OPTIONS OF mkdocs serve]
"""

from collections.abc import Sequence

from _environment import prepare
from _tool import become, main


def serve(arguments: Sequence[str]) -> int:
    """Serve until the user stops it."""
    become(prepare("site"), "mkdocs", "serve", *arguments)


if __name__ == "__main__":
    main(serve)
