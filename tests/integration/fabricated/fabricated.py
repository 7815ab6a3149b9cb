"""The plugin with made-up pages: the machinery of the site without data, checks and templates."""

import json
import time
from functools import partial

from markupsafe import Markup
from mkdocs.plugins import BasePlugin

from acquis.finding import Finding, Level
from acquis.pages.jobs import Job
from acquis.pages.page import File, Page
from acquis.position import Position
from acquis.site.content import Content
from acquis.site.plugin import AcquisPlugin


class Fabricated(AcquisPlugin):
    """Reads finished pages, files and findings from data/pages.json."""

    def content(self):
        source = self.settings.data / "pages.json"
        made = json.loads(source.read_text(encoding="utf-8"))

        # Each by itself, so that processes have something to share.
        def page(fields):
            time.sleep(made.get("seconds_a_page", 0))
            for slot in ("head", "content", "contents"):
                fields[slot] = Markup(fields[slot])
            yield Page(**fields)

        def file(path, content):
            yield File(path, content.encode())

        jobs = [
            Job(("page", str(place)), partial(page, fields))
            for place, fields in enumerate(made.get("pages", []))
        ]
        jobs += [
            Job(("file", path), partial(file, path, text))
            for path, text in made.get("files", {}).items()
        ]
        findings = [
            Finding(Position("data/pages.json", 1, 1), Level(level), "made-up", message, "mend it")
            for level, message in made.get("findings", [])
        ]
        titles = {("fr", "Decisions"): "Décisions"}
        return Content(
            findings=tuple(findings),
            lines=lambda file: [],
            jobs=jobs,
            translate=lambda language, title: titles.get((language, title), title),
            fragment=lambda name, language, path: Markup(f"<p>{name} in {language} at {path}."),
        )


class Meddling(BasePlugin):
    """A foreign plugin that handles pages, and changes none."""

    def on_post_page(self, output, *, page, config):
        return output
