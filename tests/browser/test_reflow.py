"""At 320 pixels, which 400 % zoom on 1280 comes to, nothing scrolls sideways but tables; and the
spacing that a reader may set loses nothing (WCAG 2.2, 1.4.10 and 1.4.12)."""

import pytest
from conftest import Open
from kinds import ALL, NAMES
from playwright.sync_api import Page

ZOOMED = {"viewport": {"width": 320, "height": 256}, "device_scale_factor": 4}

SPACED = """
* { line-height: 1.5!important; word-spacing: 0.16em!important; letter-spacing: 0.12em !important }
p { margin-bottom: 2em !important }
"""

WIDER = """() => {
  const root = document.scrollingElement;
  return root.scrollWidth > root.clientWidth ? [...document.querySelectorAll('body *')]
    .filter(one => one.getBoundingClientRect().right > root.clientWidth + 1
      || one.getBoundingClientRect().left < -1)
    .map(one => one.outerHTML.slice(0, 120)) : [];
}"""

CUT_OFF = """() => [...document.querySelectorAll('body *')].filter(one => {
  const style = getComputedStyle(one);
  if (style.clipPath !== 'none' || !one.checkVisibility()) return false;
  const wide = one.scrollWidth > one.clientWidth + 1 && style.overflowX !== 'visible';
  const high = one.scrollHeight > one.clientHeight + 1 && /hidden|clip/.test(style.overflowY);
  const mayScroll = /auto|scroll/.test(style.overflowX) && one.querySelector('table, svg');
  return (wide && !mayScroll && one.localName !== 'input') || high;
}).map(one => one.outerHTML.slice(0, 120))"""

ON_THE_TEXT = """() => [...document.querySelectorAll('div.unit > p > .number')].filter(number => {
  const words = document.createRange();
  words.setStartAfter(number);
  words.setEndAfter(number.parentElement.lastChild);
  const at = number.getBoundingClientRect();
  return [...words.getClientRects()].some(box => box.width > 1 && box.bottom > at.top + 2
    && box.top < at.bottom - 2 && box.right > at.left + 1 && box.left < at.right - 1);
}).map(number => number.textContent)"""


def whole(page: Page) -> None:
    """Nothing is wider than the window, cut off, or stands on something else."""
    assert page.evaluate(WIDER) == []
    assert page.evaluate("document.scrollingElement.scrollLeft") == 0
    assert page.evaluate(CUT_OFF) == []
    assert page.evaluate(ON_THE_TEXT) == []


@pytest.mark.parametrize(("site", "kind", "address"), ALL, ids=NAMES)
def test_nothing_scrolls_sideways(visit: Open, site: str, kind: str, address: str) -> None:
    page = visit(site, address, bypass_csp=True, **ZOOMED)
    page.wait_for_load_state("networkidle")  # what a script fetches is shown
    whole(page)
    page.add_style_tag(content=SPACED)
    whole(page)
    page.set_viewport_size({"width": 1280, "height": 800})
    whole(page)


def test_a_long_word_would_be_found(visit: Open) -> None:
    page = visit("own", "about/", bypass_csp=True, **ZOOMED)
    page.add_style_tag(content="main p { white-space: nowrap }")
    assert page.evaluate(WIDER)
