// In the preview only: after a reload, the page stands where it stood, with the same things open.

const KEY = "acquis-preview";

// What stands at the top of the window is found again by its address, wherever it moved to.
function place() {
  const shown = [...document.querySelectorAll("main [id]")].find(
    (element) => element.getBoundingClientRect().top >= 0,
  );
  const open = [...document.querySelectorAll("details:not(#edit)")].map((one) => one.open);
  const top = shown?.getBoundingClientRect().top;
  return { path: location.pathname, y: scrollY, id: shown?.id, top, open };
}

function restore(kept) {
  const details = [...document.querySelectorAll("details:not(#edit)")];
  const before = kept.open;
  // Only where there are as many as before is it known which is which.
  if (details.length === before.length) details.forEach((one, at) => (one.open = before[at]));
  const element = kept.y && kept.id ? document.getElementById(kept.id) : null;
  const y = element ? scrollY + element.getBoundingClientRect().top - kept.top : kept.y;
  scrollTo({ top: y, behavior: "instant" });
}

addEventListener("pagehide", () => sessionStorage.setItem(KEY, JSON.stringify(place())));
const kept = JSON.parse(sessionStorage.getItem(KEY) ?? "null");
const [navigation] = performance.getEntriesByType("navigation");
if (kept?.path === location.pathname && navigation?.type === "reload") {
  history.scrollRestoration = "manual";
  document.fonts.ready.then(() => restore(kept));
}
