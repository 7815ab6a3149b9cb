// The way into the search: keys and the box in the header. What searches is loaded when a reader
// turns to it, and not before.

export function openSearch() {
  // The box of the home page stands before the one in its header.
  const boxes = [...document.querySelectorAll("[data-search-box]")].reverse();
  const page = document.querySelector("[data-search-page]");
  const input = (page ?? boxes[0])?.querySelector("input");
  if (!input) return;
  if (page) {
    const head = load("page", page);
    import("./search/page.js").then(({ searchPage }) => searchPage(page, head));
  }
  boxes.forEach(quick);
  document.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || event.defaultPrevented) return;
    if (!["/", "s", "f"].includes(event.key) || writes(event.target)) return;
    event.preventDefault();
    // On a narrow screen the box is a link to the page of the search.
    if (input.checkVisibility?.() ?? input.offsetParent) input.focus();
    else boxes[0].requestSubmit();
    input.select();
  });
}

function quick(box, place) {
  const input = box.querySelector("input");
  let started = false;
  const start = () => {
    if (started) return;
    started = true;
    const head = load("box", box);
    import("./search/box.js").then(({ searchBox }) => searchBox(box, `search-quick-${place}`, head));
  };
  input.addEventListener("focus", start);
  if (document.activeElement === input) start();
}

// What shows the results, what finds them, and the head of the index at once, so that none waits for
// another. The head is the bytes of its file, null where it could not be had.
function load(shows, { dataset }) {
  for (const name of [shows, "search"]) hint("modulepreload", new URL(`search/${name}.js`, import.meta.url).href);
  return fetch(`${dataset.index}index.bin`, { cache: "no-cache" })
    .then((answer) => (answer.ok ? answer.arrayBuffer() : null))
    .catch(() => null);
}

function hint(rel, href) {
  const link = document.createElement("link");
  link.rel = rel;
  link.href = href;
  document.head.append(link);
}

function writes(element) {
  return element.closest?.("input, textarea, select, dialog, [contenteditable]") !== null;
}

// A reader who comes from a result finds its words marked. The mark goes from the address, so that
// what is copied from there leads to the passage alone.
export function markFound() {
  const address = new URL(location.href);
  const forms = address.searchParams.get("mark");
  if (forms === null) return;
  address.searchParams.delete("mark");
  history.replaceState(history.state, "", address);
  const unit = document.getElementById(decodeURIComponent(address.hash.slice(1)));
  import("./search/marks.js").then(({ markWords }) => markWords(unit ?? document.querySelector("h1"), forms.split(" ")));
}
