// The files of an index: fetched once, unpacked, and read as docs/reference/search.md describes.

export class Unreachable extends Error {}
export class Outdated extends Error {}

const decoder = new TextDecoder();

export class Files {
  // `given` holds the bytes of index.bin, where they are at hand.
  constructor(base, given = null) {
    this.base = base;
    this.given = given;
    this.read = new Map();
  }

  // The head of the index: what it holds, and the folder of all its other files.
  head() {
    return this.once("head", async () => {
      const bytes = this.given ? await unpack(new Blob([this.given]).stream()) : await unpacked(`${this.base}index.bin`, "no-cache");
      this.given = null;
      const first = bytes.indexOf(10);
      const second = bytes.indexOf(10, first + 1);
      const { folder } = JSON.parse(decoder.decode(bytes.subarray(0, first)));
      const head = JSON.parse(decoder.decode(bytes.subarray(first + 1, second)));
      head.parts = bytes.subarray(second + 1);
      head.starts = summed(head.starts);
      head.texts = summed(head.texts);
      head.textOf = spread(head.starts, head.passages);
      this.folder = `${this.base}${folder}/`;
      return head;
    });
  }

  // Forget everything: the site was published anew.
  renew() {
    this.read.clear();
  }

  bytes(path) {
    return this.once(path, () => unpacked(`${this.folder}${path}.bin`));
  }

  json(path) {
    return this.once(`json ${path}`, async () => JSON.parse(decoder.decode(await this.bytes(path))));
  }

  // What was asked for once is kept; what failed is asked for again.
  once(name, make) {
    if (!this.read.has(name)) {
      const made = make();
      this.read.set(name, made);
      made.catch(() => this.read.delete(name));
    }
    return this.read.get(name);
  }

  // A shard of the dictionary: rows of form, shard of its postings, count, function word.
  forms(shard) {
    return this.once(`forms ${shard}`, async () => {
      const from = new Numbers(await this.bytes(`d/${shard}`));
      const rows = [];
      let form = "";
      let group = 0;
      while (!from.ended) {
        form = form.slice(0, from.next()) + from.words();
        const step = from.next();
        group += step & 1 ? -(step + 1) / 2 : step / 2;
        const count = from.next();
        rows.push({ form, shard: group, count: count >> 1, idle: Boolean(count & 1) });
      }
      return rows;
    });
  }

  // The forms of one word with their postings: of the groups in a shard that which has the form.
  async group({ shard, form }) {
    return (await this.groups(shard)).find((forms) => forms.some((one) => one.form === form));
  }

  groups(shard) {
    return this.once(`groups ${shard}`, async () => {
      const from = new Numbers(await this.bytes(`p/${shard}`));
      const groups = [];
      while (!from.ended) groups.push(Array.from({ length: from.next() }, () => formFrom(from)));
      return groups;
    });
  }

  // See that the positions of a form are at hand.
  async place(form) {
    if (form.positions === null) form.positions = await this.bytes(`q/${form.apart}`);
  }

  // The choices of a facet of passages: id, name, and the passages that each keeps.
  choices(facet) {
    return this.once(`choices ${facet}`, async () => {
      const [head, bytes] = await Promise.all([this.head(), this.bytes(`f/${facet}`)]);
      const from = new Numbers(bytes);
      const choices = [];
      for (let left = from.next(); left > 0; left -= 1) {
        const id = from.words();
        choices.push({ id, name: from.words() || id, passages: new Uint32Array(from.next()), held: 0 });
      }
      const take = (place, passage) => {
        choices[place].passages[choices[place].held++] = passage;
      };
      for (let passage = 0; passage < head.passages; passage += 1) {
        const part = head.parts[passage];
        if (part !== 1 && part !== 2) continue; // preamble and operative part, no headings
        const place = from.next();
        if (place) take(place - 1, passage);
      }
      const further = Array.from({ length: from.next() }, () => 0);
      for (let place = 0, last = 0; place < further.length; place += 1) further[place] = last += from.next();
      for (const passage of further) take(from.next(), passage);
      return choices;
    });
  }
}

