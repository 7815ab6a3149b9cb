"""A project in a temporary folder, built by MkDocs in a process of its own, with made-up pages."""

import json
import os
import subprocess
import sys
from pathlib import Path

import yaml

HERE = Path(__file__).parent
CACHED = ("site.json", "made.json", "data.zip")


def page(address, **fields):
    """The fields of a made-up page."""
    parts = address.rstrip("/").split("/")
    language = parts.pop(0) if parts[0] == "fr" else "en"
    ups = "../" * address.count("/")
    return {
        "address": address,
        "language": language,
        "kind": "decision" if len(parts) > 1 else "decisions",
        "section": "decisions/" if language == "en" else "fr/decisions/",
        "title": f"The page {parts[-1]}",
        "description": f"About {parts[-1]}",
        "head": f'<link rel="alternate" href="{ups}x.json" type="application/json">',
        "content": f'<h1>{parts[-1]}</h1><p id="para-1">One.</p><p id="para-2">Two.</p>',
        "contents": '<ol><li><a href="#para-1">1</a></li></ol>',
    } | fields


PAGES = [
    page("decisions/", contents=""),
    *(page(f"decisions/mc-1-{number}/") for number in range(1, 6)),
    page("fr/decisions/", contents=""),
    page("fr/decisions/mc-1-1/"),
]


class Project:
    """A folder with mkdocs.yml, docs/ and data/; `build` and `start` run MkDocs on it."""

    def __init__(self, root):
        self.root = root
        self.site = root / "site"
        self.config = {
            "site_name": "Body & Co",
            "site_url": "https://example.org/sub/",
            "theme": {
                "name": "material",
                "font": False,
                "palette": [
                    {
                        "scheme": "default",
                        "toggle": {"icon": "material/weather-night", "name": "D"},
                    },
                    {"scheme": "slate", "toggle": {"icon": "material/weather-sunny", "name": "L"}},
                ],
            },
            "plugins": [{"fabricated": {"languages": ["en", "fr"]}}],
            "nav": [{"Home": "index.md"}, {"Decisions": "decisions/"}, {"About": "about.md"}],
            "validation": {"links": {"unrecognized_links": "warn", "anchors": "warn"}},
        }
        self.made = {"pages": PAGES, "files": {"decisions/mc-1-1/mc-1-1.json": "{}"}}
        self.docs = {"index.md": "# Home\n\n[one](decisions/mc-1-1/)\n", "about.md": "# About\n"}

    def write(self):
        """Write the configuration, the documents and the data."""
        self._write("mkdocs.yml", yaml.safe_dump(self.config))
        self._write("data/pages.json", json.dumps(self.made))
        for name, text in self.docs.items():
            self._write(f"docs/{name}", text)
        return self

    def _write(self, name, text):
        path = self.root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        if not path.exists() or path.read_text(encoding="utf-8") != text:
            path.write_text(text, encoding="utf-8")

    def start(self, *arguments, **options):
        """Start MkDocs with these arguments."""
        path = [HERE, *sys.path]
        environment = os.environ | {
            "PYTHONPATH": os.pathsep.join(str(folder) for folder in path if str(folder)),
            "NO_MKDOCS_2_WARNING": "1",
            "PYTHONUNBUFFERED": "1",
        }
        return subprocess.Popen(
            [sys.executable, "-m", "mkdocs", *arguments],
            cwd=self.root,
            env=environment,
            text=True,
            encoding="utf-8",
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            **options,
        )

    def build(self, *arguments):
        """Build the site; gives the exit code and everything that was printed."""
        self.write()
        process = self.start("build", *arguments)
        output, _ = process.communicate(timeout=120)
        return process.returncode, output

    def built(self, *arguments):
        """Build the site, which must succeed; gives what was printed."""
        code, output = self.build(*arguments)
        assert code == 0, output
        return output

    def files(self):
        """The bytes of each file of the site."""
        return {
            path.relative_to(self.site).as_posix(): path.read_bytes()
            for path in sorted(self.site.rglob("*"))
            if path.is_file()
        }

    def html(self, address):
        """A page of the site."""
        return (self.site / address / "index.html").read_text(encoding="utf-8")

    def beside(self):
        """Hidden names beside the site's folder, and what the cache has besides what it keeps."""
        hidden = [path.name for path in self.root.iterdir() if path.name.startswith(".")]
        kept = [path.name for path in self.root.glob(".cache/acquis/*")]
        return [name for name in (*hidden, *kept) if name not in (".cache", *CACHED)]
