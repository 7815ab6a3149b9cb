// A query: its words and quoted phrases, and the forms of the index that each word stands for.

import { analyse } from "./analysis.js";
import { below } from "./files.js";

const MOST = 12; // forms that a beginning of a word stands for
const QUOTED = /["“”„«»]([^"“”„«»]+)["“”„«»]/gu;
// Endings by which forms of a word differ most often, without accents.
const LATIN = ["", "e", "y", "s", "es", "ies", "a", "o", "as", "os", "ed", "ing", "al", "ale", "aux", "er", "ar", "ees", "ent"];
const CYRILLIC = ["", "а", "я", "о", "е", "ь", "й", "и", "ы", "у", "ю", "ой", "ый", "ий", "ая", "ое", "ые", "ых", "ую", "ого", "ом", "ам", "ов", "ей"];
// What is written together with an Arabic word: and, so; in, as, for; the.
const ARABIC_PREFIX = /^(?=.)[وف]?[بكل]?(?:ال)?$/u;
const HAN = /^[\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff]/u;

// The words of a query. `exact` words are taken as written; words of one `phrase` stand together in
// the given distances. A row of Chinese characters is such a phrase, which counts if it is found.
// With `thin`, of a row only every other pair is taken, which is enough to find the whole of it.
export function parse(query, thin = false) {
  const words = [];
  let phrases = 0;
  let end = 0;
  let position = 0;
  const take = (text, quoted) => {
    const found = analyse(text);
    const rows = [];
    for (let at = 0; at < found.length; at += 1) {
      const one = found[at];
      const { pieces } = one;
      // Of a number that may be read in two ways, the first is taken.
      if (pieces) while (found[at + 1].pieces) at += 1;
      const last = found[at - 1];
      const han = HAN.test(one.form);
      // The last character of a row was only written for those who look for it alone.
      if (han && one.form.length === 1 && last && HAN.test(last.form) && last.position === one.position - 1 && last.end === one.end) continue;
      const joins = han && rows.length && rows.at(-1).han && rows.at(-1).position === position + one.position - 1;
      rows.push({
        form: one.form,
        position: position + one.position,
        exact: quoted,
        phrase: quoted ? phrases : joins ? rows.at(-1).phrase : han ? ++phrases + 1000 : -1,
        han,
        pieces: pieces ? found.slice(at + 1, at + 1 + pieces).map((piece) => piece.form) : [],
      });
      at += pieces;
    }
    words.push(...(thin ? rows.filter((row, at) => !row.han || everyOther(rows, at)) : rows));
    position = (rows.at(-1)?.position ?? position) + 2;
    if (quoted) phrases += 1;
  };
  for (const match of query.matchAll(QUOTED)) {
    take(query.slice(end, match.index), false);
    take(match[1], true);
    end = match.index + match[0].length;
  }
  take(query.slice(end), false);
  return words;
}

// Whether a pair of a row is the first, third, fifth … of it, or the last.
function everyOther(rows, at) {
  const { phrase, position } = rows[at];
  const row = rows.filter((other) => other.han && other.phrase === phrase && Math.abs(other.position - position) < rows.length);
  const place = row.indexOf(rows[at]);
  return place % 2 === 0 || place === row.length - 1;
}

// Finds for each word the forms that it stands for; `typing` when the last may not be whole.
// Function words are looked for within quotes alone, or where a query has no others.
export async function resolve(words, files, typing) {
  const head = await files.head();
  const joined = await compounds(words, files, head);
  const all = (idle) => Promise.all(joined.map((word, place) => term(word, files, head, { typing: typing && place === joined.length - 1, idle })));
  let terms = await all(false);
  if (terms.every((one) => one.idle)) terms = await all(true);
  // What stands nowhere as a whole is looked for in its pieces; those between slashes stand together.
  const whole = [];
  for (const one of terms) {
    if (one.groups.length || !one.pieces.length) whole.push(one);
    else {
      const as = one.form.includes("/") ? { exact: true, phrase: 2000 + one.position } : {};
      const pieces = one.pieces.map((form, at) => ({ ...one, ...as, form, pieces: [], position: one.position + at }));
      whole.push(...(await Promise.all(pieces.map((piece) => term(piece, files, head, {})))));
    }
  }
  return whole;
}

// The words, of which two that the texts write as one are one: where they do not have both, or with
// `always` wherever they have the one.
export async function compounds(words, files, head, always = false) {
  const rows = await Promise.all(words.map((word) => lookUp(word.form, files, head)));
  const plain = (word) => !word.exact && !word.han && !word.pieces.length && word.form.length > 1;
  const made = [];
  for (let at = 0; at < words.length; at += 1) {
    const [word, next] = words.slice(at, at + 2);
    const lacks = !(rows[at] && rows[at + 1]);
    if (next && plain(word) && plain(next) && next.position === word.position + 1 && (always || lacks)) {
      const joined = word.form + next.form;
      const form = (await lookUp(joined, files, head)) ? joined : lacks ? (await otherEndings(joined, files, head))[0] : null;
      if (form) {
        made.push({ ...word, form });
        at += 1;
        continue;
      }
    }
    made.push(word);
  }
  return made;
}

// A word with `groups`: lists of forms, each with the weight at which it counts. A function word has
// none unless `idle` says that it counts.
async function term(word, files, head, { typing = false, idle = false }) {
  const found = { ...word, groups: [], idle: false, instead: [] };
  const row = await lookUp(word.form, files, head);
  const single = word.han && word.form.length === 1;
  found.idle = Boolean(row?.idle);
  if (found.idle && !idle && !word.exact) return found;
  if (row && !single) {
    found.groups.push(...weighed(await files.group(row), word.form, word.exact));
  }
  if (word.exact) return found;
  if (single || (typing && word.form.length > 2 && !word.han) || (!row && typing && word.form.length > 1)) {
    const rows = await beginning(word.form, files, head, single ? 400 : MOST);
    const groups = await Promise.all(rows.filter((one) => one.form !== word.form || single).map((one) => files.group(one).then((forms) => forms.find((form) => form.form === one.form))));
    found.groups.push(...groups.map((form) => ({ form, weight: single ? 1 : 0.6 })));
  }
  if (found.groups.length || word.han || word.pieces.length) return found;
  for (const near of await nearest(word.form, files, head)) {
    const other = await lookUp(near, files, head);
    if (!other) continue;
    found.groups.push(...weighed(await files.group(other), near, false));
    found.instead.push(near);
    found.idle = other.idle;
    break;
  }
  return found;
}

function weighed(forms, written, exact) {
  const weight = (form) => (form === written ? 1 : Math.max(0.6, 0.95 - 0.06 * apart(form, written)));
  return forms
    .filter((one) => !exact || one.form === written || ARABIC_PREFIX.test(one.form.slice(0, -written.length)) && one.form.endsWith(written))
    .map((form) => ({ form, weight: weight(form.form) }));
}

// How many letters two forms do not share at their ends.
function apart(one, other) {
  let shared = 0;
  while (shared < one.length && one[shared] === other[shared]) shared += 1;
  return Math.max(one.length, other.length) - shared;
}

async function lookUp(form, files, head) {
  if (!head.forms.length) return null;
  const rows = await files.forms(shardOf(form, head));
  return rows.find((row) => row.form === form) ?? null;
}

function shardOf(form, head) {
  return below(head.forms, form);
}

// The commonest forms that begin so.
async function beginning(form, files, head, most) {
  const found = [];
  const first = shardOf(form, head);
  for (let shard = first; shard < head.forms.length && shard < first + 3; shard += 1) {
    const rows = await files.forms(shard);
    found.push(...rows.filter((row) => row.form.startsWith(form) && !row.idle));
    if (rows.length && rows.at(-1).form > `${form}\uffff`) break;
  }
  return found.sort((a, b) => b.count - a.count || (a.form < b.form ? -1 : 1)).slice(0, most);
}

// Words of the texts that an unknown one may have been meant for, the likeliest first.
export function nearest(form, files, head) {
  return files.once(`nearest ${form}`, () => near(form, files, head));
}

async function near(form, files, head) {
  if (/\p{N}/u.test(form) || form.length < 3) return [];
  if (/^\p{Script=Arabic}/u.test(form)) {
    // Prefixes are written together with the word.
    const bare = form.replace(/^[وف]?(?:[بك]?ال|لل)(?=..)/u, "");
    const tried = [bare, `ال${bare}`, form.slice(1), `ال${form.slice(1)}`, `و${form}`, `ال${form}`];
    const rows = await Promise.all(tried.map((one) => lookUp(one, files, head)));
    const known = rows.filter(Boolean).sort((a, b) => b.count - a.count);
    if (known.length) return [known[0].form];
  }
  const ended = await otherEndings(form, files, head);
  if (ended.length) return ended;
  const lengths = [form.length - 1, form.length, form.length + 1].filter((length) => head.lengths.includes(length));
  const lists = await Promise.all(lengths.map((length) => wordsOf(length, files)));
  const most = form.length < 5 ? 1 : 2;
  const found = [];
  for (const [word, count] of lists.flat()) {
    const distance = edits(form, word, most);
    if (distance <= most) {
      const begins = word[0] === form[0] ? 0 : 0.5;
      found.push({ word, worth: distance + begins - Math.min(0.9, Math.log10(count + 1) / 4), distance });
    }
  }
  found.sort((a, b) => a.worth - b.worth || (a.word < b.word ? -1 : 1));
  if (found.length && found[0].distance === 1) return found.slice(0, 3).map((one) => one.word);
  // An unknown form of a known word: its ending is cut off.
  for (let cut = 1; cut <= 3 && form.length - cut >= 4; cut += 1) {
    const rows = await beginning(form.slice(0, -cut), files, head, MOST);
    const like = rows.filter((row) => row.form.length <= form.length + 3);
    if (like.length) return like.slice(0, 3).map((row) => row.form);
  }
  return found.slice(0, 3).map((one) => one.word);
}

// The commonest form that differs in its ending alone, the shortest ending first: no text has this
// form of the word.
async function otherEndings(form, files, head) {
  const endings = /^\p{Script=Cyrillic}/u.test(form) ? CYRILLIC : LATIN;
  for (let cut = 0; cut <= 3 && form.length - cut >= 4; cut += 1) {
    const tried = endings.map((ending) => form.slice(0, form.length - cut) + ending);
    const rows = await Promise.all(tried.map((other) => lookUp(other, files, head)));
    const found = rows.filter((row) => row && !row.idle).sort((a, b) => b.count - a.count);
    if (found.length) return [found[0].form];
  }
  return [];
}

function wordsOf(length, files) {
  return files.once(`words ${length}`, async () => {
    const text = new TextDecoder().decode(await files.bytes(`w/${length}`));
    return text.split("\n").map((line) => {
      const [word, count] = line.split("\t");
      return [word, Number(count)];
    });
  });
}

// How many letters must be changed, left out, added or exchanged with the next; `most` + 1 for more.
export function edits(one, other, most) {
  if (Math.abs(one.length - other.length) > most) return most + 1;
  let before = [];
  let last = Array.from({ length: other.length + 1 }, (_, place) => place);
  for (let row = 1; row <= one.length; row += 1) {
    const next = [row];
    let least = row;
    for (let column = 1; column <= other.length; column += 1) {
      const same = one[row - 1] === other[column - 1] ? 0 : 1;
      let value = Math.min(last[column] + 1, next[column - 1] + 1, last[column - 1] + same);
      if (row > 1 && column > 1 && one[row - 1] === other[column - 2] && one[row - 2] === other[column - 1]) {
        value = Math.min(value, before[column - 2] + 1);
      }
      next.push(value);
      least = Math.min(least, value);
    }
    if (least > most) return most + 1;
    before = last;
    last = next;
  }
  return last[other.length];
}
