"""`python -m acquis.cli`: the command, where it is not installed on the path."""

from acquis.cli import main

main()
