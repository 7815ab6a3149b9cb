"""Pages: the corpus becomes finished pages, through the templates.

Only this package knows Jinja. It yields values (`page`) and writes nothing; `jobs` has all that
make them. Nothing is imported here, so that a build with nothing to do need not load it.
"""
