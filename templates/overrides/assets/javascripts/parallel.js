// Any second language beside the first: its passages are taken from its own page, whose anchors
// are the same. The address says which it is: "?with=fr".

export function layBeside(table) {
  const label = document.querySelector("[data-parallel-choice]");
  const choice = label?.querySelector("select");
  if (!choice) return;
  label.hidden = false;
  const wanted = new URLSearchParams(location.search).get("with");
  const built = choice.value;
  choice.addEventListener("change", () => {
    const address = new URL(location.href);
    address.searchParams.set("with", choice.value);
    history.replaceState(null, "", address);
    lay(table, choice);
  });
  if (wanted !== built && [...choice.options].some(({ value }) => value === wanted)) {
    choice.value = wanted;
    lay(table, choice);
  }
}

async function lay(table, choice) {
  const second = choice.value;
  const address = choice.selectedOptions[0].dataset.text;
  let page;
  try {
    const answer = await fetch(address);
    if (!answer.ok) throw new Error(answer.statusText);
    page = new DOMParser().parseFromString(await answer.text(), "text/html");
  } catch {
    table.querySelector(".parallel__head [data-second]").textContent = table.dataset.failed;
    return;
  }
  if (choice.value !== second) return; // another was chosen meanwhile
  const text = page.querySelector("[data-official-text]");
  name(choice.selectedOptions[0].textContent, address, text);
  for (const row of table.querySelectorAll(":scope > div:not(.parallel__head)")) {
    const words = row.id
      ? own(page.getElementById(row.id), address)
      : row.querySelector("em") && own(text.querySelector(":scope > .opening"), address);
    row.hidden = !words && (!row.id || row.firstElementChild.matches(".missing"));
    if (row.hidden) continue; // what only the former second language had
    const cell = words ?? missing(table);
    if (words) [cell.lang, cell.dir] = [text.lang, text.dir];
    row.lastElementChild.replaceWith(cell);
  }
}

// The second language where it is named: at the choice, and with a link above its column.
function name(words, address, { lang, dir }) {
  for (const place of document.querySelectorAll("[data-second]")) {
    const link = place.querySelector("a");
    (link ?? place).textContent = words;
    if (!link) continue;
    link.href = address;
    Object.assign(place, { lang, dir });
  }
}

// The words of a unit without those of the units within it.
function own(unit, address) {
  if (!unit) return null;
  const part = unit.matches("div.unit, .footnote")
    ? unit.querySelector(":scope > p")
    : unit.matches(".annex, .part")
      ? unit.querySelector(":scope > :is(h2, h3, h4, h5, h6)")
      : unit;
  const copy = document.importNode(part, true);
  for (const spare of copy.querySelectorAll(".self, .cited, .back")) spare.remove();
  for (const named of [copy, ...copy.querySelectorAll("[id]")]) named.removeAttribute("id");
  for (const link of copy.querySelectorAll("a[href]")) {
    link.href = new URL(link.getAttribute("href"), new URL(address, location.href)).href;
  }
  return copy;
}

function missing(table) {
  const said = document.createElement("p");
  said.className = "missing";
  said.textContent = table.dataset.missing;
  return said;
}
