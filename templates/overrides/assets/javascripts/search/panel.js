// The facets: beside the results, on a narrow screen in a sheet. Their counts are read when a
// reader opens one of them.

import { element } from "./results.js";

const SHOWN = 8; // choices of a facet before "show more"

export class Panel {
  constructor({ words, language, change, refresh }) {
    Object.assign(this, { words, change, refresh, opened: false, chosen: {}, facets: null });
    this.number = new Intl.NumberFormat(language);
    this.aside = document.querySelector("[data-search-facets]");
    this.sheet = document.querySelector("[data-search-sheet]");
    this.inSheet = document.querySelector("[data-search-sheet-facets]");
    this.open = document.querySelector("[data-search-open]");
    this.names = new Map();
    this.unfolded = new Set();
    this.long = new Set();
    this.open.addEventListener("click", () => {
      this.move();
      this.sheet.showModal();
      this.want();
    });
    document.querySelector("[data-search-close]").addEventListener("click", () => this.sheet.close());
    this.sheet.addEventListener("click", (event) => {
      if (event.target === this.sheet) this.sheet.close();
    });
    this.narrow = matchMedia("(max-width: 60rem)");
    this.narrow.addEventListener("change", () => {
      if (!this.narrow.matches) this.sheet.close();
      this.move();
    });
    this.list = element("div", { class: "search-facets__list" });
    this.move();
    this.draw();
  }

  move() {
    (this.narrow.matches ? this.inSheet : this.aside).append(this.list);
    this.aside.hidden = this.narrow.matches;
    this.open.hidden = !this.narrow.matches;
  }

  want() {
    if (this.opened) return;
    this.opened = true;
    this.refresh();
  }

  // Shows the counts of an answer, or those known before where it brings none.
  show(facets, chosen) {
    this.chosen = chosen;
    if (facets) {
      this.facets = facets;
      this.opened = true;
      for (const facet of Object.keys(this.words.facets)) for (const { id, name } of facets[facet]) this.names.set(`${facet} ${id}`, name);
      for (const facet of Object.keys(chosen)) this.unfolded.add(facet);
    }
    this.draw();
  }

  nameOf(facet, id) {
    return this.names.get(`${facet} ${id}`) || this.words.values[id] || id;
  }

  draw() {
    const focused = this.list.contains(document.activeElement) ? document.activeElement.dataset.key : null;
    const blocks = Object.keys(this.words.facets).filter((facet) => !this.facets || this.facets[facet].some(({ count, id }) => count || this.isChosen(facet, id))).map((facet) => this.block(facet));
    this.list.replaceChildren(...blocks);
    if (focused) this.list.querySelector(`[data-key="${CSS.escape(focused)}"]`)?.focus();
  }

  block(facet) {
    const summary = element("summary", { text: this.words.facets[facet], "data-key": facet });
    const block = element("details", { class: "search-facet", "data-facet": facet, open: this.unfolded.has(facet) }, summary);
    // Not at the toggle, which comes later: an answer may draw everything anew before.
    summary.addEventListener("click", () => {
      if (block.open) this.unfolded.delete(facet);
      else {
        this.unfolded.add(facet);
        this.want();
      }
    });
    if (this.facets) block.append(this.choices(facet));
    return block;
  }

  choices(facet) {
    const rows = this.facets[facet].filter(({ count, id }) => count || this.isChosen(facet, id));
    // Those of which there are many stand by number, the chosen ones first.
    if (["opening", "addressee", "topic"].includes(facet)) rows.sort((a, b) => this.isChosen(facet, b.id) - this.isChosen(facet, a.id) || b.count - a.count);
    const most = this.long.has(facet) ? rows.length : SHOWN;
    const list = element("ul", {}, ...rows.slice(0, most).map((row) => this.choice(facet, row)));
    if (rows.length > most) {
      const more = element("button", { type: "button", class: "search-more", text: this.words.show_more, "data-key": `${facet} more` });
      more.addEventListener("click", () => {
        this.long.add(facet);
        this.draw();
        this.list.querySelector(`[data-facet="${facet}"] li:nth-child(${most + 1}) input`)?.focus();
      });
      list.append(element("li", {}, more));
    }
    return list;
  }

  choice(facet, { id, count }) {
    const input = element("input", { type: "checkbox", "data-key": `${facet} ${id}` });
    input.checked = this.isChosen(facet, id);
    input.addEventListener("change", () => this.toggle(facet, id));
    return element("li", {}, element("label", {}, input, element("span", { class: "search-facet__name", dir: "auto", text: this.nameOf(facet, id) }), " ", element("span", { class: "amount", text: this.number.format(count) })));
  }

  isChosen(facet, id) {
    return this.chosen[facet]?.includes(id) ?? false;
  }

  toggle(facet, id) {
    const ids = this.isChosen(facet, id) ? this.chosen[facet].filter((one) => one !== id) : [...(this.chosen[facet] ?? []), id];
    const { [facet]: _, ...others } = this.chosen;
    this.change(ids.length ? { ...others, [facet]: ids } : others);
  }

  // What is chosen, each with a button that takes it away.
  chips() {
    const rows = Object.entries(this.chosen).flatMap(([facet, ids]) =>
      ids.map((id) => {
        const name = this.nameOf(facet, id);
        const button = element("button", { type: "button", "aria-label": this.words.remove.replace("{}", name) }, element("bdi", { text: name }), element("span", { "aria-hidden": "true", text: " ×" }));
        button.addEventListener("click", () => this.toggle(facet, id));
        return element("li", {}, button);
      }),
    );
    if (rows.length > 1) {
      const clear = element("button", { type: "button", class: "search-clear", text: this.words.clear });
      clear.addEventListener("click", () => this.change({}));
      rows.push(element("li", {}, clear));
    }
    return rows;
  }
}
