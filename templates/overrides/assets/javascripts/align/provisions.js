// A text as a row of provisions, from the file beside its page: what acquis.align.provision makes
// of the text itself. Footnote marks in titles are not in the file and so not here.

// The provisions of one value of `decisions` or `documents` in that file, in reading order.
export function provisions(text) {
  const found = [];
  const add = (family, kind, anchor, number, words, form = "", depth = 0) =>
    found.push({ family, kind, anchor, number: number ?? "", words: words ?? "", form, depth });
  if (text.title) add("title", "title", "", "", text.title);
  if (text.subtitle) add("title", "subtitle", "", "", text.subtitle);
  if (text.opening) add("other", "opening", "", "", text.opening);
  const units = new Map(text.paragraphs.map((unit) => [unit.anchor, unit]));
  for (const unit of text.paragraphs) {
    const { kind, anchor, number } = unit;
    const words = marked(unit);
    const head = headOf(unit);
    if (head) add(head.family, head.kind, head.anchor, number, words);
    else if (kind === "table") addTable(unit, add);
    else if (kind === "heading") add("heading", kind, anchor, number, words);
    else if (kind === "paragraph") {
      const depth = depthOf(unit, units);
      const place = unit.part === "preamble" && !depth ? "preamble" : kind;
      add("paragraph", place, anchor, number, words, "", depth);
    } else if (kind !== "quote") {
      add("other", kind, anchor, number, words, unit.file ?? unit.decision ?? "");
    }
  }
  for (const note of text.footnotes) add("note", "note", note.anchor, note.key, note.text);
  return found;
}

// The beginning of a part or an annex, its opening or its note: entries of the file that are no
// units of the text.
function headOf({ kind, anchor }) {
  if (kind === "heading" && /^(?:.*-)?annex-\d+$/.test(anchor)) {
    return { family: "heading", kind: "annex", anchor };
  }
  if (kind === "heading" && /^part-[^-]+$/.test(anchor)) {
    return { family: "heading", kind: "part", anchor };
  }
  const match = kind === "paragraph" && anchor.match(/^(part-[^-]+)-opening$|^(.*annex-\d+)-note$/);
  if (!match) return null;
  return { family: "other", kind: match[1] ? "opening" : "note", anchor: match[1] ?? match[2] };
}

// How deep an item stands: 1 for that of a paragraph. What follows the items is no item.
function depthOf(unit, units) {
  let depth = 0;
  for (let at = unit; ; depth += 1) {
    const above = units.get(at.parent);
    if (above?.kind !== "paragraph" || at.anchor.startsWith(`${above.anchor}-then-`)) return depth;
    at = above;
  }
}

// Words with their footnote marks.
export function marked({ text, marks = [] }) {
  if (!marks.length) return text;
  const characters = [...text];
  let words = "";
  let at = 0;
  for (const mark of marks) {
    words += `${characters.slice(at, mark.at).join("")}[^${mark.key}]`;
    at = mark.at;
  }
  return words + characters.slice(at).join("");
}

function addTable({ anchor, table }, add) {
  if (table.label || table.title) add("table", "caption", anchor, table.label, table.title);
  table.rows.forEach((row, place) => {
    const form = row
      .map((cell, at) => (cell.cols > 1 || cell.rows > 1 ? `${at + 1}:${cell.cols}x${cell.rows}` : ""))
      .filter(Boolean)
      .join(" ");
    add("table", place < table.head ? "head" : "row", anchor, "", row.map(marked).join("\t"), form);
  });
  for (const [label, words] of Object.entries(table.notes)) {
    add("note", "table note", anchor, label, words);
  }
}
