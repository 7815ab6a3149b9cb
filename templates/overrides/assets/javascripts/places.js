// Where the parts that a citation names stand on a text's page: the rules of Places in
// src/acquis/citation/locate.py, read from the page instead of the data.

import { fromRoman } from "./cite.js";

// The anchors to which a path leads, best first. `exact` is whether the first is what was named;
// otherwise it is what stands around it, or several are the same part of different divisions.
export function places(path, page) {
  const ids = new Set([...page.querySelectorAll("main [id]")].map((element) => element.id));
  if (path.length === 1 && !path[0][0]) {
    return ids.has(path[0][1]) ? { anchors: [path[0][1]], exact: true } : none();
  }
  let prefix = "";
  let anchor = "";
  let section = null;
  let exact = true;
  for (const [unit, sign] of path) {
    if (unit === "annex" || unit === "appendix") {
      anchor = `${prefix}annex-${sign || 1}`;
      if (!ids.has(anchor)) return none();
      prefix = `${anchor}-`;
    } else if (unit === "part" && ids.has(`${prefix}part-${sign}`)) {
      anchor = `${prefix}part-${sign}`;
      prefix = `${anchor}-`;
    } else if (unit === "part" || unit === "section" || unit === "chapter") {
      const heading = headingOf(page, prefix, sign, section);
      if (!heading) return none();
      anchor = heading.id;
      section = below(page, heading);
    } else {
      const found = inSection(section, unit, sign) || nearest(ids, prefix, unit, sign);
      if (!found) {
        const others = path.length === 1 ? elsewhere(ids, unit, sign) : [];
        return { anchors: others, exact: others.length === 1 };
      }
      anchor = found;
      exact = exact && found.endsWith(`${unit}-${sign || 1}`);
    }
  }
  return { anchors: [anchor], exact };
}

function none() {
  return { anchors: [], exact: false };
}

// A part, or the innermost one around it that there is.
function nearest(ids, prefix, unit, sign) {
  let rest = sign || "1";
  while (rest) {
    if (ids.has(`${prefix}${unit}-${rest}`)) return `${prefix}${unit}-${rest}`;
    rest = rest.slice(0, Math.max(rest.lastIndexOf("-"), 0));
  }
  return "";
}

// The same number in parts and sections of the main text, where numbers start anew.
function elsewhere(ids, unit, sign) {
  const pattern = new RegExp(`^(?:(?:part|section)-[a-z0-9-]+-)${unit}-${sign || 1}$`);
  return [...ids].filter((id) => pattern.test(id));
}

// The heading with a number: in the section that was named before, else in the division.
function headingOf(page, prefix, sign, section) {
  const all = section ?? page.querySelectorAll("main [id]");
  return [...all].find((element) => {
    if (!/^h[1-6]$/i.test(element.localName) || !element.id.includes("heading-")) return false;
    const own = element.id.slice(0, element.id.lastIndexOf("heading-"));
    const number = element.querySelector(".number")?.textContent ?? "";
    return own.startsWith(prefix) && number && plainNumber(number) === sign;
  });
}

// What stands below a heading, up to the next one of its level.
function below(page, heading) {
  const all = [...page.querySelectorAll("main [id]")];
  const behind = all.slice(all.indexOf(heading) + 1);
  const end = behind.findIndex(
    (element) => /^h[1-6]$/i.test(element.localName) && element.localName <= heading.localName,
  );
  return end < 0 ? behind : behind.slice(0, end);
}

function inSection(section, unit, sign) {
  const ending = `${unit}-${sign || 1}`;
  const found = section?.find(({ id }) => id === ending || id.endsWith(`-${ending}`));
  return found?.id ?? "";
}

function plainNumber(number) {
  const plain = number.replace(/^[ .()]+|[ .()]+$/g, "").toLowerCase();
  const value = plain.length > 1 || /^[ivx]$/.test(plain) ? fromRoman(plain) : null;
  return value ? String(value) : plain.replace(/[^a-z0-9]+/g, "-").replace(/^-|-$/g, "");
}
