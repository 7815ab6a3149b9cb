// The table of contents follows the reader: it marks the unit that stands at the top.

export function followReader() {
  const contents = document.querySelector("[data-contents]");
  if (!contents) return;
  const links = new Map();
  for (const link of contents.querySelectorAll("a[href^='#']")) {
    const unit = document.getElementById(decodeURIComponent(link.hash.slice(1)));
    if (unit) links.set(unit, link);
  }
  const units = [...links.keys()];
  let current = null;
  const mark = () => {
    const line = Math.min(window.innerHeight / 3, 240);
    let found = units[0];
    for (const unit of units) {
      if (unit.getBoundingClientRect().top > line) break;
      found = unit;
    }
    if (found === current || !found) return;
    if (current) links.get(current).removeAttribute("aria-current");
    current = found;
    const link = links.get(found);
    link.setAttribute("aria-current", "true");
    const box = contents.getBoundingClientRect();
    const at = link.getBoundingClientRect();
    if (at.top < box.top || at.bottom > box.bottom) {
      contents.scrollTop += at.top - box.top - box.height / 3;
    }
  };
  let waiting = false;
  const soon = () => {
    if (waiting) return;
    waiting = true;
    requestAnimationFrame(() => {
      waiting = false;
      mark();
    });
  };
  addEventListener("scroll", soon, { passive: true });
  addEventListener("resize", soon, { passive: true });
  mark();
}
