// Which passages a query finds, and in which order.
//
// BM25 over the passage, with a share for what its text's title holds. First come passages that
// have all words, a title before a paragraph, a paragraph before a footnote; then, where there are
// few, those that have most of the words by weight.

const SATURATION = 1.2;
const BY_LENGTH = 0.6;
const LENGTHS = [2, 5, 11, 23, 47, 95, 191, 320]; // words, in the middle of each class of length
const TITLE_SHARE = 0.35; // of a word's weight, for passages whose title has it
const MOST = 0.55; // of the words' weight, for passages that do not have all
const FEW = 10; // with fewer passages that have all words, those with most are shown too
const SORTED = 2000; // passages that are put in order
const RANKED = 240; // passages among which nearness of the words decides

const TITLE = 0;
const FOOTNOTE = 4; // places in the order of parts, as in docs/reference/search.md
const HEADING = 8;
const STANDING = [1, 0.95, 0.7, 0.6, 0.5]; // adopted, listed, draft, superseded, withdrawn

// Passages found: `full` of them have all words. `allowed` holds 1 for each that may be found.
export async function rank(terms, head, files, allowed) {
  const asked = meaningful(terms);
  const lists = asked.map(merged);
  const size = head.passages;
  const own = new Uint32Array(size);
  const above = new Uint32Array(size);
  const scores = new Float32Array(size);
  const weights = lists.map(({ count }) => Math.log(1 + (size - count + 0.5) / (count + 0.5)));
  lists.forEach((list, place) => add(list, place, weights[place], head, { own, above, scores }));
  const needed = 2 ** asked.length - 1;
  const phrases = await togetherOf(terms, files);
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  const found = { full: [], most: [] };
  for (let passage = 0; passage < size; passage += 1) {
    if (!own[passage] || (allowed && !allowed[passage])) continue;
    if (phrases.length && !phrases.every((phrase) => phrase.has(passage))) continue;
    if (own[passage] === needed || (own[passage] | above[passage]) >>> 0 === needed) found.full.push(passage);
    else if (asked.length > 1) {
      const weight = covered(own[passage], weights);
      if (weight >= MOST * total) {
        scores[passage] *= (weight / total) ** 2;
        found.most.push(passage);
      }
    }
  }
  const standing = Array.from(head.standing, (digit) => STANDING[digit]);
  const rate = (passage) => {
    const part = head.parts[passage];
    let rated = scores[passage] * standing[head.textOf[passage]];
    if ((part & 7) === FOOTNOTE) rated *= 0.6;
    // A heading is no paragraph: what stands under it comes first.
    if (part & HEADING) rated *= 0.7;
    return rated;
  };
  const level = (passage) => {
    if (own[passage] !== needed) return 1;
    const part = head.parts[passage] & 7;
    return part === TITLE ? 4 : part === FOOTNOTE ? 2 : 3;
  };
  // A footnote that has the words counts less than a paragraph that has them with its title.
  const order = (passage, nearness = 0) => level(passage) * 1000 + rate(passage) * (1 + nearness);
  const full = best(found.full, order);
  const listed = found.full.length < FEW ? best(found.most, (passage) => rate(passage)) : [];
  const near = full.slice(0, RANKED).map((passage) => [passage, order(passage, nearness(passage, asked))]);
  near.sort((a, b) => b[1] - a[1] || a[0] - b[0]);
  const nearMost = listed.slice(0, RANKED).map((passage) => [passage, rate(passage) * (1 + nearness(passage, asked))]);
  nearMost.sort((a, b) => b[1] - a[1] || a[0] - b[0]);
  return {
    full: found.full.length,
    passages: [
      ...near.map(([passage]) => passage),
      ...full.slice(RANKED),
      ...nearMost.map(([passage]) => passage),
      ...listed.slice(RANKED),
    ],
  };
}

// Function words count only where a query has no others, and within quotes.
function meaningful(terms) {
  const telling = terms.filter((term) => !term.idle);
  return (telling.length ? telling : terms).slice(0, 31);
}

// Passages by their keys, the highest first. Of very many, those beyond the first thousands stay in
// the order of the data: nobody leafs so far.
function best(passages, order) {
  const keys = Float64Array.from(passages, (passage) => order(passage));
  let least = -Infinity;
  if (keys.length > SORTED) least = Float64Array.from(keys).sort()[keys.length - SORTED];
  const places = [];
  const rest = [];
  for (let place = 0; place < keys.length; place += 1) (keys[place] >= least && places.length < SORTED ? places : rest).push(place);
  places.sort((a, b) => keys[b] - keys[a] || a - b);
  return places.concat(rest).map((place) => passages[place]);
}

