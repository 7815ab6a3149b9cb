"""The command line: `acquis` and its commands, one module each.

Here, and in the site, input and output have their place; what is done with them is elsewhere.
"""

from acquis.cli.commands import main

__all__ = ["main"]
