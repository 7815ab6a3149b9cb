"""Search: an index of paragraphs, made of small files that a browser reads as it needs them.

Nothing here knows where the files are served. What they hold is described in
`docs/reference/search.md`; the reader is in `templates/overrides/assets/javascripts/search/`.
"""

from acquis.search.index import IndexFile, index

__all__ = ["IndexFile", "index"]
