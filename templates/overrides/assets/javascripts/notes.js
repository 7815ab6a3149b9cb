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

export function showNotes() {
  let shown = null;
  let mark = null;
  const hide = () => {
    shown?.remove();
    mark?.removeAttribute("aria-describedby");
    shown = mark = null;
  };
  const show = (link) => {
    if (link === mark) return;
    hide();
    const note = document.getElementById(decodeURIComponent(link.hash.slice(1)));
    const text = link.closest("[data-official-text]");
    if (!note || text?.classList.contains("notes-aside")) return;
    mark = link;
    shown = document.createElement("div");
    shown.className = "preview md-typeset";
    shown.id = "preview";
    shown.setAttribute("role", "tooltip");
    const words = note.querySelector("p").cloneNode(true);
    for (const part of words.querySelectorAll(".self, .back")) part.remove();
    for (const part of words.querySelectorAll("[id]")) part.removeAttribute("id");
    shown.lang = text?.lang ?? "";
    shown.append(...words.childNodes);
    link.closest("main").append(shown);
    link.setAttribute("aria-describedby", "preview");
    stand(shown, link);
    shown.addEventListener("pointerleave", hide);
  };
  for (const link of document.querySelectorAll("a[role='doc-noteref']")) {
    link.addEventListener("pointerenter", (event) => event.pointerType === "mouse" && show(link));
    link.addEventListener("focus", () => link.matches(":focus-visible") && show(link));
    link.addEventListener("blur", hide);
    link.addEventListener("pointerleave", () => {
      // Time to move the pointer onto the preview, whose own links may be wanted.
      setTimeout(() => mark === link && !shown?.matches(":hover") && link !== document.activeElement && hide(), 200);
    });
  }
  document.addEventListener("keydown", (event) => event.key === "Escape" && hide());
}

// Put something that opened under what opened it, within the window.
export function stand(box, under) {
  const at = under.getBoundingClientRect();
  const width = Math.min(box.offsetWidth, innerWidth - 24);
  const left = Math.max(12, Math.min(at.left - 12, document.documentElement.clientWidth - width - 12));
  const below = at.bottom + 8 + box.offsetHeight < innerHeight || at.top < box.offsetHeight + 8;
  box.style.left = `${left + scrollX}px`;
  box.style.top = `${(below ? at.bottom + 6 : at.top - box.offsetHeight - 6) + scrollY}px`;
}
