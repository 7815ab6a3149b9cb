// What a reader asks for with a citation: "MC-5/19 para 4 (a)", "mc 5/19 4a", "第4(a)段".
//
// The rules are those of src/acquis/citation/query.py, and both read the table cite/table.json,
// which src/acquis/citation/table.py describes. Tests try both with the same cases.

const LONGEST = 300;
const NEAR = 2;
const SHOWN = 5;
const RANKS = {
  annex: 1, appendix: 2, part: 3, chapter: 4, section: 5, article: 5, para: 6, preamble: 6, fn: 7,
};
const LETTER = "[a-z\u0400-\u04ff\u0600-\u06ff\u2e80-\u9fff]";
const SPACED = "[a-z\u0400-\u04ff\u0600-\u06ff]";
const TIMES = "bis|ter|quater|quinquies|sexies|septies|octies";
const ITEM =
  `(?:\\s?\\(\\s?(?:${LETTER}{1,4}|[0-9]{1,2})\\s?\\)|\\s?${LETTER}{1,3}\\)` +
  "|[.\\-]?(?:[ivx]{2,5}|aa|bb|cc|dd|[a-z])(?![a-z])|[.\\-]?[a-z](?=[ivx]{1,5}(?![a-z]))" +
  "|\\s(?:[ivx]{2,5}|[a-z])(?=\\s*(?:$|[,;|(]|\\s[ivx]{1,5}\\s*$)))";
const NUMBER = `[0-9]{1,4}(?![0-9/])(?:\\s?(?:${TIMES})(?![a-z]))?`;
const FURTHER =
  "(?:\\s?(?:[,;&+\\-]|and|or|to|through|et|ou|a|y|o|al|и|или|по|و|أو|إلى|和|及|至|、)\\s?" +
  `(?:${NUMBER}(?:${ITEM}){0,3}|\\(\\s?${LETTER}{1,4}\\s?\\)))*`;
const ROMAN = [
  [1000, "m"], [900, "cm"], [500, "d"], [400, "cd"], [100, "c"], [90, "xc"], [50, "l"],
  [40, "xl"], [10, "x"], [9, "ix"], [5, "v"], [4, "iv"], [1, "i"],
];

// The table of the site, fetched once.
const tables = new Map();
export function loadTable(url) {
  if (!tables.has(url)) {
    const table = fetch(url).then((answer) => {
      if (!answer.ok) throw new Error(`${answer.status} ${url}`);
      return answer.json();
    });
    table.catch(() => tables.delete(url));
    tables.set(url, table);
  }
  return tables.get(url);
}

