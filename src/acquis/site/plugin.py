"""The plugin of MkDocs: a thin adapter from its events to the steps of a build."""

from __future__ import annotations

import gc
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

import jinja2
from mkdocs.config.base import Config, ConfigErrors, ConfigWarnings, ValidationError
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import Abort, ConfigurationError, PluginError
from mkdocs.livereload import LiveReloadServer
from mkdocs.plugins import BasePlugin, CombinedEvent, event_priority, get_plugin_logger
from mkdocs.structure.files import Files
from mkdocs.structure.nav import Navigation
from mkdocs.structure.pages import Page
from mkdocs.utils.templates import TemplateContext

from acquis.collector import leave_standing
from acquis.finding import Level
from acquis.pages.form import FormError
from acquis.pages.repository import Repository
from acquis.report import Entry, count
from acquis.settings import Settings, SettingsError, make
from acquis.site.build import Build
from acquis.site.cache import Cache
from acquis.site.content import Content, unchanged
from acquis.site.filling import FillingError
from acquis.site.foreign import page_handlers
from acquis.site.history import changed
from acquis.site.news import entries, text
from acquis.site.staging import Staging, StagingError
from acquis.site.strict import Strictness
from acquis.site.theme import override_folders, prepare
from acquis.site.whole import WholeError, make_whole

if TYPE_CHECKING:  # what a build with nothing to do need not load is imported where it is used
    from acquis.site.preview import Preview
    from acquis.site.upkeep import Updated, Upkeep

log = get_plugin_logger("acquis")

_FIRST, _LAST = 1000, -1000

T = TypeVar("T")


class Options(Config):  # type: ignore[no-untyped-call]  # MkDocs left its own untyped
    """The options as written; `acquis.settings` knows which there are and what they may be."""


