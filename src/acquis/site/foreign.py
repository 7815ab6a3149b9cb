"""Other plugins that handle pages, and so want MkDocs to render each of them."""

from __future__ import annotations

from mkdocs.plugins import PluginCollection

_EVENTS = (
    "on_pre_page",
    "on_page_read_source",
    "on_page_markdown",
    "on_page_content",
    "on_page_context",
    "on_post_page",
)
#: The theme's plugins that do nothing to a page without front matter of its own.
_HARMLESS = frozenset({"material.plugins.meta.plugin", "material.plugins.tags.plugin"})


def page_handlers(plugins: PluginCollection, own: object) -> list[str]:
    """The names of plugins and hooks, but for `own`, that handle single pages."""
    return [
        name
        for name, plugin in plugins.items()
        if plugin is not own
        and type(plugin).__module__ not in _HARMLESS
        and any(hasattr(plugin, event) for event in _EVENTS)
    ]