// The postings of one form, decoded when they are asked for.
export class Form {
  constructor(form, count, passages, positions, apart) {
    Object.assign(this, { form, count, packed: passages, positions, apart, decoded: null, at: null });
  }

  // Passages in rising order, how often the form stands in each, and the class of its length.
  get postings() {
    if (this.decoded) return this.decoded;
    const from = new Numbers(this.packed);
    const passages = new Uint32Array(this.count);
    const times = new Uint16Array(this.count);
    const lengths = new Uint8Array(this.count);
    for (let place = 0, last = 0; place < this.count; place += 1) {
      passages[place] = last += from.next();
      const value = from.next();
      times[place] = (value >> 3) + 1;
      lengths[place] = value & 7;
    }
    this.decoded = { passages, times, lengths };
    return this.decoded;
  }

  // The positions of the form in a passage, given by its place among the postings.
  positionsIn(place) {
    if (!this.at) {
      const { times } = this.postings;
      const from = new Numbers(this.positions);
      this.at = new Uint32Array(this.count + 1);
      let total = 0;
      for (let index = 0; index < this.count; index += 1) total += times[index];
      this.all = new Uint32Array(total);
      for (let index = 0, next = 0; index < this.count; index += 1) {
        this.at[index] = next;
        for (let time = 0, last = 0; time < times[index]; time += 1) this.all[next++] = last += from.next();
      }
      this.at[this.count] = total;
    }
    return this.all.subarray(this.at[place], this.at[place + 1]);
  }

  // The place of a passage among the postings, -1 where the form does not stand in it.
  find(passage) {
    const { passages } = this.postings;
    let low = 0;
    let high = passages.length - 1;
    while (low <= high) {
      const middle = (low + high) >> 1;
      if (passages[middle] === passage) return middle;
      if (passages[middle] < passage) low = middle + 1;
      else high = middle - 1;
    }
    return -1;
  }
}

function formFrom(from) {
  const form = from.words();
  const count = from.next();
  const passages = from.slice(from.next());
  const size = from.next();
  const apart = size & 1 ? size >> 1 : null;
  return new Form(form, count, passages, apart === null ? from.slice(size >> 1) : null, apart);
}

class Numbers {
  constructor(bytes, at = 0) {
    this.bytes = bytes;
    this.at = at;
  }

  get ended() {
    return this.at >= this.bytes.length;
  }

  next() {
    let value = 0;
    let shift = 0;
    let byte;
    do {
      byte = this.bytes[this.at++];
      value += (byte & 0x7f) * 2 ** shift;
      shift += 7;
    } while (byte & 0x80);
    return value;
  }

  slice(size) {
    this.at += size;
    return this.bytes.subarray(this.at - size, this.at);
  }

  words() {
    return decoder.decode(this.slice(this.next()));
  }
}

// For each passage the place of its text.
function spread(starts, passages) {
  const places = new Uint32Array(passages);
  starts.forEach((start, text) => places.fill(text, start, starts[text + 1] ?? passages));
  return places;
}

function summed(gaps) {
  const sums = new Uint32Array(gaps.length);
  for (let place = 0, last = 0; place < gaps.length; place += 1) sums[place] = last += gaps[place];
  return sums;
}

// Fetches a file and unpacks it. Raises Outdated where it is no longer there.
async function unpacked(address, cache = "default") {
  let answer;
  try {
    answer = await fetch(address, { cache });
  } catch (error) {
    throw new Unreachable(error.message);
  }
  if (answer.status === 404) throw new Outdated(address);
  if (!answer.ok) throw new Unreachable(`${answer.status}`);
  try {
    return await unpack(answer.body);
  } catch (error) {
    throw new Unreachable(error.message);
  }
}

async function unpack(stream) {
  const plain = stream.pipeThrough(new DecompressionStream("gzip"));
  return new Uint8Array(await new Response(plain).arrayBuffer());
}

// The last place in a rising row whose value is not above another.
export function below(row, value) {
  let low = 0;
  let high = row.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if (row[middle] <= value) low = middle;
    else high = middle - 1;
  }
  return low;
}
