// The page of the search: what is asked stands in its address.

import { Client } from "./client.js";
import { Panel } from "./panel.js";
import { addressOf, calledOf, carryMarks, counted, directionOf, element, excerpt, marked, symbolsIn } from "./results.js";

const MANY = 10; // passages on a page
const PAUSE = 200; // milliseconds after a key

export function searchPage(form, head) {
  const words = JSON.parse(document.getElementById("search-words").textContent);
  const facets = words.facets.map(([facet]) => facet);
  words.facets = Object.fromEntries(words.facets);
  const language = document.documentElement.lang;
  const find = (name) => document.querySelector(`[data-search-${name}]`);
  const parts = Object.fromEntries(["state", "count", "told", "chosen", "results", "ways", "input", "open"].map((name) => [name, find(name)]));
  const root = form.dataset.root;
  const site = new URL(root, location.href).href;
  const table = new URL(form.dataset.table, location.href).href;
  const client = new Client(new URL(form.dataset.index, location.href).href, head);
  let state = read(location.search, facets);
  let asked = 0;
  let timer = 0;
  const panel = new Panel({ words, language, change: (chosen) => go({ ...state, chosen, page: 1 }), refresh: () => run() });

  // Takes a new state: a step of its own in the history, or in the place of the last one.
  function go(next, step = true) {
    state = next;
    const address = write(state, facets);
    if (step) history.pushState(null, "", address);
    else history.replaceState(null, "", address);
    run();
  }

  async function run() {
    const mine = ++asked;
    const searching = state.query.trim() !== "" || Object.keys(state.chosen).length > 0;
    parts.state.hidden = false;
    if (searching) parts.count.textContent ||= words.searching;
    try {
      const [symbols, answer] = await Promise.all([symbolsIn(state.query, table, site), client.ask({
        query: state.query,
        chosen: state.chosen,
        first: (state.page - 1) * MANY,
        many: MANY,
        facets: panel.opened || Object.keys(state.chosen).length > 0,
      })]);
      if (mine !== asked) return;
      show(told(answer, symbols), searching);
    } catch (error) {
      if (mine !== asked) return;
      failed(error);
    }
  }

  // What a symbol names comes first; texts that have some of its pieces are not what was meant.
  function told(answer, symbols) {
    if (!symbols.length) return { ...answer, symbols };
    const same = (one) => symbols.some(({ address, anchor }) => one.address === address && one.anchor === anchor);
    const few = answer.full ? answer : { ...answer, shown: [], total: 0 };
    const titled = symbols.map((one) => ({ ...one, ...titleFrom(answer, one) }));
    return { ...few, symbols: state.page > 1 ? [] : titled, shown: few.shown.filter((one) => !same(one)), instead: [], unknown: [] };
  }

  // The title of a text as the search has it, where its page was not read.
  function titleFrom(answer, { title, address, language: lang }) {
    const held = title ? null : answer.shown.find((one) => one.address === address);
    return held ? { title: held.title === held.symbol ? "" : held.title, language: held.language } : { title, language: lang };
  }

  function show(answer, searching) {
    parts.ways.hidden = searching;
    parts.count.textContent = searching ? countOf(answer) : "";
    parts.told.replaceChildren(...toldOf(answer, searching));
    panel.show(answer.facets, state.chosen, searching);
    parts.chosen.replaceChildren(...panel.chips());
    parts.results.replaceChildren(...(searching ? resultsOf(answer) : []));
  }

  function countOf(answer) {
    if (!answer.total) return answer.symbols.length ? counted(words.found, answer.symbols.length, language) : words.nothing;
    if (!answer.full) return counted(words.most, answer.total, language);
    return counted(words.found, answer.full, language);
  }

  function toldOf(answer, searching) {
    const told = answer.instead.map(([asked_, found]) => words.instead.replace("{}", asked_).replace("{}", found));
    told.push(...answer.unknown.map((word) => words.unknown.replace("{}", word)));
    const nodes = told.map((text) => element("p", { text }));
    if (searching && !answer.total && !answer.symbols.length) nodes.push(element("ul", {}, ...words.hints.map((text) => element("li", { text }))));
    return nodes;
  }

  function resultsOf(answer) {
    const nodes = answer.symbols.map(ofSymbol);
    const first = (state.page - 1) * MANY;
    const place = Math.max(0, answer.full - first) && answer.shown.filter((one) => one.full).length;
    nodes.push(...grouped(answer.shown.slice(0, place)));
    if (answer.full && place < answer.shown.length) {
      nodes.push(element("h2", { class: "search-most", text: counted(words.most, answer.total - answer.full, language) }));
    }
    nodes.push(...grouped(answer.shown.slice(place)));
    const pages = Math.ceil(answer.total / MANY);
    if (pages > 1) nodes.push(leafing(pages));
    return nodes;
  }

  // Results by the text that they stand in, in the order of each text's first.
  function grouped(results) {
    const groups = new Map();
    for (const result of results) {
      if (!groups.has(result.address)) groups.set(result.address, []);
      groups.get(result.address).push(result);
    }
    return [...groups.values()].map((group) => {
      const [{ symbol, title, language: lang, address }] = group;
      const head = group.find((result) => result.part === 0);
      const link = element("a", { href: `${root}${address}` });
      if (symbol) link.append(element("bdi", { class: "symbol", text: symbol }), " ");
      if (head) link.append(...titleOf(head, symbol));
      else if (title !== symbol) link.append(element("span", { lang, dir: directionOf(lang), text: title }));
      if (head) carryMarks(link, head.forms);
      const rows = group.filter((result) => result.part !== 0).map(row);
      return element("section", { class: "search-text" }, element("h2", {}, link), ...(rows.length ? [element("ol", { class: "search-passages" }, ...rows)] : []));
    });
  }

  function ofSymbol({ address, anchor, symbol, title, text, language: lang }) {
    const link = element("a", { href: addressOf(root, { address, anchor }) }, element("bdi", { class: "symbol", text: symbol }), " ", element("span", { lang, dir: directionOf(lang), text: title }));
    const section = element("section", { class: "search-text search-named" }, element("h2", {}, link));
    if (text) section.append(element("p", { class: "search-words", lang, dir: directionOf(lang), text }));
    return section;
  }

  // A title that was found, without its symbol, which stands before it.
  function titleOf(head, symbol) {
    const skip = symbol && head.text.startsWith(symbol) ? symbol.length + 1 : 0;
    const piece = { text: head.text.slice(skip), marks: head.marks.filter(([from]) => from >= skip).map(([from, to]) => [from - skip, to - skip]) };
    return [element("span", { lang: head.language, dir: directionOf(head.language) }, ...marked(piece))];
  }

  function row(result) {
    const called = calledOf(result, words);
    const link = element("a", { href: addressOf(root, result) });
    link.append(element("bdi", { class: "search-number", text: called || result.symbol || result.title }));
    link.append(" ", element("span", { class: "search-words", lang: result.language, dir: directionOf(result.language) }, ...marked(excerpt(result.text, result.marks))));
    carryMarks(link, result.forms);
    return element("li", {}, link);
  }

  function leafing(pages) {
    const nav = element("nav", { class: "leafing", "aria-label": words.page.replace("{}", state.page).replace("{}", pages) });
    const step = (page, name, rel) => {
      const link = element("a", { href: write({ ...state, page }, facets), rel, text: name });
      link.addEventListener("click", (event) => {
        if (event.ctrlKey || event.metaKey || event.shiftKey) return;
        event.preventDefault();
        go({ ...state, page });
        parts.count.scrollIntoView({ block: "start" });
      });
      return link;
    };
    if (state.page > 1) nav.append(step(state.page - 1, words.previous, "prev"));
    nav.append(element("span", { text: words.page.replace("{}", state.page).replace("{}", pages) }));
    if (state.page < pages) nav.append(step(state.page + 1, words.next, "next"));
    return nav;
  }

  function failed(error) {
    const again = element("button", { type: "button", text: words.again });
    again.addEventListener("click", () => run());
    parts.count.textContent = words.unreachable;
    parts.told.replaceChildren(again);
    parts.results.replaceChildren();
    if (error.message !== "unreachable") console.error(error.message);
  }

  form.addEventListener("submit", (event) => {
    event.preventDefault();
    clearTimeout(timer);
    go({ ...state, query: parts.input.value.trim(), page: 1 });
  });
  parts.input.addEventListener("input", () => {
    clearTimeout(timer);
    timer = setTimeout(() => go({ ...state, query: parts.input.value.trim(), page: 1 }, false), PAUSE);
  });
  addEventListener("popstate", () => {
    state = read(location.search, facets);
    parts.input.value = state.query;
    run();
  });
  addEventListener("online", () => {
    if (parts.told.querySelector("button")) run();
  });
  parts.input.value ||= state.query;
  if (!state.query && !Object.keys(state.chosen).length) parts.input.focus({ preventScroll: true });
  client.ready().catch(() => {});
  run();
}

// A search as an address, so that it can be shared and the way back works.
function read(search, facets) {
  const given = new URLSearchParams(search);
  const chosen = {};
  for (const facet of facets) {
    const ids = given.getAll(facet);
    if (ids.length) chosen[facet] = ids;
  }
  return { query: given.get("q") ?? "", chosen, page: Math.max(1, Number.parseInt(given.get("page"), 10) || 1) };
}

function write({ query, chosen, page }, facets) {
  const told = new URLSearchParams();
  if (query) told.set("q", query);
  for (const facet of facets) for (const id of chosen[facet] ?? []) told.append(facet, id);
  if (page > 1) told.set("page", page);
  const text = told.toString();
  return text ? `?${text}` : "./";
}
