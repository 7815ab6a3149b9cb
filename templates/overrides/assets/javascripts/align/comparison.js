// Two texts of one language, provision by provision: the twin of src/acquis/align/comparison.py.
// A provision is {family, kind, anchor, number, words, form}; its words are as they are read, with
// footnote marks as "[^3]". Emphasis is not seen here: what differs in nothing else is the same.

import { Likeness, madeOf, total } from "./likeness.js";
import { align } from "./rows.js";
import { counted, differences, increasing } from "./words.js";

const MOVED = 0.6;
const SHORTEST_MOVED = 6;
const MOST_PARTS = 24;

// Rows {kind, one, other, moved}, in the reading order of the second text, footnotes last.
export function compare(one, other) {
  const note = (provision) => provision.kind === "note" && provision.family === "note";
  return [(p) => !note(p), note].flatMap((part) => rows(one.filter(part), other.filter(part)));
}

// The wordings of a row, word by word.
export function pieces(row) {
  return differences(wording(row.one), wording(row.other));
}

// The words of provisions, each in a line.
export function wording(found) {
  return found.map((provision) => provision.words).join("\n");
}

function rows(ones, others) {
  const likeness = new Likeness(ones, others);
  const pairs = paired(ones, others, likeness);
  const moved = whatMoved(pairs, likeness, others.length);
  const gone = new Set(moved.values());
  const settled = [];
  for (const [left, right] of pairs) {
    if (right !== null) settled.push([left ?? moved.get(right) ?? null, right]);
    else if (!gone.has(left)) settled.push([left, null]);
  }
  const found = [];
  for (let place = 0; place < settled.length; ) {
    const end = endOfWhole(settled, place, moved, [ones, others], likeness);
    const inside = settled.slice(place, end);
    const one = inside.filter(([left]) => left !== null).map(([left]) => ones[left]);
    const other = inside.filter(([, right]) => right !== null).map(([, right]) => others[right]);
    const from = inside.some(([, right]) => right !== null && moved.has(right));
    found.push({ kind: kindOf(one, other), one, other, moved: from });
    place = end;
  }
  return found;
}

const keyOf = (provision) => JSON.stringify([provision.family, provision.words, provision.form]);

// Pairs in order: what is the same and stands once, and between them what is alike.
function paired(ones, others, likeness) {
  const keysOne = ones.map(keyOf);
  const keysOther = others.map(keyOf);
  const onceOne = counted(keysOne);
  const onceOther = counted(keysOther);
  const places = new Map();
  keysOther.forEach((key, place) => onceOther.get(key) === 1 && places.set(key, place));
  const single = [];
  keysOne.forEach((key, place) => {
    if (onceOne.get(key) === 1 && places.has(key)) single.push([place, places.get(key)]);
  });
  // One good pair is better than two poor ones that cross it.
  const worth = (left, right) => likeness.of(left, right) * likeness.of(left, right);
  const pairs = [];
  let low = 0;
  let first = 0;
  for (const [left, right] of [...increasing(single), [ones.length, others.length]]) {
    let high = left;
    let last = right;
    while (low < high && first < last && keysOne[low] === keysOther[first]) {
      pairs.push([low++, first++]);
    }
    const tail = [];
    while (low < high && first < last && keysOne[high - 1] === keysOther[last - 1]) {
      tail.unshift([--high, --last]);
    }
    const from = Array.from({ length: high - low }, (_, at) => low + at);
    const to = Array.from({ length: last - first }, (_, at) => first + at);
    pairs.push(...align(from, to, worth), ...tail);
    if (left < ones.length) pairs.push([left, right]);
    low = left + 1;
    first = right + 1;
  }
  return pairs;
}

// Of what has no counterpart, where in the first text it stood, by its place now.
function whatMoved(pairs, likeness, width) {
  const leftOver = new Set(pairs.filter((pair) => pair[1] === null).map((pair) => pair[0]));
  const came = new Set(pairs.filter((pair) => pair[0] === null).map((pair) => pair[1]));
  const alike = [];
  for (const key of likeness.candidates) {
    const left = Math.floor(key / width);
    const right = key % width;
    if (!leftOver.has(left) || !came.has(right)) continue;
    if (total(likeness.one[left]) < SHORTEST_MOVED) continue;
    const worth = likeness.of(left, right);
    if (worth >= MOVED) alike.push([-worth, left, right]);
  }
  alike.sort((a, b) => a[0] - b[0] || a[1] - b[1] || a[2] - b[2]);
  const moved = new Map();
  const gone = new Set();
  for (const [, left, right] of alike) {
    if (moved.has(right) || gone.has(left)) continue;
    moved.set(right, left);
    gone.add(left);
  }
  return moved;
}

// Where the pairs end that begin at `start` and in which one provision consists of the others.
function endOfWhole(pairs, start, moved, texts, likeness) {
  const known = [likeness.one, likeness.other];
  let found = start + 1;
  for (const side of [0, 1]) {
    let whole = null;
    const parts = [];
    for (let at = start; at < Math.min(start + MOST_PARTS, pairs.length); at += 1) {
      const mine = pairs[at][side];
      const theirs = pairs[at][1 - side];
      if (moved.has(pairs[at][1]) || (mine !== null && whole !== null)) break;
      whole = mine ?? whole;
      if (theirs !== null) parts.push(theirs);
      if (whole === null || parts.length < 2) continue;
      const family = texts[side][whole].family;
      const made =
        parts.every((part) => texts[1 - side][part].family === family) &&
        madeOf(
          known[side][whole],
          parts.map((part) => known[1 - side][part]),
        );
      if (made) found = Math.max(found, at + 1);
    }
  }
  return found;
}

function kindOf(one, other) {
  if (!one.length) return "added";
  if (!other.length) return "removed";
  if (other.length > 1) return "split";
  if (one.length > 1) return "joined";
  if (one[0].words !== other[0].words || one[0].kind !== other[0].kind) return "changed";
  return one[0].form === other[0].form ? "same" : "marked";
}
