// What a mark, a citation or a count leads to, shown beside it; without this the links suffice.

import { stand } from "./stand.js";
import { cite } from "./units.js";

const PATIENCE = 150; // milliseconds that a pointer rests on a link before anything is fetched
const KEPT = 24; // pages
const pages = new Map();

export function offerPreviews() {
  const main = document.querySelector("main");
  if (!main) return;
  const box = new Preview(main);
  for (const [links, find] of [
    ["a[role='doc-noteref']", noteOf],
    ["a.citation:not([href^=http])", unitOf],
    ["[data-citation] a.cited", entriesOf],
  ]) {
    for (const link of main.querySelectorAll(links)) box.offer(link, find);
  }
  // Not every browser opens what is folded around the target of a link.
  const unfold = () => {
    const target = location.hash.length > 1 && document.getElementById(decodeURIComponent(location.hash.slice(1)));
    const folded = target && target.closest(".cited-by details:not([open])");
    if (!folded) return;
    folded.open = true;
    target.scrollIntoView();
  };
  addEventListener("hashchange", unfold);
  unfold();
}

class Preview {
  constructor(main) {
    this.main = main;
    this.link = null;
    this.shown = null;
    this.timer = 0;
    document.addEventListener("keydown", (event) => event.key === "Escape" && this.hide());
  }

  offer(link, find) {
    link.addEventListener("pointerenter", (event) => {
      if (event.pointerType === "mouse") this.soon(link, find);
    });
    link.addEventListener("focus", () => link.matches(":focus-visible") && this.soon(link, find));
    link.addEventListener("blur", () => this.hide());
    link.addEventListener("click", () => this.hide());
    link.addEventListener("pointerleave", () => {
      if (!this.shown) return link === document.activeElement || this.hide();
      // Time to move the pointer onto the preview, whose own links may be wanted.
      setTimeout(() => {
        const wanted = this.shown?.matches(":hover") || link === document.activeElement;
        if (this.link === link && !wanted) this.hide();
      }, 200);
    });
  }

  soon(link, find) {
    if (link === this.link) return;
    this.hide();
    this.link = link;
    this.timer = setTimeout(async () => {
      const found = await find(link).catch(() => null);
      if (found && this.link === link) this.show(link, found);
    }, find === noteOf ? 0 : PATIENCE);
  }

  show(link, { content, lang, dir, name }) {
    this.shown = document.createElement("div");
    this.shown.className = `preview md-typeset ${name}`;
    this.shown.id = "preview";
    this.shown.setAttribute("role", "tooltip");
    this.shown.lang = lang;
    this.shown.dir = dir;
    this.shown.append(...content);
    this.main.append(this.shown);
    link.setAttribute("aria-describedby", "preview");
    stand(this.shown, link);
    const shown = this.shown;
    shown.classList.toggle("preview--cut", shown.scrollHeight > shown.clientHeight + 1);
    shown.addEventListener("pointerleave", () => link === document.activeElement || this.hide());
  }

  hide() {
    clearTimeout(this.timer);
    this.shown?.remove();
    this.link?.removeAttribute("aria-describedby");
    this.shown = this.link = null;
  }
}

async function noteOf(link) {
  const note = document.getElementById(decodeURIComponent(link.hash.slice(1)));
  const text = link.closest("[data-official-text]");
  if (!note || text?.classList.contains("notes-aside")) return null;
  return { content: bare(note.querySelector("p")).childNodes, ...spoken(note), name: "" };
}

// The entries of the list that a count leads to.
async function entriesOf(link) {
  const list = document.getElementById(decodeURIComponent(link.hash.slice(1)));
  if (!list) return null;
  return { content: bare(list).childNodes, ...spoken(list), name: "preview--cited cited-by" };
}

// The unit that a citation names, or what its text is, from the page that it leads to.
async function unitOf(link) {
  const page = await fetched(link.href.split("#")[0]);
  const anchor = decodeURIComponent(link.hash.slice(1));
  const text = page.querySelector("[data-official-text]");
  const unit = anchor && page.getElementById(anchor);
  const content = [];
  const add = (name, nodes) => {
    const line = document.createElement("p");
    line.className = name;
    line.dir = "auto";
    line.append(...nodes);
    content.push(line);
  };
  const record = page.querySelector("header.record");
  if (!record) return null;
  const title = record.querySelector("h1");
  if (unit && text?.contains(unit) && text.dataset.forms) {
    add("preview__name", [cite(unit, text, JSON.parse(text.dataset.forms))]);
    const own = link.closest("[data-official-text]");
    if (page !== document && own) add("preview__title", bare(title).childNodes);
    content.push(bare(unit, link.href));
  } else {
    // A text that has no title is headed by its symbol.
    const name = text?.dataset.citation ?? record.querySelector(".symbol")?.textContent;
    if (name) add("preview__name", [name]);
    add("preview__title", bare(title).childNodes);
    for (const line of record.querySelectorAll(".banner")) content.push(bare(line, link.href));
    const facts = [...record.querySelectorAll(".facts time, .facts div:first-child a")];
    add("preview__facts", [[...new Set(facts.map((fact) => fact.textContent))].join(", ")]);
  }
  return { content, ...spoken(unit || title), name: "preview--unit" };
}

async function fetched(address) {
  if (address === location.href.split("#")[0]) return document;
  if (!pages.has(address)) {
    if (pages.size >= KEPT) pages.delete(pages.keys().next().value);
    const asked = fetch(address).then(async (answer) => {
      if (!answer.ok) throw new Error(answer.statusText);
      return new DOMParser().parseFromString(await answer.text(), "text/html");
    });
    pages.set(address, asked);
    asked.catch(() => pages.delete(address));
  }
  return pages.get(address);
}

// A copy without what belongs to its own page: anchors, links to itself, marks in the margin.
function bare(element, base = location.href) {
  const copy = document.importNode(element, true);
  for (const part of copy.querySelectorAll(".self, .back, .cited")) part.remove();
  for (const part of [copy, ...copy.querySelectorAll("[id]")]) part.removeAttribute("id");
  for (const link of copy.querySelectorAll("a[href]")) {
    link.href = new URL(link.getAttribute("href"), base).href;
    link.tabIndex = -1;
  }
  for (const scroll of copy.querySelectorAll("[tabindex='0']")) scroll.removeAttribute("tabindex");
  return copy;
}

function spoken(element) {
  const lang = element.closest("[lang]")?.lang ?? document.documentElement.lang;
  return { lang, dir: element.closest("[dir]")?.dir || "auto" };
}
