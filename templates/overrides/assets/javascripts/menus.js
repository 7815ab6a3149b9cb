// Menus that open without a script; with one they also close as a reader expects.

export function openMenus() {
  const menus = document.querySelectorAll("details.site-menu, details.contents-menu, details.languages");
  document.addEventListener("keydown", (event) => {
    if (event.key !== "Escape") return;
    for (const menu of menus) {
      // The contents cover nothing: they close for those only who are in them.
      const meant = !menu.matches(".contents-menu") || menu.contains(document.activeElement);
      if (!menu.open || !meant) continue;
      menu.open = false;
      menu.querySelector("summary").focus();
    }
  });
  document.addEventListener("click", (event) => {
    for (const menu of menus) {
      const chosen = event.target.closest("a");
      if (menu.open && (!menu.contains(event.target) || (chosen && menu.contains(chosen)))) {
        menu.open = false;
      }
    }
  });
  // What one goes on to by the keyboard is not left behind a menu.
  document.addEventListener("focusin", ({ target }) => {
    for (const menu of menus) {
      if (menu.open && !menu.matches(".contents-menu") && !menu.contains(target)) menu.open = false;
    }
  });
}
