"""Whatever stands in a data folder, loading and checking find and never raise."""

from pathlib import Path
from tempfile import TemporaryDirectory

from hypothesis import given, settings
from hypothesis import strategies as st

from acquis.check import check
from acquis.finding import Finding, Level
from acquis.load import load
from acquis.load.format import formatted
from acquis.report import as_github, as_json, as_summary, as_text

GOLDEN = Path(__file__).parents[1] / "golden" / "rules"
SOURCES = sorted(
    path.read_bytes() for path in GOLDEN.rglob("*.yaml") if path.stat().st_size < 10_000
)
PIECES = [
    b"\n", b"  ", b"- ", b": ", b"[", b"]", b"{", b"}", b"&a ", b"*a", b"!!x ", b"'", b'"', b"|",
    b">", b"#", b"\t", b"\x00", b"\xff", b"\xe2\x80\xa8", b"null", b"~", b"1:30", b"---\n",
    b"...\n", b"decisions:", b"text: ", b"items: ", b"number: ", b"[^1]", b"](x:", b"...", b"? ",
    b"%YAML 9\n",
]  # fmt: skip


@st.composite
def mangled(draw: st.DrawFn) -> bytes:
    """A broken file that was made worse: pieces put in, taken out, doubled."""
    source = bytearray(draw(st.sampled_from(SOURCES)))
    for _ in range(draw(st.integers(1, 6))):
        at = draw(st.integers(0, len(source)))
        length = draw(st.integers(0, 40))
        change = draw(st.sampled_from(["put", "take", "double"]))
        if change == "put":
            source[at:at] = draw(st.sampled_from(PIECES))
        elif change == "take":
            del source[at : at + length]
        else:
            source[at:at] = source[at : at + length]
    return bytes(source)


@settings(max_examples=300, deadline=None)
@given(mangled(), st.sampled_from(SOURCES))
def test_nothing_is_raised_for_what_stands_in_the_files(one: bytes, other: bytes) -> None:
    with TemporaryDirectory() as folder:
        data = Path(folder) / "data"
        (data / "translations" / "fr").mkdir(parents=True)
        (data / "a.yaml").write_bytes(one)
        (data / "b.yaml").write_bytes(other)
        (data / "translations" / "fr" / "c.yaml").write_bytes(one)
        (data / "addresses.txt").write_bytes(one)
        loaded = load(data, ("en", "fr"))
        findings = [*loaded.findings, *check(loaded.corpus)]
        assert "\n".join(as_text(findings, loaded.lines))
        assert as_json(findings)
        assert as_summary(findings)
        assert list(as_github(findings))
        for finding in findings:
            assert finding.position.line >= 1
            assert finding.position.column >= 1
            assert finding.position.file.startswith("data/")


@settings(max_examples=200, deadline=None)
@given(mangled())
def test_a_broken_file_is_formatted_or_left_alone(source: bytes) -> None:
    found: list[Finding] = []
    made = formatted(source, "x.yaml", found.append)
    assert (made is None) == any(finding.level is Level.ERROR for finding in found)
    if made is not None:
        assert formatted(made, "x.yaml", found.append) == made
