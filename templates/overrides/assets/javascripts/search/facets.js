// Facets: which passages a choice keeps, and how many each further choice would.

export const OF_TEXTS = ["convention", "meeting", "year", "status", "kind", "topic"];
export const OF_PASSAGES = ["opening", "addressee"];
export const PARTS = ["title", "preamble", "operative", "annex", "footnote", "description"];

// For each facet with a choice, a row with 1 for each passage that the choice keeps. Choices of one
// facet add to one another.
export async function kept(chosen, head, files) {
  const rows = new Map();
  await Promise.all(
    Object.entries(chosen).map(async ([facet, ids]) => {
      if (!ids.length) return;
      const row = new Uint8Array(head.passages);
      if (facet === "part") {
        const parts = new Set(ids.map((id) => PARTS.indexOf(id)));
        for (let passage = 0; passage < row.length; passage += 1) row[passage] = parts.has(head.parts[passage] & 7);
      } else if (OF_TEXTS.includes(facet)) {
        const { values, texts } = (await files.json("f/texts"))[facet];
        const places = new Set(ids.map((id) => values.findIndex(([value]) => value === id)));
        texts.forEach((held, text) => {
          if (held.some((place) => places.has(place))) row.fill(1, head.starts[text], head.starts[text + 1] ?? head.passages);
        });
      } else if (OF_PASSAGES.includes(facet)) {
        for (const choice of await files.choices(facet)) {
          if (ids.includes(choice.id)) for (const passage of choice.passages) row[passage] = 1;
        }
      }
      rows.set(facet, row);
    }),
  );
  return rows;
}

// The passages that all choices keep; those of one facet left out. None where nothing is chosen.
export function all(rows, size, without = null) {
  const used = [...rows].filter(([facet]) => facet !== without).map(([, row]) => row);
  if (!used.length) return null;
  const row = Uint8Array.from(used[0]);
  for (const other of used.slice(1)) for (let passage = 0; passage < size; passage += 1) row[passage] &= other[passage];
  return row;
}

// For each facet its choices with how many of the found passages each has. `found` holds 1 for each
// passage that the query finds, whatever is chosen.
export async function counts(found, rows, head, files) {
  const [texts, opening, addressee] = await Promise.all([files.json("f/texts"), ...OF_PASSAGES.map((facet) => files.choices(facet))]);
  const size = head.passages;
  const within = (facet) => {
    const row = all(rows, size, facet);
    if (!row) return found;
    for (let passage = 0; passage < size; passage += 1) row[passage] &= found[passage];
    return row;
  };
  const counted = {};
  let ofTexts = null;
  const perText = (row) => {
    const sums = new Uint32Array(head.starts.length);
    for (let text = 0; text < sums.length; text += 1) {
      const end = head.starts[text + 1] ?? size;
      for (let passage = head.starts[text]; passage < end; passage += 1) sums[text] += row[passage];
    }
    return sums;
  };
  for (const facet of OF_TEXTS) {
    const own = rows.has(facet);
    const sums = own ? perText(within(facet)) : (ofTexts ??= perText(within(null)));
    const { values, texts: held } = texts[facet];
    const numbers = new Uint32Array(values.length);
    held.forEach((places, text) => {
      for (const place of places) numbers[place] += sums[text];
    });
    counted[facet] = values.map(([id, name], place) => ({ id, name, count: numbers[place] }));
  }
  const parts = new Uint32Array(PARTS.length);
  const row = within("part");
  for (let passage = 0; passage < size; passage += 1) if (row[passage]) parts[head.parts[passage] & 7] += 1;
  counted.part = PARTS.map((id, place) => ({ id, name: "", count: parts[place] }));
  [opening, addressee].forEach((choices, place) => {
    const facet = OF_PASSAGES[place];
    const mine = within(facet);
    counted[facet] = choices.map(({ id, name, passages }) => {
      let count = 0;
      for (const passage of passages) count += mine[passage];
      return { id, name, count };
    });
  });
  return counted;
}