class AcquisPlugin(BasePlugin[Options]):  # type: ignore[no-untyped-call]  # as above
    """Makes the site of a body of decisions; lives as long as the command does."""

    settings: Settings

    def __init__(self) -> None:
        self._preview: Preview | None = None
        self._build: Build | None = None
        self._overrides = 0
        self._told_of_foreign = False
        self._repository: Repository | None = None
        self._cache: Cache | None = None

    def content(self) -> Content:
        """Read and check the data."""
        from acquis.site.generation import Keeper, generate  # see above

        if self._preview:
            return generate(self.settings, self._repository, self._preview.keeper)
        if self._cache is None:
            return generate(self.settings, self._repository)
        before = self._cache.before()
        return generate(self.settings, self._repository, Keeper(), before=before)

    def load_config(
        self, options: dict[str, Any], config_file_path: str | None = None
    ) -> tuple[ConfigErrors, ConfigWarnings]:
        """Take the options; errors come with the name of the option."""
        self.config = Options(config_file_path=config_file_path)
        self.config.load_dict(options)
        root = Path(config_file_path).parent if config_file_path else Path()
        try:
            self.settings = make(options, root)
        except SettingsError as error:
            return [(name, ValidationError(message)) for name, message in error.problems], []
        return [], []

    # One run of MkDocs

    def on_startup(self, *, command: str, dirty: bool) -> None:
        """A command begins. That this method exists keeps the plugin alive between rebuilds."""
        self._preview = None
        if command == "serve":
            from acquis.site.preview import Preview  # see above

            self._preview = Preview()

    def on_serve(
        self, server: LiveReloadServer, *, config: MkDocsConfig, builder: Callable[..., Any]
    ) -> LiveReloadServer:
        """The preview is about to wait for changes."""
        assert self._preview is not None
        self._preview.keep_serving(server, self._update)
        return server

    def on_shutdown(self) -> None:
        """The command ends, by an interruption too."""
        if self._build is not None and self._preview is None:
            leave_standing(self._build)
        self._end()

    # One build

    def on_config(self, config: MkDocsConfig) -> MkDocsConfig:
        """A build begins: what the site cannot be made with is refused."""
        if not config.use_directory_urls:
            raise ConfigurationError(
                "acquis: use_directory_urls must be true: addresses of pages end in a slash"
            )
        if config.theme.name != "material":
            raise ConfigurationError('acquis: theme.name must be "material"')
        config.theme["language"] = self.settings.languages[0]
        url, branch = config.extra.get("repository"), config.extra.get("branch") or "main"
        self._repository = Repository(str(url), str(branch)) if url else None
        known = [Path(folder).resolve() for folder in config.theme.dirs]
        place = 1 if config.theme.custom_dir else 0
        ours = [
            folder
            for folder in override_folders(self.settings.templates)
            if Path(folder).resolve() not in known
        ]
        config.theme.dirs[place:place] = ours
        self._overrides = place + len(ours)
        watched = (self.settings.data, self.settings.templates)
        config.watch.extend(str(path) for path in watched if path.exists())
        return config

    def on_pre_build(self, *, config: MkDocsConfig) -> None:
        """The data is read and checked, and the folder for the new site made."""
        self._end()
        strictness = Strictness(config)
        try:
            content = self._remembered(config) or self.content()
            # After the first build, the preview tells what an edit did, and not all findings again.
            if not (self._preview and (content.broken or self._preview.begun)):
                _log(content, entries(config))
            if content.broken and not self._preview:
                raise Abort(f"The data has errors: {count(content.findings)}.")
            shown = self._preview.latest(content, entries(config)) if self._preview else content
            if self._preview:
                self._preview.begin(config, self.settings.data)
            self._build = Build(
                settings=self.settings,
                config=config,
                content=shown,
                fill=self.settings.fill and not self._foreign(config),
                staging=Staging(Path(config.site_dir)),
                strictness=strictness,
                keep=self._preview is not None or self._cache is not None,
            )
        except (SettingsError, StagingError) as error:
            raise PluginError(f"acquis: {error}") from error
        finally:
            if self._build is None:
                strictness.end()

    def _remembered(self, config: MkDocsConfig) -> Content | None:
        """What is known of the site if nothing changed since it was made; None if anything did.

        What other plugins do is not known here.
        """
        self._cache = None
        alone = all(plugin is self for plugin in config.plugins.values())
        if self._preview or not alone or config.hooks:
            return None
        days = changed(self.settings.root, self.settings.data)
        self._cache = Cache(self.settings, config, days)
        remembered = self._cache.remembered(Path(config.site_dir).resolve())
        if remembered is None:
            return None
        return unchanged(remembered.findings, self.settings, remembered.files)

    def _foreign(self, config: MkDocsConfig) -> bool:
        names = page_handlers(config.plugins, self)
        if names and not self._told_of_foreign:
            self._told_of_foreign = True
            log.info(f"pages are rendered one by one, which is slow, for: {', '.join(names)}")
        return bool(names)

    def on_files(self, files: Files, *, config: MkDocsConfig) -> Files:
        """The documentation folder and the theme's were read."""
        self._step(lambda _: make_whole(files, config.theme.dirs[: self._overrides]))
        return self._step(lambda build: build.take_files(files))

    @event_priority(_LAST)
    def on_nav(self, nav: Navigation, *, config: MkDocsConfig, files: Files) -> Navigation:
        """The navigation was made, and changed by other plugins."""
        self._step(lambda build: build.take_nav(nav))
        return nav

    @event_priority(_LAST)
    def on_env(
        self, env: jinja2.Environment, *, config: MkDocsConfig, files: Files
    ) -> jinja2.Environment:
        """The templates' environment is ready, as other plugins want it."""
        prepare(env, config, self._overrides, preview=self._preview is not None)
        self._step(lambda build: build.take_env(env))
        return env

    @event_priority(_FIRST)
    def on_page_content(
        self, html: str, *, page: Page, config: MkDocsConfig, files: Files
    ) -> str | None:
        """A page was rendered from Markdown; generated ones were not, and get their content."""
        return self._step(lambda build: build.content_of(page))

    @event_priority(_FIRST)
    def on_page_context(
        self, context: TemplateContext, *, page: Page, config: MkDocsConfig, nav: Navigation
    ) -> TemplateContext:
        """A page is about to be put into the theme."""
        self._step(lambda build: build.tell(context, page))
        return context

    @event_priority(_FIRST)
    def on_template_context(
        self, context: TemplateContext, *, template_name: str, config: MkDocsConfig
    ) -> TemplateContext:
        """A template without a page (404.html) is about to be rendered."""
        self._step(lambda build: build.tell(context, None))
        return context

    @event_priority(_FIRST)
    def _on_post_build_first(self, *, config: MkDocsConfig) -> None:
        self._step(lambda build: build.complete())

    @event_priority(_LAST)
    def _on_post_build_last(self, *, config: MkDocsConfig) -> None:
        build = self._build
        self._step(lambda build: build.place())
        if self._preview and build:
            self._preview.built(build)
        if self._cache and build and build.content:
            self._cache.keep(build.staging.site, build.content, build.made)

    #: Other plugins may do what they do to a whole site between the two.
    on_post_build = CombinedEvent(_on_post_build_first, _on_post_build_last)

    def on_build_error(self, *, error: Exception) -> None:
        """Something failed: the last good site stands."""
        self._end()

    def _update(self, upkeep: Upkeep) -> Updated | None:
        """Bring the preview's site up to the data; None where the data have errors.

        Raises WholeNeededError where a whole build is needed.
        """
        from acquis.site.generation import generate  # see above

        assert self._preview is not None
        content = generate(self.settings, self._repository, self._preview.keeper, upkeep.content)
        try:
            updated = None if content.broken else upkeep.update(content)
        except (FillingError, FormError) as error:
            raise PluginError(f"acquis: {error}") from error
        self._preview.latest(content)
        return updated

    def _step(self, step: Callable[[Build], T]) -> T:
        """Take a step of the build; what a user can mend is told without a traceback."""
        assert self._build is not None
        try:
            return step(self._build)
        except (StagingError, FillingError, FormError, WholeError) as error:
            raise PluginError(f"acquis: {error}") from error

    def _end(self) -> None:
        gc.unfreeze()
        if self._build is not None:
            self._build.end()
            self._build = None


def _log(content: Content, entry: Entry) -> None:
    """Say what was found: errors and warnings one by one, of notices how many there are."""
    for finding in content.findings:
        if finding.level is Level.ERROR:
            log.error(text(finding, content.lines, entry))
        elif finding.level is Level.WARNING:
            log.warning(text(finding, content.lines, entry))
    notices = [finding for finding in content.findings if finding.level is Level.NOTICE]
    if notices:
        log.info(f"{count(notices)}; see `acquis check`")
