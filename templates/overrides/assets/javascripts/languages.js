// The choice of language: its links lead to the paragraph at which the reader is.

export function keepPlace() {
  const links = [...document.querySelectorAll(".languages a[lang]")];
  if (!links.length) return;
  const bare = new Map(links.map((link) => [link, link.href.split("#")[0]]));
  const aim = () => {
    const anchor = location.hash.slice(1) || passage()?.id || "";
    for (const [link, address] of bare) link.href = anchor ? `${address}#${anchor}` : address;
  };
  const menu = document.querySelector("details.languages");
  menu?.addEventListener("toggle", aim);
  for (const link of links) {
    link.addEventListener("pointerdown", aim);
    link.addEventListener("focus", aim);
  }
  addEventListener("hashchange", aim);
  aim();
}

// The first unit of the text whose top is in the window, once the reader has left its head.
function passage() {
  if (scrollY < innerHeight / 2) return null;
  const units = document.querySelectorAll("[data-official-text] .unit[id]");
  return [...units].find((unit) => unit.getBoundingClientRect().top >= 0);
}
