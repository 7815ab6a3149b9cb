import base64
import hashlib

from acquis.site.policy import hashes, policy


def sha(body):
    return base64.b64encode(hashlib.sha256(body.encode()).digest()).decode()


def test_each_inline_script_is_named_by_its_hash():
    html = (
        '<script>a\n=1</script><script src="x.js"></script><SCRIPT></SCRIPT><script>a\n=1</script>'
    )
    assert hashes(html) == [sha("a\n=1")]
    assert policy(html).endswith(f"script-src 'self' 'sha256-{sha('a' + chr(10) + '=1')}'")


def test_nothing_comes_from_elsewhere_and_nothing_is_let_in_unnamed():
    directives = dict(part.split(" ", 1) for part in policy("").split("; "))
    assert directives["default-src"] == "'self'"
    assert directives["script-src"] == "'self'"
    assert directives["object-src"] == directives["base-uri"] == "'none'"
    assert "unsafe" not in policy("<script>1</script>")
    assert '"' not in policy("")


def test_the_preview_lets_the_servers_script_run():
    assert "'unsafe-inline'" in policy("<script>1</script>", preview=True)
    assert "sha256" not in policy("<script>1</script>", preview=True)  # would switch it off again
