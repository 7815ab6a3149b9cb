// How two wordings of one provision differ, word by word: the twin of src/acquis/align/words.py.
// The steps and the ties are the same ones, and a test demands the same pieces.

const LARGEST = 400_000;
const IDEOGRAPHS = "\\u3400-\\u4dbf\\u4e00-\\u9fff\\uf900-\\ufaff";
const LETTERS = `(?:(?![${IDEOGRAPHS}])[\\p{L}\\p{N}]|[\\u0300-\\u036f\\u0640\\u064b-\\u065f\\u0670])`;
const TOKEN = new RegExp(
  `\\[\\^[^\\s\\[\\]\\\\^]{1,20}\\]|[${IDEOGRAPHS}]` +
    `|${LETTERS}+(?:[-\\u2010\\u2011’'.,/]${LETTERS}+)*|.`,
  "gsu",
);
const SPACE = /^\s+$/u;

// Words, punctuation, spaces and footnote marks in order.
export function tokens(words) {
  return words.match(TOKEN) ?? [];
}

// Characters, of which some are two units of a string.
export function length(words) {
  return /[\ud800-\udfff]/.test(words) ? [...words].length : words.length;
}

// The pieces of two wordings, each ["same" | "gone" | "new", words].
export function differences(one, other) {
  if (one === other) return one ? [["same", one]] : [];
  return clean(pieces(tokens(one), tokens(other)));
}

function pieces(one, other) {
  const found = [];
  let startOne = 0;
  let startOther = 0;
  for (const [left, right] of [...common(one, other), [one.length, other.length]]) {
    if (startOne < left) found.push(["gone", one.slice(startOne, left).join("")]);
    if (startOther < right) found.push(["new", other.slice(startOther, right).join("")]);
    if (left < one.length) found.push(["same", one[left]]);
    startOne = left + 1;
    startOther = right + 1;
  }
  return found;
}

function common(one, other) {
  const found = [];
  const waiting = [[0, one.length, 0, other.length]];
  while (waiting.length) {
    let [low, high, first, last] = waiting.pop();
    while (low < high && first < last && one[low] === other[first]) found.push([low++, first++]);
    while (low < high && first < last && one[high - 1] === other[last - 1]) {
      found.push([--high, --last]);
    }
    if (low === high || first === last) continue;
    const here = one.slice(low, high);
    const there = other.slice(first, last);
    const shared = once(here, there).map(([left, right]) => [low + left, first + right]);
    if (shared.length) {
      found.push(...shared);
      const edges = [[low - 1, first - 1], ...shared, [high, last]];
      for (let at = 1; at < edges.length; at += 1) {
        waiting.push([edges[at - 1][0] + 1, edges[at][0], edges[at - 1][1] + 1, edges[at][1]]);
      }
    } else if ((high - low) * (last - first) <= LARGEST) {
      for (const [left, right] of longest(here, there)) found.push([low + left, first + right]);
    }
  }
  return found.sort((a, b) => a[0] - b[0] || a[1] - b[1]);
}

export function counted(row) {
  const counts = new Map();
  for (const one of row) counts.set(one, (counts.get(one) ?? 0) + 1);
  return counts;
}

// The words that each row has once and both share: the longest row of them in order.
function once(one, other) {
  const ofOne = counted(one);
  const ofOther = counted(other);
  const places = new Map();
  other.forEach((token, place) => ofOther.get(token) === 1 && places.set(token, place));
  const pairs = [];
  one.forEach((token, place) => {
    if (ofOne.get(token) === 1 && places.has(token) && !SPACE.test(token)) {
      pairs.push([place, places.get(token)]);
    }
  });
  return increasing(pairs);
}

// Of pairs that rise in their first members the longest row that rises in the second too.
export function increasing(pairs) {
  const ends = [];
  const last = [];
  const before = [];
  pairs.forEach(([, right], place) => {
    let low = 0;
    let high = ends.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (ends[middle] < right) low = middle + 1;
      else high = middle;
    }
    before.push(low ? last[low - 1] : -1);
    ends[low] = right;
    last[low] = place;
  });
  const found = [];
  for (let place = last.at(-1) ?? -1; place >= 0; place = before[place]) found.push(pairs[place]);
  return found.reverse();
}

// The longest common row of two short rows; of equally long ones the earliest in `one`.
function longest(one, other) {
  const width = other.length + 1;
  const best = new Uint32Array((one.length + 1) * width);
  for (let row = one.length - 1; row >= 0; row -= 1) {
    for (let column = other.length - 1; column >= 0; column -= 1) {
      const at = row * width + column;
      best[at] =
        one[row] === other[column]
          ? best[at + width + 1] + 1
          : Math.max(best[at + width], best[at + 1]);
    }
  }
  const found = [];
  let row = 0;
  let column = 0;
  while (row < one.length && column < other.length) {
    const at = row * width + column;
    if (one[row] === other[column]) found.push([row++, column++]);
    else if (best[at + 1] >= best[at + width]) column += 1;
    else row += 1;
  }
  return found;
}

// The pieces joined, what is gone before what is new, short common ones between them given up.
function clean(found) {
  const all = spans(found);
  let place = 1;
  while (place < all.length - 1) {
    const [before, [same], after] = all.slice(place - 1, place + 2);
    const short = [before, after].every(
      ([, gone, fresh]) => length(same) <= Math.max(length(gone), length(fresh)),
    );
    if (same && short) {
      all.splice(place - 1, 3, ["", before[1] + same + after[1], before[2] + same + after[2]]);
      place = Math.max(1, place - 2);
    } else {
      place += 1;
    }
  }
  const kinds = ["same", "gone", "new"];
  return all.flatMap((span) => span.map((words, at) => [kinds[at], words])).filter((p) => p[1]);
}

// What is the same, or what is gone and what is new, in turn.
function spans(found) {
  const all = [];
  for (const [kind, words] of found) {
    let span = all.at(-1);
    if (!span || (kind === "same") !== Boolean(span[0])) all.push((span = ["", "", ""]));
    span[["same", "gone", "new"].indexOf(kind)] += words;
  }
  return all;
}
