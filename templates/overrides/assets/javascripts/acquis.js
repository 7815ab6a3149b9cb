// What a script adds to pages that are whole without it. Each part is a module of its own.

import { chooseScheme } from "./scheme.js";
import { followReader } from "./contents.js";

chooseScheme();
followReader();

// Escape closes what is open, and gives the focus back to what opened it.
document.addEventListener("keydown", (event) => {
  if (event.key !== "Escape") return;
  for (const menu of document.querySelectorAll("details[open].site-menu, details[open].contents-menu")) {
    menu.open = false;
    menu.querySelector("summary").focus();
  }
});

// A choice in the contents above a text closes them.
for (const menu of document.querySelectorAll("details.contents-menu")) {
  menu.addEventListener("click", (event) => {
    if (event.target.closest("a")) menu.open = false;
  });
}