// The postings of all forms of a term together.
function merged(term) {
  const rows = [];
  let count = 0;
  for (const { form, weight } of term.groups) {
    rows.push({ ...form.postings, weight });
    count += form.count;
  }
  return { rows, count };
}

function add({ rows }, place, weight, head, { own, above, scores }) {
  const bit = 2 ** place;
  for (const { passages, times, lengths, weight: share } of rows) {
    for (let index = 0; index < passages.length; index += 1) {
      const passage = passages[index];
      const often = times[index] * share;
      const long = 1 - BY_LENGTH + (BY_LENGTH * LENGTHS[lengths[index]]) / head.mean;
      const value = (weight * share * often * (SATURATION + 1)) / (often + SATURATION * long);
      // Several forms of a word add less than several words.
      scores[passage] += own[passage] & bit ? value / 4 : value;
      own[passage] |= bit;
      if ((head.parts[passage] & 7) !== TITLE) continue;
      const text = head.textOf[passage];
      const end = head.starts[text + 1] ?? head.passages;
      for (let under = passage + 1; under < end; under += 1) {
        if (above[under] & bit) continue;
        above[under] |= bit;
        scores[under] += weight * TITLE_SHARE;
      }
    }
  }
}

function covered(bits, weights) {
  let sum = 0;
  for (let place = 0; place < weights.length; place += 1) if (bits & (2 ** place)) sum += weights[place];
  return sum;
}

// How near to one another the words stand that stand near to one another in the query: from 0 to 1.
function nearness(passage, asked) {
  if (asked.length < 2) return 0;
  let sum = 0;
  for (let place = 1; place < asked.length; place += 1) {
    const distance = asked[place].position - asked[place - 1].position;
    const first = positions(passage, asked[place - 1]);
    const second = positions(passage, asked[place]);
    let nearest = Infinity;
    for (const one of first) for (const other of second) {
      const off = Math.abs(other - one - distance);
      if (off < nearest) nearest = off;
    }
    sum += nearest === 0 ? 1 : nearest < 3 ? 0.5 : nearest < 9 ? 0.2 : 0;
  }
  return (0.8 * sum) / (asked.length - 1);
}

function positions(passage, term) {
  const found = [];
  for (const { form } of term.groups) {
    if (form.positions === null) continue;
    const place = form.find(passage);
    if (place >= 0) found.push(...form.positionsIn(place));
  }
  return found;
}

// For each phrase of the query the passages in which its words stand as they should.
async function togetherOf(terms, files) {
  const phrases = new Map();
  for (const term of terms) {
    if (term.phrase < 0) continue;
    if (!phrases.has(term.phrase)) phrases.set(term.phrase, []);
    phrases.get(term.phrase).push(term);
  }
  const found = [];
  for (const [id, words] of phrases) {
    if (words.length < 2) continue;
    // A row of Chinese characters need not be a phrase of the texts; one in quotes must.
    const must = id < 1000 || id >= 2000;
    if (!must && words.some((word) => !word.groups.length)) continue;
    const passages = await together(words, files);
    if (must || passages.size) found.push(passages);
  }
  return found;
}

async function together(words, files) {
  if (words.some((word) => !word.groups.length)) return new Set();
  const sizes = words.map((word) => word.groups.reduce((sum, { form }) => sum + form.count, 0));
  const rarest = sizes.indexOf(Math.min(...sizes));
  let passages = new Set(words[rarest].groups.flatMap(({ form }) => Array.from(form.postings.passages)));
  for (const word of words) {
    const within = new Set();
    for (const { form } of word.groups) for (const passage of passages) if (form.find(passage) >= 0) within.add(passage);
    passages = within;
  }
  if (!passages.size) return passages;
  await Promise.all(words.flatMap((word) => word.groups.map(({ form }) => files.place(form))));
  const start = words[0];
  const others = words.slice(1);
  for (const passage of passages) {
    const rows = others.map((word) => [word.position - start.position, new Set(positions(passage, word))]);
    const stands = positions(passage, start).some((at) => rows.every(([distance, row]) => row.has(at + distance)));
    if (!stands) passages.delete(passage);
  }
  return passages;
}
