// How much two provisions of one language have in common: the twin of src/acquis/align/likeness.py.

import { length, tokens } from "./words.js";

const ALIKE = 0.35;
const EVERYWHERE = 0.03;
const OFTEN = 8;
const WHOLE = 0.8;
const PART = 0.7;

// The words of a wording, and each two that are neighbours, with their numbers.
function features(words) {
  const known = tokens(words.toLowerCase()).filter(
    (token) => /^[\p{L}\p{N}]/u.test(token) || length(token) > 1,
  );
  const found = new Map();
  const add = (word) => found.set(word, (found.get(word) ?? 0) + 1);
  for (const token of known) if (length(token) > 1 || !/^\p{L}+$/u.test(token)) add(token);
  for (let at = 1; at < known.length; at += 1) add(`${known[at - 1]} ${known[at]}`);
  if (known.length === 1) add(known[0]);
  return found;
}

export function total(counts) {
  let sum = 0;
  for (const count of counts.values()) sum += count;
  return sum;
}

function dice(one, other) {
  if (!one.size || !other.size) return 0;
  let shared = 0;
  for (const [word, count] of one) shared += Math.min(count, other.get(word) ?? 0);
  return (2 * shared) / (total(one) + total(other));
}

// How alike any two provisions of two texts are, by their places; found when asked for, and kept.
export class Likeness {
  constructor(ones, others) {
    this.rows = [ones, others];
    this.one = ones.map((provision) => features(provision.words));
    this.other = others.map((provision) => features(provision.words));
    this.candidates = candidates(this.one, this.other);
    this.known = new Map();
  }

  of(left, right) {
    const key = left * this.rows[1].length + right;
    if (!this.known.has(key)) this.known.set(key, this.found(left, right, key));
    return this.known.get(key);
  }

  found(left, right, key) {
    const one = this.rows[0][left];
    const other = this.rows[1][right];
    if (one.family !== other.family) return 0;
    let found = this.candidates.has(key) ? dice(this.one[left], this.other[right]) : 0;
    if (found < ALIKE && hasOnePlace(one) && samePlace(one, other)) return ALIKE;
    if (one.words === "" && other.words === "") found = one.kind === other.kind ? 1 : 0;
    return found >= ALIKE ? found : 0;
  }
}

// Pairs of places, as one number, at which something is shared that does not stand everywhere.
function candidates(one, other) {
  const where = new Map();
  other.forEach((found, place) => {
    for (const word of found.keys()) {
      if (!where.has(word)) where.set(word, []);
      where.get(word).push(place);
    }
  });
  const often = Math.max(OFTEN, EVERYWHERE * other.length);
  const pairs = new Set();
  one.forEach((found, left) => {
    for (const word of found.keys()) {
      const places = where.get(word) ?? [];
      if (places.length <= often) for (const right of places) pairs.add(left * other.length + right);
    }
  });
  return pairs;
}

function hasOnePlace(provision) {
  return (
    ["title", "note"].includes(provision.family) ||
    ["opening", "annex", "part"].includes(provision.kind)
  );
}

function samePlace(one, other) {
  return one.kind === other.kind && one.anchor === other.anchor && one.number === other.number;
}

// Whether a provision consists of these parts: alike together, and each of them needed.
export function madeOf(whole, parts) {
  const all = new Map();
  for (const part of parts) {
    for (const [word, count] of part) all.set(word, (all.get(word) ?? 0) + count);
  }
  if (dice(whole, all) < WHOLE) return false;
  return parts.every((part) => {
    let needed = 0;
    for (const [word, count] of part) {
      const rest = Math.max(0, (whole.get(word) ?? 0) - (all.get(word) - count));
      needed += Math.min(rest, count);
    }
    return needed >= PART * total(part);
  });
}
