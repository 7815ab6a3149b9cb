// Marks words in a text that is shown, without changing it.

import { analyse } from "./analysis.js";

export function markWords(unit, forms) {
  if (!unit || !globalThis.Highlight || !CSS.highlights) return;
  const wanted = new Set(forms);
  const pieces = [];
  let text = "";
  const nodes = document.createTreeWalker(unit, NodeFilter.SHOW_TEXT);
  for (let node = nodes.nextNode(); node; node = nodes.nextNode()) {
    if (node.parentElement.closest("[role=doc-noteref], .number")) continue;
    pieces.push({ node, start: text.length });
    text += node.data;
  }
  const at = (place) => {
    const piece = pieces.findLast(({ start }) => start <= place);
    return [piece.node, Math.min(place - piece.start, piece.node.length)];
  };
  const ranges = analyse(text)
    .filter(({ form }) => wanted.has(form))
    .map(({ start, end }) => {
      const range = new Range();
      range.setStart(...at(start));
      range.setEnd(...at(end - 1));
      range.setEnd(range.endContainer, range.endOffset + 1);
      return range;
    });
  CSS.highlights.set("found", new Highlight(...ranges));
}
