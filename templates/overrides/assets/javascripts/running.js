// The symbol at the head of each printed page: a style's margin box cannot read it from the page,
// so it is told here, for the side on which lines end.

export function tellRunningHead() {
  const symbol = document.querySelector(".running")?.textContent;
  if (!symbol) return;
  const side = document.documentElement.dir === "rtl" ? "left" : "right";
  document.documentElement.style.setProperty(`--running-${side}`, JSON.stringify(symbol));
}
