// Lists can be filtered and sorted in the page; without a script they are whole.

export function sortAndFilter() {
  const tables = [...document.querySelectorAll("table[data-list]")];
  if (!tables.length) return;
  for (const table of tables) sortable(table);
  const place = document.querySelector("[data-filter]");
  if (place) filterable(place, tables);
}

function sortable(table) {
  const body = table.tBodies[0];
  if (body.rows.length < 2) return;
  const collator = new Intl.Collator(document.documentElement.lang, { numeric: true });
  [...table.tHead.rows[0].cells].forEach((head, column) => {
    const button = document.createElement("button");
    button.type = "button";
    button.className = "sort";
    button.append(...head.childNodes);
    head.append(button);
    button.addEventListener("click", () => {
      const up = head.getAttribute("aria-sort") !== "ascending";
      for (const other of table.tHead.rows[0].cells) other.removeAttribute("aria-sort");
      head.setAttribute("aria-sort", up ? "ascending" : "descending");
      const value = (row) => {
        const cell = row.cells[column];
        return cell.querySelector("time")?.dateTime ?? cell.textContent.trim();
      };
      const rows = [...body.rows].sort((a, b) => collator.compare(value(a), value(b)));
      body.append(...(up ? rows : rows.reverse()));
    });
  });
}

function filterable(place, tables) {
  place.hidden = false;
  const input = place.querySelector("input");
  const proof = place.querySelector("select");
  const status = place.querySelector("[role=status]");
  const fold = (text) => text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();
  const rows = tables.flatMap((table) => [...table.tBodies[0].rows]);
  const texts = new Map(rows.map((row) => [row, fold(row.textContent)]));
  const groups = [...document.querySelectorAll("[data-group]")].reverse();
  const filter = () => {
    const words = fold(input.value).split(/\s+/).filter(Boolean);
    const wanted = proof?.value;
    let shown = 0;
    for (const row of rows) {
      const fits = !wanted || row.dataset.proof === wanted;
      row.hidden = !fits || !words.every((word) => texts.get(row).includes(word));
      if (!row.hidden) shown += 1;
    }
    for (const group of groups) group.hidden = !group.querySelector("tbody tr:not([hidden])");
    status.textContent = words.length || wanted ? status.dataset.found.replace("{}", shown) : "";
  };
  input.addEventListener("input", filter);
  input.addEventListener("keydown", (event) => {
    if (event.key !== "Escape" || !input.value) return;
    input.value = "";
    filter();
  });
  proof?.addEventListener("change", filter);
  if (input.value || proof?.value) filter();
}
