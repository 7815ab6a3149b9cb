// The reader's choice between light and dark colours, kept in the browser.

const KEY = "acquis.scheme";

export function chooseScheme() {
  const button = document.querySelector("[data-scheme]");
  if (!button) return;
  const root = document.documentElement;
  const show = () => {
    button.setAttribute("aria-pressed", String(root.dataset.mdColorScheme === "slate"));
  };
  button.hidden = false;
  show();
  button.addEventListener("click", () => {
    root.dataset.mdColorScheme = root.dataset.mdColorScheme === "slate" ? "default" : "slate";
    show();
    try {
      localStorage.setItem(KEY, root.dataset.mdColorScheme);
    } catch {
      // Without a store the choice holds for this page.
    }
  });
  matchMedia("(prefers-color-scheme: dark)").addEventListener("change", (event) => {
    let kept = null;
    try {
      kept = localStorage.getItem(KEY);
    } catch {
      // Nothing was kept.
    }
    if (kept) return;
    root.dataset.mdColorScheme = event.matches ? "slate" : "default";
    show();
  });
}
