// The page "Go to a citation": what a reader types leads to the paragraph, or says why not.

import { loadTable, resolve, roman } from "./cite.js";
import { places } from "./places.js";

const LOOKED_AT = 6;
const EXCERPT = 240;

export function goToCitations() {
  const form = document.querySelector("form[data-cite]");
  if (!form) return;
  const answer = document.querySelector("[data-cite-answer]");
  const words = JSON.parse(form.dataset.words);
  const root = new URL(form.dataset.root, location.href);
  let turn = 0;

  // `leave` goes to what is certain, `stay` is told when an answer is shown instead.
  const ask = async (query, leave, stay = () => {}) => {
    turn += 1;
    const mine = turn;
    answer.replaceChildren();
    if (!query.trim()) return;
    answer.setAttribute("aria-busy", "true");
    let shown;
    try {
      const found = resolve(query, await loadTable(new URL(form.dataset.cite, location.href).href));
      const known = found.candidates.filter((one) => one.address).slice(0, LOOKED_AT);
      const targets = await Promise.all(known.map((one) => look(one, root)));
      const chosen = certain(found, targets);
      if (mine !== turn) return;
      if (chosen) {
        leave(chosen.links[0].href);
        return;
      }
      shown = said(found, targets, root, words);
    } catch {
      shown = [paragraph(words.failed), again(words.again, () => ask(query, leave, stay))];
    }
    if (mine !== turn) return;
    stay();
    answer.removeAttribute("aria-busy");
    answer.replaceChildren(...shown);
  };

  const fromAddress = () => {
    const query = new URL(location.href).searchParams.get("q") ?? "";
    form.elements.q.value = query;
    // The way back leads past this page, which only passed the reader on.
    ask(query, (href) => location.replace(href));
  };

  form.addEventListener("submit", (event) => {
    event.preventDefault();
    const query = form.elements.q.value;
    const address = new URL(location.href);
    address.searchParams.set("q", query);
    // Only an answer has an address of its own: the way back shall not lead on again.
    const stay = () => {
      if (address.href !== location.href) history.pushState(null, "", address);
    };
    ask(query, (href) => location.assign(href), stay);
  });
  addEventListener("popstate", fromAddress);
  // A page that comes back from the browser's memory still shows what it showed when it was left.
  addEventListener("pageshow", (event) => {
    if (event.persisted) answer.replaceChildren();
  });
  form.hidden = false;
  fromAddress();
  if (!form.elements.q.value) form.elements.q.focus({ preventScroll: true });
}

// A candidate with its page: where the part that is asked for is, and what it says.
export async function look(candidate, root) {
  const home = new URL(candidate.address, root);
  const answer = await fetch(home);
  if (!answer.ok) throw new Error(`${answer.status} ${home}`);
  const page = new DOMParser().parseFromString(await answer.text(), "text/html");
  const title = page.querySelector("main h1")?.textContent.trim() ?? "";
  const { anchors, exact } = candidate.path.length
    ? places(candidate.path, page)
    : { anchors: [""], exact: true };
  const links = (anchors.length ? anchors : [""]).map((anchor) => ({
    href: anchor ? `${home.href}#${anchor}` : home.href,
    anchor,
    excerpt: anchor ? excerpt(page.getElementById(anchor)) : "",
  }));
  const text = page.querySelector("[data-official-text]");
  const lang = text?.lang ?? page.documentElement.lang;
  return { candidate, title, links, lang, held: text !== null, exact: exact && anchors.length > 0 };
}

function excerpt(element) {
  const words = (element?.querySelector("p") ?? element)?.textContent.trim() ?? "";
  const plain = words.replace(/\s+/g, " ");
  return plain.length > EXCERPT ? `${plain.slice(0, EXCERPT).replace(/\S*$/, "")}…` : plain;
}

// The target where there can be no doubt: one text, with the part that is named; of two texts
// with one number, the one that has that part.
function certain({ candidates, rest }, targets) {
  if (rest) return null;
  const exact = targets.filter((target) => target.exact && target.links.length === 1);
  const parted = targets.length > 1 && targets[0].candidate.path.length > 0;
  const one = exact.length === 1 && (targets.length === 1 || parted);
  return one && targets.length === candidates.length ? exact[0] : null;
}

function said(found, targets, root, words) {
  const shown = [];
  if (found.rest && found.candidates.length) {
    shown.push(paragraph(words.rest.replace("{}", found.rest)));
  }
  if (targets.length) {
    const inexact = targets.every((target) => !target.exact);
    const several = targets.length > 1 || targets[0].links.length > 1;
    const lacking = targets[0].held ? words.noPart : words.notHeld;
    const head = several ? words.several : inexact ? lacking : words.understood;
    const items = targets.flatMap((target) =>
      target.links.map((link) => {
        const name = named(target, link, words);
        return item(link.href, name, target.title, link.excerpt, target.lang);
      }),
    );
    shown.push(paragraph(head), list(items));
  } else if (found.candidates.length) {
    for (const one of found.candidates.slice(0, LOOKED_AT)) {
      const line = paragraph(words.unknown.replace("{}", one.symbol));
      if (one.official) line.append(" ", anchorTo(one.official, words.official, "external"));
      shown.push(line);
    }
  } else {
    shown.push(paragraph(words.noSymbol));
  }
  if (found.near.length) {
    const items = found.near.map((one) => item(new URL(one.address, root).href, one.symbol));
    shown.push(paragraph(words.near), list(items));
  }
  return shown;
}

// "MC-5/19, annex II, para. 3 (b)"; of a part that is not there, only the text.
function named({ candidate, exact, links }, link, words) {
  const path = exact || links.length > 1 ? candidate.path : [];
  const parts = path.map(([unit, sign]) => (words[unit] ?? "{}").replace("{}", printed(unit, sign)));
  const own = !exact && links.length === 1 && link.anchor ? [`#${link.anchor}`] : [];
  const where = links.length > 1 ? [`#${link.anchor}`] : own;
  return [candidate.symbol, ...parts, ...where].join(", ");
}

function printed(unit, sign) {
  if (["annex", "appendix", "section", "chapter"].includes(unit)) {
    return /^[0-9]+$/.test(sign) ? roman(Number(sign)).toUpperCase() : sign.toUpperCase();
  }
  if (unit === "part") return sign.toUpperCase();
  const [number, ...items] = sign.split("-");
  const times = /^[a-z]{3,}$/.test(items[0] ?? "") && items[0].match(/bis|ter|qua|qui|sex|sep|oct/);
  const rest = times ? items.slice(1) : items;
  return [number, ...(times ? [items[0]] : []), ...rest.map((one) => `(${one})`)].join(" ");
}

function paragraph(words) {
  const made = document.createElement("p");
  made.textContent = words;
  return made;
}

function list(items) {
  const made = document.createElement("ul");
  made.append(...items);
  return made;
}

function item(href, name, title = "", words = "", lang = "") {
  const made = document.createElement("li");
  made.append(anchorTo(href, name));
  for (const [kind, text] of [["title", title], ["excerpt", words]]) {
    if (!text || text === name) continue;
    const part = document.createElement("span");
    part.className = kind;
    part.textContent = text;
    if (lang) part.lang = lang;
    part.dir = "auto";
    made.append(part);
  }
  return made;
}

function anchorTo(href, name, rel = "") {
  const made = document.createElement("a");
  made.href = href;
  made.textContent = name;
  made.className = rel ? "" : "symbol";
  if (rel) made.rel = rel;
  return made;
}

function again(words, act) {
  const made = document.createElement("button");
  made.type = "button";
  made.textContent = words;
  made.addEventListener("click", act);
  return made;
}
