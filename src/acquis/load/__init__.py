"""Loading: YAML files become a corpus, with the place of every value and findings on the way."""

from acquis.load.files import Loaded, Memory, load

__all__ = ["Loaded", "Memory", "load"]
