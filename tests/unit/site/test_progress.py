"""The bar counts what all processes do; timings sum what took how long."""

import sys

import pytest

from acquis.site.progress import Progress, Timings
from acquis.site.workers import Jobs, in_shares


def test_all_processes_are_counted(capsys: pytest.CaptureFixture[str]) -> None:
    shares = 3 if sys.platform == "linux" else 1
    with Progress(12, shares, shown=True) as progress:

        def work(numbers: Jobs) -> None:
            for _ in numbers:
                progress.done(numbers.share, 5)

        in_shares(work, 12, shares)
        assert progress.counted() == (12, 60)


def test_without_a_terminal_nothing_is_shown(capsys: pytest.CaptureFixture[str]) -> None:
    with Progress(2, 1) as progress:
        progress.done(0, 7)
    assert capsys.readouterr().err == ""
    assert progress.counted() == (0, 0)


def test_seconds_are_summed_by_name() -> None:
    timings = Timings()
    with timings.of("reading"):
        pass
    with pytest.raises(KeyError), timings.of("checking"):
        raise KeyError
    timings.add({"checking": 2.0, "pages: decision": 1.25})
    assert list(timings.seconds) == ["reading", "checking", "pages: decision"]
    assert 2.0 <= timings.seconds["checking"] < 2.5
    assert list(timings.lines())[2] == "pages: decision     1.250 s"