// What a query means: candidates (symbol, address, path, anchor, official), best first; `near`
// (symbol, address) for a symbol that has no page; `rest`, what nothing explains; `sure`.
export function resolve(query, table) {
  const text = fold(query).trim().split(/\s+/).join(" ").slice(0, LONGEST);
  const [before, ...behind] = text.split("#");
  const named = slug(before.replace(/\/+$/, "").replace(/^.*\/(?=[^/])/, ""));
  const own = Object.keys(table.held)
    .filter((folder) => holds(table, folder, named))
    .map((folder) => page(folder, named));
  if (own.length && /^[a-z0-9:./#?=_-]+$/.test(text)) {
    const hash = slug(behind.join("#"));
    const path = hash ? [["", hash]] : [];
    const candidates = own.map((address) => candidate(named, address, path, ""));
    return { candidates, near: [], rest: "", sure: own.length === 1 };
  }
  const found = symbols(text, table);
  if (!found.length) return { candidates: [], near: [], rest: text, sure: false };
  const best = found[0];
  const [path, left] = parts(`${text.slice(0, best.start)} | ${text.slice(best.end)}`, table);
  const rest = leftOver(left, table);
  const same = found.filter((one) => one.start === best.start && one.end === best.end);
  const held = same.filter((one) => one.pages.length);
  const candidates = new Map();
  for (const one of held.length ? held : same) {
    for (const [address, part] of one.pages.length ? one.pages : [["", ""]]) {
      const outer = part ? [["part", part.replace(/^part-/, "")]] : [];
      const key = `${one.symbol}\n${address}`;
      if (candidates.has(key)) continue;
      const official = officialAddress(one, table);
      candidates.set(key, candidate(one.symbol, address, [...outer, ...path], official));
    }
  }
  const near = held.length ? [] : nearest(same[0], table);
  const sure = held.length > 0 && candidates.size === 1 && !rest;
  return { candidates: [...candidates.values()], near, rest, sure };
}

// A text without what readers may leave out: accents, stretched letters, kinds of hyphens.
export function fold(text) {
  return text
    .normalize("NFKC")
    .normalize("NFD")
    .replace(/[\u0640\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff\u0300-\u036f]/g, "")
    .normalize("NFC")
    .replace(/[\u0660-\u0669]/g, (digit) => digit.charCodeAt(0) - 0x660)
    .replace(/[\u06f0-\u06f9]/g, (digit) => digit.charCodeAt(0) - 0x6f0)
    .replace(/[\u2010-\u2015\u2212]/g, "-");
}

function candidate(symbol, address, path, official) {
  const anchor = path.map(([unit, sign]) => (unit ? `${unit}-${sign || 1}` : sign)).join("-");
  return { symbol, address, path, anchor, official };
}

function slug(symbol) {
  return symbol.toLowerCase().replace(/[^a-z0-9]+/g, "-").replace(/^-|-$/g, "");
}

function page(folder, named) {
  return `${folder}/${named}/`;
}

function* spans(numbers) {
  for (const one of numbers.split(",").filter(Boolean)) {
    const [first, last] = one.split("-").map(Number);
    yield [first, last ?? first];
  }
}

function holds(table, folder, named) {
  const held = table.held[folder];
  if (Object.hasOwn(held, named)) return true;
  const match = /[0-9]+(?=[^0-9]*$)/.exec(named);
  if (!match) return false;
  const key = `${named.slice(0, match.index)}#${named.slice(match.index + match[0].length)}`;
  const number = Number(match[0]);
  const numbers = Object.hasOwn(held, key) ? held[key] : "";
  return [...spans(numbers)].some(([first, last]) => first <= number && number <= last);
}

const forms = new Map();
function form(source) {
  if (!forms.has(source)) {
    forms.set(source, new RegExp(`(?<![a-z0-9/])(?:${source})(?![a-z0-9/])`, "giu"));
  }
  return forms.get(source);
}

function symbols(text, table) {
  const found = [];
  const lowered = text.toLowerCase();
  const kinds = table.kinds
    .filter(([, noun]) => new RegExp(noun, "iu").test(text))
    .map(([kind]) => kind);
  const hints = table.bodies.map(({ names }) =>
    Math.max(0, ...names.filter((name) => lowered.includes(name)).map((name) => name.length)),
  );
  table.forms.forEach(([body, kind, source, names, pieces, flags, first], place) => {
    for (const match of text.matchAll(form(source))) {
      const values = {};
      names.forEach((name, at) => {
        const value = match[at + 1];
        values[name] = /^[0-9]+$/.test(value) ? String(Number(value)) : value;
      });
      if (first && Number(values.meeting ?? first) < first) continue;
      const symbol = inFull(pieces, values, table);
      if (symbol === null) continue;
      const pages = pagesOf(symbol, kind, kinds, flags, table);
      const end = match.index + match[0].length;
      const fits = flags.includes("d") || !kinds.length || kinds.includes(kind);
      const score = [
        pages.length ? -1 : 0, -match[0].length, match.index, -hints[body], fits ? -1 : 0, place,
      ];
      found.push({ start: match.index, end, body, flags, symbol, values, pages, score });
    }
  });
  found.sort((one, other) => compared(one.score, other.score));
  if (!found.length || !found[0].score[3]) return found;
  return found.filter((one) => one.score[3] === found[0].score[3]);
}

function compared(one, other) {
  const at = one.findIndex((value, place) => value !== other[place]);
  if (at < 0) return 0;
  return one[at] < other[at] ? -1 : 1;
}

function inFull(pieces, values, table) {
  let symbol = "";
  for (const [literal, named] of pieces) {
    let value = values[named.replace(/\*$/, "")] ?? "";
    if (named.endsWith("*")) {
      const number = /^[0-9]+$/.test(value) ? Number(value) : fromRoman(value);
      if (!number || number > 3999) return null;
      value = roman(number);
    }
    if (Object.hasOwn(table.letters, value)) value = table.letters[value];
    symbol += literal + value.toUpperCase();
  }
  const rest = (values.rest ?? "").toLowerCase();
  return symbol + rest.replace(/[a-z]+/g, (word) => word[0].toUpperCase() + word.slice(1));
}

function pagesOf(symbol, kind, kinds, flags, table) {
  const named = slug(symbol);
  const folder = flags.includes("d") ? "documents" : "decisions";
  const odd = (Object.hasOwn(table.odd, named) ? table.odd[named] : []).filter(([address]) =>
    address.startsWith(folder),
  );
  const own = holds(table, folder, named) ? [[page(folder, named), ""]] : [];
  const pages = [...own, ...odd.filter(([address, part]) => !(own[0]?.[0] === address && !part))];
  if (pages.length > 1 && kinds.length) {
    // A decision and a resolution of one number: the second has its kind before its slug.
    const ofKind = pages.filter(([address]) =>
      kinds.some((one) => address.includes(`/${one}-${named}/`)),
    );
    if (ofKind.length) return ofKind;
    if (kinds.includes(kind) && own.length) return own;
  }
  return pages;
}

// The parts that are named around a symbol, the outermost first, and what is left.
function parts(text, table) {
  const found = [];
  const preamble = new RegExp(table.preamble, "iu").test(text);
  const words = Object.keys(table.numbers)
    .sort((one, other) => other.length - one.length || (one < other ? -1 : 1))
    .join("|");
  const number = `${NUMBER}|[ivxlc]{1,8}(?!${LETTER})|(?:${words})|[a-z](?![a-z0-9.])`;
  const sign = `(?:(?:${number})(?:${ITEM}){0,4}|(?:\\s?\\(\\s?${LETTER}{1,4}\\s?\\)){1,3})`;
  const take = (unit, printed) => {
    const value = signOf(printed, table);
    const beside = unit === "para" && found.at(-1)?.[0] === "para" ? found.at(-1) : null;
    if (!beside) {
      found.push([unit, value]);
    } else if (!(/^[0-9]/.test(beside[1]) && /^[0-9]/.test(value))) {
      // "paragraph 3, subparagraph (a)", "subparagraph (a) of paragraph 3"
      beside[1] = /^[0-9]/.test(value) ? `${value}-${beside[1]}` : `${beside[1]}-${value}`;
    }
  };
  const taken = (source, unit, left) => {
    const pattern = new RegExp(source, "giu");
    for (const match of left.matchAll(pattern)) take(unit, match.slice(1).join(""));
    return left.replace(pattern, " ");
  };
  for (const [unit, after] of table.after) {
    text = taken(`第?\\s?(${sign})\\s?(?:${after})((?:${ITEM}){0,3})`, unit, text);
  }
  for (const [unit, word] of table.units) {
    const maybe = unit === "annex" || unit === "appendix" ? "?" : "";
    const edges = `(?<!${SPACED})(?:${word})(?!${SPACED})`;
    text = taken(`${edges}[\\s.:№\\-]{0,3}(${sign})${maybe}${FURTHER}`, unit, text);
  }
  const cut = text.lastIndexOf("|");
  let behind = text.slice(cut + 1);
  const alone = new RegExp(`^[\\s,;:#]*(${NUMBER}(?:${ITEM}){0,4})`, "iu").exec(behind);
  if (alone && !found.length) {
    take("para", alone[1]);
    behind = behind.slice(alone[0].length);
  }
  const steps = found.map(([unit, value]) => [
    preamble && unit === "para" ? "preamble" : unit,
    value,
  ]);
  steps.sort(([one], [other]) => RANKS[one] - RANKS[other]);
  return [steps, `${text.slice(0, Math.max(cut, 0))} ${behind}`];
}

// A number as anchors have it: 4-a-ii, 2-bis.
function signOf(printed, table) {
  const text = printed.toLowerCase().trim();
  let first = new RegExp(`^(?:${NUMBER})`, "u").exec(text);
  const signs = [];
  if (first) {
    signs.push(...first[0].match(/[0-9]+|[a-z]+/g));
  } else if (!text.startsWith("(")) {
    first = new RegExp(`^${LETTER}+(?: ${LETTER}+)?`, "u").exec(text);
    const word = first?.[0] ?? "";
    const known = table.numbers[word] ?? table.numbers[word.split(" ")[0]];
    const value = /^[clm]$/.test(word) ? null : fromRoman(word);
    signs.push(known ?? (value ? String(value) : (table.letters[word] ?? word)));
  }
  const items = text.slice(first?.[0].length ?? 0);
  for (const item of items.match(new RegExp(`${LETTER}+|[0-9]+`, "gu")) ?? []) {
    if (/^[a-z][ivx]+$/.test(item) && fromRoman(item) === null) {
      signs.push(item[0], item.slice(1));
    } else if (Object.hasOwn(table.letters, item)) {
      signs.push(table.letters[item]);
    } else {
      const value = Object.hasOwn(table.numbers, item) ? table.numbers[item] : "";
      signs.push(value ? roman(Number(value)) : item);
    }
  }
  return signs.filter(Boolean).join("-");
}

function leftOver(text, table) {
  for (const [, noun] of table.kinds) {
    text = text.replace(new RegExp(`(?<!${SPACED})(?:${noun})(?!${SPACED})`, "giu"), " ");
  }
  text = text.toLowerCase();
  const names = [...new Set(table.bodies.flatMap((body) => body.names))];
  names.sort((one, other) => other.length - one.length || (one < other ? -1 : 1));
  for (const name of names) text = text.replaceAll(name, " ");
  const words = text.match(new RegExp(`${SPACED}+|${LETTER}|[0-9]+`, "gu")) ?? [];
  return words.filter((word) => !table.fillers.includes(word)).join(" ");
}

function officialAddress(found, table) {
  const body = table.bodies[found.body];
  const source = found.flags.includes("d") ? body.document_address : body.address;
  const quoted = found.symbol
    .split("/")
    .map((piece) => encodeURIComponent(piece).replace(/[!*']/g, percent))
    .join("/");
  const values = { ...found.values, symbol: quoted, language: "en" };
  let known = Boolean(source);
  const made = source.replace(/\{([a-z_]+)(?::[a-z]+)?\}/g, (_, name) => {
    known = known && Boolean(values[name]);
    return values[name];
  });
  return known ? made : "";
}

function percent(sign) {
  return `%${sign.charCodeAt(0).toString(16).toUpperCase()}`;
}

// Symbols that are written almost like an unknown one, and where they are.
function nearest(found, table) {
  const wanted = slug(found.symbol);
  const folder = found.flags.includes("d") ? "documents" : "decisions";
  const near = [];
  for (const one of allHeld(table.held[folder])) {
    if (Math.abs(one.length - wanted.length) > NEAR) continue;
    const distance = edits(wanted, one);
    if (distance <= NEAR) near.push([distance, Math.abs(last(one) - last(wanted)), one]);
  }
  near.sort(compared);
  return near
    .filter(([distance]) => distance === near[0][0])
    .slice(0, SHOWN)
    .map(([, , one]) => {
      const alone = { ...table, held: { decisions: {}, documents: {}, [folder]: { [one]: "" } } };
      const whole = symbols(one, { ...alone, odd: {} }).find(
        (form) => form.pages.length && form.end - form.start === one.length,
      );
      return { symbol: whole?.symbol ?? one, address: page(folder, one) };
    });
}

function* allHeld(held) {
  for (const [key, numbers] of Object.entries(held)) {
    if (!key.includes("#")) yield key;
    for (const [first, last_] of spans(numbers)) {
      for (let number = first; number <= last_; number += 1) yield key.replace("#", number);
    }
  }
}

function last(named) {
  return Number(named.match(/[0-9]+/g)?.at(-1) ?? 0);
}

// How many signs differ, are missing or surplus; two that changed places count as one.
function edits(one, other) {
  let earlier = null;
  let before = null;
  let row = Array.from({ length: other.length + 1 }, (_, at) => at);
  for (let place = 1; place <= one.length; place += 1) {
    [earlier, before, row] = [before, row, [place]];
    for (let at = 1; at <= other.length; at += 1) {
      const same = one[place - 1] === other[at - 1];
      let cost = Math.min(row[at - 1] + 1, before[at] + 1, before[at - 1] + (same ? 0 : 1));
      const turned = one[place - 1] === other[at - 2] && one[place - 2] === other[at - 1];
      if (earlier && at > 1 && turned) cost = Math.min(cost, earlier[at - 2] + 1);
      row.push(cost);
    }
  }
  return row[other.length];
}

export function roman(number) {
  let result = "";
  for (const [value, numeral] of ROMAN) {
    result += numeral.repeat(Math.floor(number / value));
    number %= value;
  }
  return result;
}

export function fromRoman(numeral) {
  const folded = numeral.toLowerCase();
  if (!/^[ivxlcdm]{1,15}$/.test(folded)) return null;
  let value = 0;
  let rest = folded;
  for (const [worth, letter] of ROMAN) {
    while (rest.startsWith(letter)) {
      value += worth;
      rest = rest.slice(letter.length);
    }
  }
  return !rest && roman(value) === folded ? value : null;
}
