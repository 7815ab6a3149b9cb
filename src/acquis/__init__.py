"""Acquis: the decisions of treaty bodies, kept as YAML in git and published as a static site."""

__version__ = "0.1.0"
