"""Pages keep to their own policy: nothing from elsewhere, and the theme works."""

import functools
import http.server
import re
import threading

import pytest
from made_up import PAGES, page

from acquis.site.policy import hashes


def pages(project):
    return {name: text.decode() for name, text in project.files().items() if name.endswith(".html")}


def policy_of(html):
    return re.search(r'http-equiv="Content-Security-Policy" content="([^"]*)"', html)[1]


@pytest.mark.parametrize("fill", [True, False])
def test_every_script_of_the_theme_is_allowed_and_none_of_a_text(project, fill):
    project.config["plugins"][0]["fabricated"]["fill"] = fill
    project.config["theme"]["features"] = ["content.tabs.link"]
    evil = "<script>alert(1)</script>"
    project.made["pages"] = [*PAGES, page("decisions/evil/", content=evil)]
    project.built("--strict")
    for name, html in pages(project).items():
        policy = policy_of(html)
        frame = re.sub(r'<script[^>]*type="application/json".*?</script>', "", html, flags=re.S)
        found = hashes(frame.replace(evil, ""))
        assert found, name
        assert found == re.findall(r"'sha256-([^']*)'", policy), name
        assert "unsafe" not in policy
        assert html.index("Content-Security-Policy") < html.index("<script"), name
        assert not re.search(r'\sstyle="| on\w+="', html), name
        assert html.encode()[:1024].count(b'charset="utf-8"') == 1, name


def test_nothing_is_loaded_from_another_host(project):
    project.built("--strict")
    for name, html in pages(project).items():
        loaded = re.findall(r'<(?:script|img|link|iframe)\b[^>]*(?:src|href)="([^"]*)"', html)
        own = [address for address in loaded if not address.startswith("https://example.org/sub/")]
        assert not [address for address in own if "//" in address], name
    for name, content in project.files().items():
        if name.endswith(".css"):
            images = re.findall(rb"""url\(['"]?([^'")]{0,40})|@import""", content)
            assert not [url for url in images if b"//" in url and not url.startswith(b"data:")]
            assert b"@import" not in content


class Quiet(http.server.SimpleHTTPRequestHandler):
    def log_message(self, format, *args):
        pass


@pytest.fixture
def served(project):
    """The address of the built site, served from a folder below the root."""
    project.built("--strict")
    below = project.root / "below"
    below.mkdir()
    (below / "sub").symlink_to(project.site)
    handler = functools.partial(Quiet, directory=below)
    with http.server.ThreadingHTTPServer(("127.0.0.1", 0), handler) as server:
        thread = threading.Thread(target=server.serve_forever)
        thread.start()
        yield f"http://127.0.0.1:{server.server_port}/sub/"
        server.shutdown()
        thread.join()


@pytest.mark.browser
def test_the_browser_has_nothing_to_complain_of(served, browser):
    context = browser.new_context()
    shown = context.new_page()
    complaints, asked = [], []
    shown.on("console", lambda message: complaints.append(message.text))
    shown.on("pageerror", lambda error: complaints.append(str(error)))
    # What is still on its way when a page is left is given up; the icon is, now and then.
    shown.on(
        "requestfailed",
        lambda request: request.failure == "net::ERR_ABORTED" or complaints.append(request.url),
    )
    shown.on("request", lambda request: asked.append(request.url))
    for address in ("", "about/", "decisions/", "decisions/mc-1-1/", "fr/decisions/mc-1-1/"):
        shown.goto(served + address)
        # The scripts run: the switch of the colours works, and is remembered.
        shown.locator("button[data-scheme]").click()
        assert shown.locator("html").get_attribute("data-md-color-scheme") == "slate"
        shown.reload()
        assert shown.locator("html").get_attribute("data-md-color-scheme") == "slate"
        shown.locator("button[data-scheme]").click()
    assert complaints == []
    assert all(url.startswith(served) for url in asked)
    shown.goto(served + "decisions/mc-1-1/")
    shown.keyboard.press("Tab")
    assert shown.evaluate("document.activeElement.getAttribute('href')") == "#content"
    shown.evaluate("document.body.append(document.createElement('script'))")
    shown.evaluate("document.querySelector('body > script:last-child').text = 'window.bad = 1'")
    shown.set_default_timeout(2000)
    assert shown.evaluate("window.bad") is None
    assert any("Content Security Policy" in text for text in complaints)
    context.close()
