// A symbol in any form leads to the text or the paragraph that it names, by the rules of citations.

import { loadTable, resolve } from "../cite.js";
import { look } from "../goto.js";

const MOST = 4; // texts that one symbol may name
// What may stand beside a symbol: words so short that they stand for others ("GA res.").
const SHORT = /^[^\p{L}\p{N}]*(?:(?!\p{Script=Han})\p{L}{1,4}(?![\p{L}\p{N}])[^\p{L}\p{N}]*){0,3}$/u;

// The passages that a query names, where it is a symbol and nothing else of note; `table` and `root` are
// addresses. Each has the address and anchor, symbol, title, the paragraph's first words, language.
export async function named(query, table, root) {
  const found = resolve(query, await loadTable(table));
  if (!SHORT.test(found.rest)) return [];
  const known = found.candidates.filter(({ address }) => address).slice(0, MOST);
  const targets = await Promise.all(known.map((candidate) => target(candidate, root)));
  // Of several texts that a number may mean, those count that have the part which is named.
  const exact = targets.filter((one) => one.exact);
  return (exact.length ? exact : targets).flatMap(({ candidate, title, links, lang }) =>
    links.map(({ anchor, excerpt }) => ({ address: candidate.address, symbol: candidate.symbol, anchor, title, text: excerpt, language: lang })),
  );
}

// Where a candidate leads: a page is only read where a part of it is named.
function target(candidate, root) {
  if (candidate.path.length) return look(candidate, new URL(root));
  return { candidate, title: "", links: [{ anchor: "", excerpt: "" }], lang: document.documentElement.lang, exact: true };
}
