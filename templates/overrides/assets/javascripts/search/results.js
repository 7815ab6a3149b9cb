// Results as elements: an excerpt with its marks, the link to the passage, the number on the way.

const ROOM = 420; // characters of an excerpt

// The piece of a text that shows its marks, cut between words; `room` is how much may be shown.
export function excerpt(text, marks, room = ROOM) {
  if (text.length <= room) return { text, marks, before: false, after: false };
  const first = densest(marks, room);
  let start = Math.max(0, first - Math.floor(room / 5));
  let end = Math.min(text.length, start + room);
  start = Math.max(0, Math.min(start, end - room));
  if (start > 0) start = between(text, start, 1);
  if (end < text.length) end = between(text, end, -1);
  return {
    text: text.slice(start, end),
    marks: marks.filter(([from, to]) => from >= start && to <= end).map(([from, to]) => [from - start, to - start]),
    before: start > 0,
    after: end < text.length,
  };
}

// Where the stretch with most marks begins.
function densest(marks, room) {
  let best = [0, marks[0]?.[0] ?? 0];
  marks.forEach(([start], place) => {
    const count = marks.slice(place).filter(([, end]) => end <= start + room * 0.7).length;
    if (count > best[0]) best = [count, start];
  });
  return best[1];
}

// The nearest border of words; where words are not set apart, the place itself.
function between(text, place, step) {
  for (let at = place; Math.abs(at - place) < 24 && at > 0 && at < text.length; at += step) {
    if (/\s/.test(text[at])) return step > 0 ? at + 1 : at;
  }
  return place;
}

// A text with its marks, as nodes.
export function marked({ text, marks, before, after }) {
  const nodes = before ? ["… "] : [];
  let end = 0;
  for (const [from, to] of marks) {
    const mark = document.createElement("mark");
    mark.textContent = text.slice(from, to);
    nodes.push(text.slice(end, from), mark);
    end = to;
  }
  nodes.push(text.slice(end));
  if (after) nodes.push(" …");
  return nodes;
}

// The address of a passage, and the forms that are to be marked there.
export function addressOf(root, { address, anchor }) {
  return `${root}${address}${anchor ? `#${anchor}` : ""}`;
}

// On the way to the passage its words are told, to be marked there; the link itself stays plain.
export function carryMarks(link, forms) {
  if (!forms.length) return;
  const plain = link.getAttribute("href");
  const carry = () => {
    const [path, hash] = plain.split("#");
    link.href = `${path}?mark=${forms.map(encodeURIComponent).join("+")}${hash ? `#${hash}` : ""}`;
  };
  link.addEventListener("pointerdown", carry);
  link.addEventListener("click", carry);
  link.addEventListener("pointerout", () => link.setAttribute("href", plain));
}

export function element(name, options = {}, ...children) {
  const made = document.createElement(name);
  for (const [key, value] of Object.entries(options)) {
    if (value === false || value === null || value === undefined) continue;
    if (key === "text") made.textContent = value;
    else made.setAttribute(key, value === true ? "" : value);
  }
  made.append(...children);
  return made;
}

// What a passage is called beside its text's symbol.
export function calledOf(result, words) {
  if (result.part === 4) return words.footnote.replace("{}", result.number);
  if (result.number) return result.number;
  return result.part === 1 ? words.preamble : "";
}

// "{} paragraphs found" in the form that a number takes in a language.
export function counted(forms, number, language) {
  const rules = new Intl.PluralRules(language);
  const category = rules.select(number);
  const like = Object.keys(forms).find((one) => rules.select(Number(one)) === category) ?? "100";
  return forms[like].replace("{}", new Intl.NumberFormat(language).format(number));
}

export function directionOf(language) {
  return /^(ar|fa|he|ur)\b/.test(language) ? "rtl" : "ltr";
}

// The passages that a query names as a symbol. What reads symbols is loaded for a query with a digit.
export async function symbolsIn(query, table, root) {
  if (!/\p{Nd}/u.test(query)) return [];
  try {
    const { named } = await import("./symbols.js");
    return await named(query, table, root);
  } catch {
    return []; // what was found by words stands all the same
  }
}
