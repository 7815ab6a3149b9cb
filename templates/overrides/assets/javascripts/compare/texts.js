// The texts that can be compared: their names for the choosers, and one of them in full.

// A text that cannot be shown; `reason` is "unknown", "unheld" or "unreachable".
export class NoText extends Error {
  constructor(reason, name) {
    super(`${reason}: ${name}`);
    this.reason = reason;
    this.name = name;
  }
}

// The address of a text's page from the site's root, "" for a name that cannot be one.
export function addressOf(name) {
  if (/^[a-z0-9-]+$/.test(name)) return `decisions/${name}/`;
  return /^documents\/[a-z0-9-]+$/.test(name) ? `${name}/` : "";
}

// All versions of a text, by its name in the page's address. One that was renamed is followed.
export async function textOf(name, root, followed = false) {
  const address = addressOf(name);
  if (!address) throw new NoText("unknown", name);
  const slug = address.split("/")[1];
  const answer = await fetched(`${root}${address}${slug}.json`, name);
  if (answer.ok) {
    const value = await answer.json();
    const versions = value.decisions ?? value.documents;
    const held = versions.filter((version) => version.paragraphs.length);
    if (!held.length) throw new NoText("unheld", versions[0].symbol ?? versions[0].title ?? slug);
    return { name, address, versions: held };
  }
  const page = followed ? null : await fetched(`${root}${address}`, name);
  const moved = page?.ok && (await page.text()).match(/<link rel="canonical" href="([^"]+)"/);
  const now = moved && new URL(moved[1], page.url).pathname.match(/(decisions|documents)\/([^/]+)\/$/);
  if (!now || now[2] === slug) throw new NoText("unknown", name);
  return textOf(now[1] === "decisions" ? now[2] : `${now[1]}/${now[2]}`, root, true);
}

async function fetched(address, name) {
  let answer;
  try {
    answer = await fetch(address);
  } catch {
    throw new NoText("unreachable", name);
  }
  if (!answer.ok && answer.status !== 404) throw new NoText("unreachable", name);
  return answer;
}

// The lists of names: fetched once, when a reader first turns to a chooser, and searched as they
// come. Symbols are found however they are written: "mc 5 19" finds MC-5/19.
export class Names {
  constructor(count) {
    this.count = count;
    this.rows = [];
    this.loading = null;
  }

  load(onMore) {
    this.loading ??= Promise.all(
      Array.from({ length: this.count }, async (_, at) => {
        const answer = await fetch(`texts-${at + 1}.json`);
        if (!answer.ok) throw new NoText("unreachable", "");
        const rows = await answer.json();
        for (const [name, symbol, title] of rows) {
          const folded = fold(`${symbol} ${title}`);
          this.rows.push({ name, symbol, title, folded, short: fold(symbol) });
        }
        onMore();
      }),
    ).catch((error) => {
      this.loading = null;
      throw error;
    });
    return this.loading;
  }

  // The first texts that have all the words, those first whose symbol begins with them.
  found(words, most) {
    const wanted = fold(words);
    const each = wanted.split(" ").filter(Boolean);
    const ranked = [];
    for (const row of this.rows) {
      if (!each.every((word) => row.folded.includes(word))) continue;
      const begins = row.short.startsWith(wanted) || row.short.endsWith(wanted);
      ranked.push([row.short === wanted ? 0 : begins ? 1 : 2, row]);
    }
    ranked.sort((a, b) => a[0] - b[0]);
    return { total: ranked.length, rows: ranked.slice(0, most).map((one) => one[1]) };
  }
}

function fold(words) {
  return words
    .normalize("NFKD")
    .replace(/\p{M}/gu, "")
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, " ")
    .trim();
}
