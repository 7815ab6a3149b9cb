// What can be done with a unit of a text: its link, its citation, its words.

import { stand } from "./stand.js";

export function offerUnits() {
  const text = document.querySelector("[data-citation]");
  if (!text) return;
  const words = JSON.parse(document.getElementById("unit-words").textContent);
  const forms = JSON.parse(text.dataset.forms);
  let menu = null;
  let opener = null;

  const close = (back) => {
    menu?.remove();
    opener?.removeAttribute("aria-expanded");
    if (back) opener?.focus({ preventScroll: true });
    menu = opener = null;
  };

  const open = (link, byKeyboard) => {
    close(false);
    const unit = document.getElementById(decodeURIComponent(link.hash.slice(1)));
    if (!unit) return;
    opener = link;
    opener.setAttribute("aria-expanded", "true");
    const citation = cite(unit, text, forms);
    menu = document.createElement("div");
    menu.className = "unit-menu";
    menu.setAttribute("role", "group");
    menu.setAttribute("aria-label", citation);
    const name = document.createElement("p");
    name.textContent = citation;
    const said = document.createElement("p");
    said.setAttribute("role", "status");
    const button = (label, value) => {
      const made = document.createElement("button");
      made.type = "button";
      made.textContent = label;
      made.addEventListener("click", async () => {
        const done = await copy(value());
        said.textContent = done ? words.copied : words.failed;
      });
      return made;
    };
    menu.append(
      name,
      button(words.citation, () => citation),
      button(words.link, () => link.href),
      button(words.text, () => wordsOf(unit)),
      said,
    );
    menu.addEventListener("keydown", (event) => {
      if (event.key !== "Tab") return;
      const buttons = [...menu.querySelectorAll("button")];
      const last = event.shiftKey ? buttons[0] : buttons.at(-1);
      if (document.activeElement !== last) return;
      // Beyond its ends the text goes on where it was left.
      if (event.shiftKey) event.preventDefault();
      close(true);
    });
    text.closest("main").append(menu);
    stand(menu, link);
    if (byKeyboard) menu.querySelector("button").focus({ preventScroll: true });
  };

  // The number of a footnote leads back to its mark, so that the link to itself stands behind it.
  for (const note of text.querySelectorAll(".footnote[id]")) {
    const link = document.createElement("a");
    link.className = "self";
    link.href = `#${note.id}`;
    const label = note.querySelector(".number").textContent.trim();
    link.setAttribute("aria-label", words.note.replace("{label}", label));
    note.querySelector(":scope > p").append(link);
  }
  for (const link of text.querySelectorAll("a.number[href^='#'], a.self")) {
    if (link.getAttribute("role") === "doc-backlink") continue;
    link.addEventListener("click", (event) => {
      if (event.metaKey || event.ctrlKey || event.shiftKey) return;
      // `detail` is 0 when a key, not a pointer, made the click. The address changes as without us.
      const byKeyboard = event.detail === 0;
      setTimeout(() => open(link, byKeyboard));
    });
  }
  document.addEventListener("keydown", (event) => {
    if (event.key === "Escape" && menu) close(true);
  });
  document.addEventListener("pointerdown", (event) => {
    if (menu && !menu.contains(event.target) && event.target !== opener) close(false);
  });
  document.addEventListener("focusin", (event) => {
    if (menu && !menu.contains(event.target) && event.target !== opener) close(false);
  });
}

// "decision MC-5/19, annex II, para. 4 (a)": from the numbers that are printed around the unit.
export function cite(unit, text, forms) {
  const parts = around(unit, text);
  if (unit.matches(".footnote")) {
    parts.push(forms.footnote.replace("{}", unit.querySelector(".number").textContent.trim()));
  } else if (unit.matches("h2, h3, h4, h5, h6") && !unit.parentElement.matches(".annex, .part")) {
    const number = numberOf(unit);
    const numbers = [...sectionsAbove(unit), number].join(".");
    parts.push(number ? forms.heading.replace("{}", numbers) : `“${wordsOf(unit)}”`);
  } else if (!unit.matches(".annex, .part")) {
    const numbers = [];
    let place = unit;
    for (; place && place !== text; place = place.parentElement.closest("div.unit")) {
      const number = place.querySelector(":scope > p > .number")?.textContent.trim();
      numbers.unshift(number ? number.replace(/\.$/, "") : "");
      if (!place.parentElement.closest("div.unit")) break;
    }
    if (place?.closest(".preamble") && !numbers[0]) {
      const match = unit.id.match(/preamble-(\d+)/);
      numbers[0] = match ? match[1] : "";
    }
    const restarted = /(^|-)section-\d+-/.test(unit.id) ? sectionsAbove(place) : [];
    if (restarted.length) parts.push(forms.heading.replace("{}", restarted.join(".")));
    const sole = unit.id.endsWith("para-1") && !numbers[0] ? "1" : numbers[0];
    const number = [sole, ...numbers.slice(1)].filter(Boolean).join(" ");
    const form = place?.closest(".preamble") ? forms.preamble : forms.operative;
    if (number) parts.push(form.replace("{}", number));
  }
  return parts.join(", ");
}

// The text, with the parts and annexes around the unit: "resolution 13 (X) B", "annex I".
function around(unit, text) {
  const found = [];
  let name = text.dataset.citation;
  for (let place = unit.closest(".annex, .part"); place && text.contains(place); ) {
    const label = place.querySelector(":scope > :is(h2, h3, h4, h5, h6) > .number")?.textContent.trim();
    if (label && place.matches(".part")) name += ` ${label}`;
    else if (label) found.unshift(label.charAt(0).toLowerCase() + label.slice(1));
    place = place.parentElement.closest(".annex, .part");
  }
  return [name, ...found];
}

function numberOf(heading) {
  return heading.querySelector(".number").textContent.trim().replace(/\.$/, "");
}

// The numbers of the headings under which a heading or a paragraph stands, the outermost first.
function sectionsAbove(unit) {
  const found = [];
  let level = unit.matches("h2, h3, h4, h5, h6") ? Number(unit.localName[1]) : 7;
  let place = unit.closest(".preamble") ?? unit;
  while ((place = place.previousElementSibling)) {
    if (!place.matches("h2, h3, h4, h5, h6") || Number(place.localName[1]) >= level) continue;
    level = Number(place.localName[1]);
    found.unshift(numberOf(place));
  }
  return found.filter(Boolean);
}

// The words of a unit as one would copy them by hand, footnote marks left out.
function wordsOf(unit) {
  const copy = unit.cloneNode(true);
  for (const mark of copy.querySelectorAll("sup:has(> [role=doc-noteref]), a.self, a.back, a.cited")) mark.remove();
  return copy.textContent.replace(/[ \t]*\n\s*/g, "\n").replace(/[ \t]+/g, " ").trim();
}

async function copy(words) {
  try {
    await navigator.clipboard.writeText(words);
    return true;
  } catch {
    return false;
  }
}
