// What of one row answers to what of another, in order: the twin of src/acquis/align/rows.py.

const LONGEST = 120;

// Pairs [left, right] of what stands in two rows, null for no counterpart.
export function align(one, other, likeness) {
  const pairs = [];
  let startOne = 0;
  let startOther = 0;
  while (startOne < one.length || startOther < other.length) {
    const piece = one.slice(startOne, startOne + LONGEST);
    const counterpart = other.slice(startOther, startOther + LONGEST);
    let found = aligned(piece, counterpart, likeness);
    const more =
      one.length > startOne + piece.length || other.length > startOther + counterpart.length;
    if (more) found = found.slice(0, LONGEST / 2);
    pairs.push(...found);
    for (const [left, right] of found) {
      if (left !== null) startOne += 1;
      if (right !== null) startOther += 1;
    }
  }
  return pairs;
}

function aligned(one, other, likeness) {
  const worth = one.map((left) => other.map((right) => likeness(left, right)));
  const best = Array.from({ length: one.length + 1 }, () => new Float64Array(other.length + 1));
  for (let row = one.length - 1; row >= 0; row -= 1) {
    for (let column = other.length - 1; column >= 0; column -= 1) {
      const paired = worth[row][column];
      const together = paired > 0 ? best[row + 1][column + 1] + paired : 0;
      best[row][column] = Math.max(together, best[row + 1][column], best[row][column + 1]);
    }
  }
  const pairs = [];
  let row = 0;
  let column = 0;
  while (row < one.length && column < other.length) {
    const paired = worth[row][column];
    if (paired > 0 && best[row][column] === best[row + 1][column + 1] + paired) {
      pairs.push([one[row++], other[column++]]);
    } else if (best[row][column] === best[row + 1][column]) {
      pairs.push([one[row++], null]);
    } else {
      pairs.push([null, other[column++]]);
    }
  }
  for (; row < one.length; row += 1) pairs.push([one[row], null]);
  for (; column < other.length; column += 1) pairs.push([null, other[column]]);
  return pairs;
}
