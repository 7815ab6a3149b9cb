// Words: how a text becomes the forms that are looked up. The same rules as in acquis/search/analysis.py.

const HAN = "\\u3400-\\u4dbf\\u4e00-\\u9fff\\uf900-\\ufaff";
const THOUSANDS = /(?<![0-9/\p{Nd}])[0-9]{1,3}(?:[,.\u00a0\u202f][0-9]{3})+(?![0-9/])/gu;
const INVISIBLE = /[\u00ad\u061c\u200b-\u200f\u202a-\u202e\u2060\u2066-\u2069\ufeff\u0640]/u;
const LETTERS = { "ى": "ي", "ة": "ه", "ς": "σ", "œ": "oe", "æ": "ae", "ß": "ss", "ø": "o", "ł": "l", "đ": "d", "ı": "i" };
const LETTER = `(?![${HAN}])[\\p{L}\\p{N}]`;
const WORD = `(?:${LETTER})+`;
const ROW = `(?:(?<![\\p{L}\\p{N}])|(?<=[${HAN}]))(?<![/.,])[0-9]{1,3}(?: [0-9]{1,3})+(?!${LETTER}|/)`;
const COMPOUND = `${WORD}(?:[-\u2010]${WORD})+(?!${LETTER}|/)`;
const TOKEN = new RegExp(`([${HAN}]+)|(${ROW})|(${COMPOUND})|${WORD}(?:/${WORD})*`, "gu");
const MOST_GROUPS = 5;
const MOST_PIECES = 4;

// A text in which case, accents, widths and the ways of writing a letter no longer differ; `from`
// gives for each of its characters the place in the text that it comes from.
export function fold(text) {
  const dropped = new Set();
  for (const match of text.matchAll(THOUSANDS)) {
    for (let at = 0; at < match[0].length; at += 1) {
      if (!/[0-9]/.test(match[0][at])) dropped.add(match.index + at);
    }
  }
  let folded = "";
  const from = [];
  let at = 0;
  for (const character of text) {
    const here = at;
    at += character.length;
    if (dropped.has(here)) continue;
    const plain = ofCharacter(character);
    if (plain !== BREVE) {
      folded += plain;
      for (let count = 0; count < plain.length; count += 1) from.push(here);
    } else if (folded.endsWith("и")) folded = `${folded.slice(0, -1)}й`;
  }
  from.push(text.length);
  return { folded, from };
}

// What a character becomes by itself; the breve tells и from й.
const BREVE = "\u0306";
const known = new Map();
function ofCharacter(character) {
  const code = character.charCodeAt(0);
  if (code < 0x80) return code > 64 && code < 91 ? String.fromCharCode(code + 32) : character;
  let plain = known.get(character);
  if (plain === undefined) {
    plain = character === BREVE ? BREVE : letters(character);
    known.set(character, plain);
  }
  return plain;
}

function letters(character) {
  if (INVISIBLE.test(character)) return "";
  let plain = "";
  for (const letter of character.toLowerCase().normalize("NFKD")) {
    if (letter === BREVE && plain.endsWith("и")) plain = `${plain.slice(0, -1)}й`;
    else if (!/\p{M}/u.test(letter)) plain += written(letter);
  }
  return plain;
}

function written(letter) {
  const code = letter.codePointAt(0);
  if (code >= 0x660 && code <= 0x669) return String(code - 0x660);
  if (code >= 0x6f0 && code <= 0x6f9) return String(code - 0x6f0);
  return INVISIBLE.test(letter) ? "" : (LETTERS[letter] ?? letter);
}

// The forms in a text: each with its position in words, and its place in the text; a form of several
// pieces, which follow it, with their number.
export function analyse(text) {
  const { folded, from } = fold(text);
  const found = [];
  let position = 0;
  const take = (form, start, end, pieces = 0) => {
    // An accent after the last letter belongs to it.
    const last = from[end - 1];
    let after = from[end];
    if (after > last + 2) after = last + (text.codePointAt(last) > 0xffff ? 2 : 1);
    while (after < text.length && /\p{M}/u.test(text[after])) after += 1;
    found.push({ form, position, start: from[start], end: after, pieces });
  };
  for (const match of folded.matchAll(TOKEN)) {
    const word = match[0];
    if (match[1]) {
      for (let at = 0; at < word.length; at += 1) {
        take(word.slice(at, at + 2), match.index + at, match.index + Math.min(at + 2, word.length));
        position += 1;
      }
      continue;
    }
    const pieces = word.split(/[-\u2010 /]/);
    const wholes = pieces.length > 1 ? wholesOf(match, pieces) : [];
    for (const form of wholes) take(form, match.index, match.index + word.length, pieces.length);
    let start = match.index;
    for (const piece of pieces) {
      take(piece, start, start + piece.length);
      start += piece.length + 1;
      position += 1;
    }
  }
  return found;
}

// The forms of several pieces as one.
function wholesOf([word, , row, compound], pieces) {
  if (row) return numbers(pieces);
  if (compound) return pieces.length <= MOST_PIECES && !/\p{Nd}/u.test(pieces[0]) ? [pieces.join("")] : [];
  return /\p{Nd}/u.test(word) ? [word] : [];
}

// The numbers that a row of groups of figures may be; in Arabic they often stand the other way round.
function numbers(groups) {
  if (groups.length > MOST_GROUPS) return [];
  const ways = [groups, [...groups].reverse()].filter(([first, ...others]) => first[0] !== "0" && others.every((group) => group.length === 3));
  return [...new Set(ways.map((way) => way.join("")))];
}
