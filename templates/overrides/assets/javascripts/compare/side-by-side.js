// The rows of a comparison as they are shown: what templates/_versions.html.j2 makes of a group.

import { pieces } from "../align/comparison.js";

const RIGHT_TO_LEFT = ["ar", "fa", "he", "ur"];
const MARK = /\[\^([^\s[\]\\^]{1,20})\]/u;

// `texts` are the two, each {label, href, language, version}; `words` what the page says.
export function sideBySide(rows, texts, words) {
  const table = made("div", "versions of-2");
  table.setAttribute("role", "table");
  table.setAttribute("aria-label", texts.map((text) => text.label).join(" – "));
  const head = made("div", "versions__head");
  head.setAttribute("role", "row");
  for (const text of texts) {
    const cell = made("div");
    cell.setAttribute("role", "columnheader");
    const link = made("a", "symbol", text.label);
    link.href = text.href;
    cell.append(link);
    head.append(cell);
  }
  table.append(head);
  let skipped = 0;
  const skip = () => {
    if (skipped) {
      const row = made("div", "skipped");
      row.setAttribute("role", "row");
      const cell = made("div", "", words.hidden.replace("{}", skipped));
      cell.setAttribute("role", "cell");
      row.append(cell);
      table.append(row);
    }
    skipped = 0;
  };
  for (const row of rows) {
    const plain = isPlain(row);
    if (plain) skipped += 1;
    else skip();
    table.append(line(row, texts, words));
  }
  skip();
  return table;
}

// Whether a row differs in nothing that a reader must look at.
export function isPlain(row) {
  return ["same", "marked"].includes(row.kind) && !row.moved;
}

function line(row, texts, words) {
  const same = ["same", "marked"].includes(row.kind);
  const element = made("div", `line${same ? " line--same" : ""}${row.moved ? " line--moved" : ""}`);
  element.setAttribute("role", "row");
  element.tabIndex = -1;
  const found = same ? null : pieces(row);
  [row.one, row.other].forEach((cell, side) => {
    const version = made("div", "version");
    version.setAttribute("role", "cell");
    const name = made("p", "version__name", texts[side].label);
    name.ariaHidden = "true";
    version.append(name);
    const verdict = verdictOf(row, side, same, texts, words);
    if (verdict) {
      const repeated = same && !row.moved ? " version__verdict--same" : "";
      version.append(made("p", `version__verdict${repeated}`, verdict));
    }
    const changed = row.one.length && row.other.length && side === 1 ? found : null;
    version.append(...passages(cell, changed, texts[side], row.one, texts[0], words));
    element.append(version);
  });
  return element;
}

function verdictOf(row, side, same, texts, words) {
  const cell = side ? row.other : row.one;
  if (!cell.length) return words.absent;
  if (!(side ? row.one : row.other).length) return words.only.replace("{}", texts[side].label);
  if (!side) return "";
  if (row.kind === "split" || row.kind === "joined") return words[row.kind];
  if (row.moved) return words.moved;
  return same ? words.same : "";
}

// The provisions of a cell. Of the second text, with what differs: the pieces lie over its words.
function passages(cell, found, text, base, baseText, words) {
  const elements = cell.map((provision) => {
    const depth = provision.depth ? ` passage--depth-${provision.depth}` : "";
    const element = made("p", `passage passage--${provision.family}${depth}`);
    element.lang = text.language;
    element.dir = RIGHT_TO_LEFT.includes(text.language) ? "rtl" : "ltr";
    if (provision.number) {
      const number = made("a", "number", provision.number);
      number.href = `${text.href}#${provision.anchor}`;
      element.append(number, " ");
    }
    if (!found) element.append(...marked(provision.words, text, provision, words));
    return element;
  });
  if (!found) return elements;
  const ends = [];
  for (const provision of cell) ends.push((ends.at(-1) ?? 0) + provision.words.length + 1);
  let at = 0;
  let place = 0;
  for (const [kind, all] of found) {
    if (kind === "gone") {
      // A break or a space that went is no word, and cannot be seen struck out.
      if (/\S/u.test(all)) elements[place].append(wrapped("del", all, baseText, base[0], words));
      continue;
    }
    for (const end = at + all.length, from = at; at < end; ) {
      while (place < ends.length - 1 && at >= ends[place]) place += 1;
      const stop = at < ends[place] ? Math.min(end, ends[place]) : end;
      const part = all.slice(at - from, stop - from);
      if (kind === "same" || !/\S/u.test(all)) {
        elements[place].append(...marked(part, text, cell[place], words));
      } else {
        elements[place].append(wrapped("ins", part, text, cell[place], words));
      }
      at = stop;
    }
  }
  return elements;
}

function wrapped(name, all, text, provision, words) {
  const element = made(name);
  element.append(...marked(all, text, provision, words));
  return element;
}

// Words with their footnote marks as links to the text's own page.
function marked(all, text, provision, words) {
  return all.split(MARK).map((part, at) => {
    if (at % 2 === 0) return part;
    const mark = made("sup");
    const anchor = noteOf(part, text.version, provision.anchor);
    const link = made("a", "", part);
    link.href = `${text.href}${anchor ? `#${anchor}` : ""}`;
    link.setAttribute("role", "doc-noteref");
    link.setAttribute("aria-label", words.footnote.replace("{}", part));
    mark.append(link);
    return mark;
  });
}

// The footnote that a mark means: that of the innermost annex around it which has one.
function noteOf(key, version, anchor) {
  const within = (note) => note.anchor.slice(0, note.anchor.lastIndexOf("fn-"));
  const found = version.footnotes
    .filter((note) => note.key === key && `${anchor}-`.startsWith(within(note)))
    .sort((a, b) => within(b).length - within(a).length);
  return found[0]?.anchor ?? "";
}

function made(name, className = "", text = "") {
  const element = document.createElement(name);
  if (className) element.className = className;
  if (text) element.textContent = text;
  return element;
}
