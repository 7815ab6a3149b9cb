// Footnotes: in the margin beside their line where there is room, else shown at their mark.

const ROOM = 15 * 16; // pixels: a note's width and the gap before it

export function setNotesAside() {
  for (const text of document.querySelectorAll("[data-official-text]")) {
    const notes = [...text.querySelectorAll(".footnotes > .footnote[id]")];
    if (!notes.length || text.querySelector(".annex .footnotes")) continue;
    const place = () => {
      const main = text.closest("main").getBoundingClientRect();
      const box = text.getBoundingClientRect();
      const rightToLeft = getComputedStyle(text).direction === "rtl";
      const room = rightToLeft ? box.left - main.left : main.right - box.right;
      const aside = room >= ROOM && innerWidth >= 1200;
      text.classList.toggle("notes-aside", aside);
      if (!aside) {
        for (const note of notes) note.style.top = "";
        text.style.minHeight = "";
        return;
      }
      let free = 0;
      for (const note of notes) {
        const mark = text.querySelector(`a[href="#${CSS.escape(note.id)}"]:not(.self)`);
        const wanted = mark ? mark.getBoundingClientRect().top - box.top - 4 : free;
        const top = Math.max(wanted, free);
        note.style.top = `${top}px`;
        free = top + note.offsetHeight + 10;
      }
      text.style.minHeight = `${free}px`;
    };
    place();
    addEventListener("resize", place);
    document.fonts?.ready.then(place);
    new ResizeObserver(place).observe(text.closest("main"));
  }
}
