// A search: from a query and choices to passages with their texts and marks. It runs in a worker, so
// that the page never waits for it.

import { analyse } from "./analysis.js";
import { below, Files, Outdated, Unreachable } from "./files.js";
import { compounds, parse, resolve } from "./query.js";
import { rank } from "./rank.js";

export class Search {
  constructor(base, head = null) {
    this.files = new Files(base, head);
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
    const head = await this.files.head();
    const asked = { chosen, first, many, facets, typing };
    const thin = parse(query, true);
    const answer = await this.answer(thin, asked, head);
    if (answer.full || answer.empty) return answer;
    // Rows of Chinese characters that do not stand so in the texts are looked for pair by pair.
    const words = parse(query);
    if (words.length > thin.length) return this.answer(words, asked, head);
    // Words that nowhere stand together may be written as one.
    const joined = await compounds(words, this.files, head, true);
    const other = joined.length < words.length ? await this.answer(joined, asked, head) : answer;
    return other.full ? other : answer;
  }

  async answer(words, { chosen, first, many, facets, typing }, head) {
    const files = this.files;
    const narrowed = facets || Object.keys(chosen).length > 0;
    // Few readers narrow what they find.
    const { all, counts, kept } = narrowed ? await import("./facets.js") : {};
    const [terms, rows] = await Promise.all([resolve(words, files, typing), narrowed ? kept(chosen, head, files) : new Map()]);
    const allowed = narrowed ? all(rows, head.passages) : null;
    // Counts of a facet's other choices need what the query finds without this one.
    const open = facets && rows.size > 0 && terms.length > 0;
    const ranked = terms.length ? await rank(terms, head, files, open ? null : allowed) : everything(head, allowed, facets || rows.size > 0);
    const everywhere = facets ? marked(ranked.passages, head.passages) : null;
    const passages = open ? ranked.passages.filter((passage) => allowed[passage]) : ranked.passages;
    const full = open ? ranked.passages.slice(0, ranked.full).filter((passage) => allowed[passage]).length : ranked.full;
    const [shown, counted] = await Promise.all([
      this.show(passages.slice(first, first + many), head, terms),
      facets ? counts(terms.length ? everywhere : new Uint8Array(head.passages).fill(1), rows, head, files) : null,
    ]);
    return {
      total: passages.length,
      full,
      shown: shown.map((one, place) => ({ ...one, full: first + place < full })),
      facets: counted,
      empty: !terms.length && !rows.size,
      unknown: terms.filter((term) => !term.groups.length && !term.idle).map((term) => words.find((word) => word.position === term.position)?.form ?? term.form),
      instead: terms.filter((term) => term.instead.length).map((term) => [term.form, term.instead[0]]),
    };
  }

  // The passages with their texts, and the places in them that were looked for.
  async show(passages, head, terms) {
    const looked = lookedFor(terms);
    return Promise.all(
      passages.map(async (passage) => {
        const group = below(head.texts, passage);
        const rows = await this.files.json(`t/${group}`);
        let place = passage - head.texts[group];
        for (const [address, language, symbol, title, held] of rows) {
          if (place < held.length) {
            const [anchor, number, text] = held[place];
            const part = head.parts[passage];
            return { passage, address, language, symbol, title, anchor, number, text, part: part & 7, ...found(text, looked) };
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

// The forms that are marked wherever they stand, and the phrases that are marked as a whole.
function lookedFor(terms) {
  const forms = new Map();
  const phrases = new Map();
  const idle = terms.every((term) => term.idle);
  for (const term of terms) {
    const held = new Set(term.groups.map(({ form }) => form.form));
    if (term.exact && term.phrase >= 0) {
      if (!phrases.has(term.phrase)) phrases.set(term.phrase, []);
      phrases.get(term.phrase).push({ held, position: term.position });
    } else if (!term.idle || idle) {
      const alone = term.han && term.form.length === 1 ? term.form : null;
      for (const form of held) forms.set(form, alone);
    }
  }
  return { forms, phrases: [...phrases.values()] };
}

// Where what was looked for stands in a text: `marks` are rows of start and end, `forms` those that
// were met.
export function found(text, { forms, phrases }) {
  const occurrences = analyse(text);
  const rows = [];
  const met = new Set();
  const places = new Map();
  for (const one of occurrences) {
    if (!places.has(one.position)) places.set(one.position, []);
    places.get(one.position).push(one);
    if (!forms.has(one.form)) continue;
    met.add(one.form);
    // A character looked for alone was found as the first of two.
    rows.push([one.start, forms.get(one.form) ? one.start + forms.get(one.form).length : one.end]);
  }
  for (const words of phrases) {
    for (const first of occurrences) {
      const row = words.map(({ held, position }) => places.get(first.position + position - words[0].position)?.find(({ form }) => held.has(form)));
      if (row[0] !== first || row.some((one) => !one)) continue;
      rows.push([first.start, row.at(-1).end]);
      for (const { form } of row) met.add(form);
    }
  }
  return { marks: joined(rows), forms: [...met] };
}

function joined(rows) {
  rows.sort((a, b) => a[0] - b[0] || a[1] - b[1]);
  const made = [];
  for (const [start, end] of rows) {
    const last = made.at(-1);
    if (last && start <= last[1]) last[1] = Math.max(last[1], end);
    else made.push([start, end]);
  }
  return made;
}

// In a worker: questions come in, answers go out. `request` is null to read the index' head ahead.
function answer() {
  let search = null;
  addEventListener("message", async ({ data: { id, base, head, request } }) => {
    search ??= new Search(base, head);
    try {
      if (request === null) await search.files.head();
      postMessage({ id, answer: request === null ? null : await search.find(request) });
    } catch (error) {
      const fault = error instanceof Unreachable ? "unreachable" : String(error.stack ?? error);
      postMessage({ id, fault });
    }
  });
}

if (!("document" in globalThis)) answer();
