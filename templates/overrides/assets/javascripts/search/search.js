// A search: from a query and choices to passages with their texts and marks. Runs in the worker.

import { analyse } from "./analysis.js";
import { all, counts, kept } from "./facets.js";
import { below, Files, Outdated } from "./files.js";
import { parse, resolve } from "./query.js";
import { rank } from "./rank.js";

export class Search {
  constructor(base) {
    this.files = new Files(base);
  }

  // Finds passages. `query` is what was typed, `chosen` has the ids chosen of each facet, `first`
  // and `many` say which of the passages are wanted, `facets` whether their counts are.
  async find(request) {
    try {
      return await this.try(request);
    } catch (error) {
      if (!(error instanceof Outdated)) throw error;
      // The site was published anew since the index' head was read.
      this.files.renew();
      return this.try(request);
    }
  }

  async try({ query = "", chosen = {}, first = 0, many = 10, facets = false, typing = false }) {
    const files = this.files;
    const head = await files.head();
    const words = parse(query);
    const [terms, rows] = await Promise.all([resolve(words, files, typing), kept(chosen, head, files)]);
    const allowed = all(rows, head.passages);
    // Counts of a facet's other choices need what the query finds without this one.
    const open = facets && rows.size > 0 && terms.length > 0;
    const ranked = terms.length ? await rank(terms, head, files, open ? null : allowed) : everything(head, allowed, facets || rows.size > 0);
    const found = facets ? marked(ranked.passages, head.passages) : null;
    const passages = open ? ranked.passages.filter((passage) => allowed[passage]) : ranked.passages;
    const full = open ? ranked.passages.slice(0, ranked.full).filter((passage) => allowed[passage]).length : ranked.full;
    const [shown, counted] = await Promise.all([
      this.show(passages.slice(first, first + many), head, terms),
      facets ? counts(terms.length ? found : new Uint8Array(head.passages).fill(1), rows, head, files) : null,
    ]);
    return {
      total: passages.length,
      full,
      shown,
      facets: counted,
      empty: !terms.length && !rows.size,
      unknown: terms.filter((term) => !term.groups.length).map((term) => words.find((word) => word.position === term.position)?.form ?? term.form),
      instead: terms.filter((term) => term.instead.length).map((term) => [term.form, term.instead[0]]),
    };
  }

  // The passages with their texts, and the places in them that were looked for.
  async show(passages, head, terms) {
    const forms = new Set(terms.filter((term) => !term.idle || term.exact || terms.every((one) => one.idle)).flatMap((term) => term.groups.map(({ form }) => form.form)));
    return Promise.all(
      passages.map(async (passage) => {
        const group = below(head.texts, passage);
        const rows = await this.files.json(`t/${group}`);
        let place = passage - head.texts[group];
        for (const [address, language, symbol, title, held] of rows) {
          if (place < held.length) {
            const [anchor, number, text] = held[place];
            const part = head.parts[passage];
            return { passage, address, language, symbol, title, anchor, number, text, part: part & 7, marks: marks(text, forms) };
          }
          place -= held.length;
        }
        throw new Outdated(`passage ${passage}`);
      }),
    );
  }
}

// Without a query: all that the choices keep, in the order of the data.
function everything(head, allowed, wanted) {
  const passages = [];
  if (wanted) for (let passage = 0; passage < head.passages; passage += 1) if (!allowed || allowed[passage]) passages.push(passage);
  return { full: passages.length, passages };
}

function marked(passages, size) {
  const row = new Uint8Array(size);
  for (const passage of passages) row[passage] = 1;
  return row;
}

// Where the forms stand in a text: rows of start and end, those that touch joined.
export function marks(text, forms) {
  const found = [];
  for (const { form, start, end } of analyse(text)) {
    if (!forms.has(form)) continue;
    const last = found.at(-1);
    if (last && start <= last[1]) last[1] = Math.max(last[1], end);
    else found.push([start, end]);
  }
  return found;
}
