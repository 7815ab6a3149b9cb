// Quick results under the box in the header.

import { Client } from "./client.js";
import { addressOf, calledOf, carryMarks, directionOf, element, excerpt, marked, symbolsIn } from "./results.js";

const MANY = 6;
const PAUSE = 120; // milliseconds after a key

// `name` is the id of the list.
export function searchBox(box, name, head) {
  const input = box.querySelector("input");
  const client = new Client(new URL(box.dataset.index, location.href).href, head);
  const list = element("div", { role: "listbox", id: name, class: "search-quick__list", "aria-label": input.getAttribute("aria-label") });
  const said = element("p", { role: "status", class: "search-quick__said" });
  // Not one of the choices: with more of them than fit, the panel scrolls to it.
  const more = element("div");
  const panel = element("div", { class: "search-quick", hidden: true }, list, more, said);
  box.append(panel);
  for (const [attribute, value] of Object.entries({ role: "combobox", "aria-expanded": "false", "aria-controls": name, "aria-autocomplete": "list" })) input.setAttribute(attribute, value);
  client.ready().catch(() => {});
  const site = new URL(box.dataset.root, location.href).href;
  const table = new URL(box.dataset.table, location.href).href;
  let asked = 0;
  let timer = 0;
  let chosen = -1;

  const options = () => [...list.querySelectorAll("[role=option]")];
  const show = (open) => {
    panel.hidden = !open;
    input.setAttribute("aria-expanded", String(open && options().length > 0));
    if (!open) choose(-1);
  };
  const choose = (place) => {
    const rows = options();
    rows[chosen]?.setAttribute("aria-selected", "false");
    chosen = rows.length ? Math.max(-1, Math.min(place, rows.length - 1)) : -1;
    const row = rows[chosen];
    if (row) {
      row.setAttribute("aria-selected", "true");
      row.scrollIntoView({ block: "nearest" });
      input.setAttribute("aria-activedescendant", row.id);
    } else input.removeAttribute("aria-activedescendant");
  };

  const ask = async () => {
    const query = input.value.trim();
    const mine = ++asked;
    if (!query) {
      list.replaceChildren();
      said.textContent = "";
      show(false);
      return;
    }
    try {
      const [symbols, answer] = await Promise.all([symbolsIn(query, table, site), client.ask({ query, many: MANY, typing: true })]);
      if (mine !== asked) return;
      fill(answer, symbols, query);
    } catch {
      if (mine !== asked) return;
      list.replaceChildren();
      said.textContent = input.dataset.unreachable;
      said.classList.remove("search-quick__said--quiet");
    }
    show(document.activeElement === input);
  };

  const fill = (answer, symbols, query) => {
    more.replaceChildren();
    const found = (one) => answer.shown.find(({ address, anchor }) => one.address === address && one.anchor === anchor);
    // A text that is named by its symbol alone was not read: its title stands among what was found.
    const named_ = symbols.map((one) => (!one.text && !one.title && found(one)) || ({ ...one, part: one.anchor ? 2 : 0, number: "", marks: [], forms: [], text: one.text || one.title }));
    const others = symbols.length && !answer.full ? [] : answer.shown.filter((one) => !symbols.some(({ address, anchor }) => one.address === address && one.anchor === anchor));
    const total = symbols.length && !answer.full ? 0 : answer.total;
    const rows = [...named_, ...others].slice(0, MANY).map((result, place) => {
      const piece = excerpt(...withoutSymbol(result), 150);
      const called = calledOf(result, { footnote: "{}", preamble: "" });
      const row = element(
        "a",
        { role: "option", id: `${name}-${place}`, "aria-selected": "false", tabindex: "-1", href: addressOf(box.dataset.root, result) },
        element("span", { class: "search-quick__name" }, result.symbol || (result.part === 0 ? "" : result.title), called ? element("bdi", { class: "search-number", text: ` ${called}` }) : ""),
        element("span", { class: "search-quick__text", lang: result.language, dir: directionOf(result.language) }, ...marked(piece)),
      );
      carryMarks(row, result.forms);
      return row;
    });
    if (total > rows.length) {
      more.replaceChildren(element("a", { class: "search-quick__all", href: `${box.getAttribute("action")}?q=${encodeURIComponent(query)}` }, `${input.dataset.all} (${new Intl.NumberFormat(document.documentElement.lang).format(total)})`));
    }
    list.replaceChildren(...rows);
    chosen = -1;
    const count = Math.max(total, rows.length);
    said.textContent = count ? input.dataset.found.replace("{}", count) : input.dataset.nothing;
    said.classList.toggle("search-quick__said--quiet", count > 0);
  };

  input.addEventListener("input", () => {
    clearTimeout(timer);
    timer = setTimeout(ask, PAUSE);
  });
  input.addEventListener("focus", () => {
    if (input.value.trim()) ask();
  });
  input.addEventListener("keydown", (event) => {
    if (event.key === "ArrowDown" || event.key === "ArrowUp") {
      event.preventDefault();
      if (panel.hidden) show(options().length > 0);
      choose(chosen + (event.key === "ArrowDown" ? 1 : -1));
    } else if (event.key === "Enter" && chosen >= 0) {
      event.preventDefault();
      options()[chosen].click();
    } else if (event.key === "Escape") {
      event.preventDefault();
      if (!panel.hidden) show(false);
      else input.value = "";
    }
  });
  box.addEventListener("focusout", (event) => {
    if (!box.contains(event.relatedTarget)) show(false);
  });
  if (input.value.trim() && document.activeElement === input) ask();
}

// The words of a result with their marks, without the symbol that stands above them already.
function withoutSymbol({ part, symbol, text, marks }) {
  const start = part === 0 && symbol && text.startsWith(`${symbol} `) ? symbol.length + 1 : 0;
  return [text.slice(start), marks.map(([from, to]) => [from - start, to - start]).filter(([from]) => from >= 0)];
}
