"""Put the data into their canonical form; nothing that they say changes.

python3 scripts/format.py [OPTIONS OF acquis format] [FILES]
"""

from collections.abc import Sequence

from _environment import prepare
from _tool import main, run


def format_data(arguments: Sequence[str]) -> int:
    """Run `acquis format`; its exit status is 1 where a file has an error."""
    return run(prepare("site"), "acquis.cli", "format", *arguments)


if __name__ == "__main__":
    main(format_data)
