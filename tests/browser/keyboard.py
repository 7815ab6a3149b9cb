"""Going through a page with the Tab key, as one does who has no pointer."""

from playwright.sync_api import Page

STOPS = 400
"""No page here has more stops of the Tab key."""

OUTLINE = """() => {
  const at = document.activeElement, style = getComputedStyle(at), box = at.getBoundingClientRect();
  return {
    name: at.tagName + (at.id && '#' + at.id) + ' ' + at.textContent.trim().slice(0, 40),
    outlined: style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) >= 2,
    seen: box.width > 0 && box.height > 0 && Number(style.opacity) > 0.9
      && box.bottom > 0 && box.top < innerHeight && box.right > 0 && box.left < innerWidth,
    outside: at === document.body,
  };
}"""


def tab_to(page: Page, selector: str) -> None:
    """Press Tab until the focus is on what the selector finds. Every stop must be visible."""
    for _ in range(STOPS):
        page.keyboard.press("Tab")
        if page.locator(selector).and_(page.locator(":focus")).count():
            stop = page.evaluate(OUTLINE)
            assert stop["outlined"], stop
            assert stop["seen"], stop
            return
    raise AssertionError(f"Tab does not reach {selector}")
