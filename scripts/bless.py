"""Renew the golden files with what the tool makes now; look at the difference before you commit it.

python3 scripts/bless.py [OPTIONS OF pytest, such as -k NAME]
"""

from collections.abc import Sequence

from _environment import prepare
from _tool import become, main


def bless(arguments: Sequence[str]) -> int:
    """Run the tests that compare with golden files, and let them write instead."""
    become(prepare("test"), "pytest", "-m", "golden", "--bless", *arguments)


if __name__ == "__main__":
    main(bless)
