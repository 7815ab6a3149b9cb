// What a script adds to pages that are whole without it. Each part is a module of its own.

import { followReader } from "./contents.js";
import { leadToLine } from "./edit.js";
import { markFound, openSearch } from "./find.js";
import { keepPlace } from "./languages.js";
import { openMenus } from "./menus.js";
import { setNotesAside } from "./notes.js";
import { offerPreviews } from "./previews.js";
import { tellRunningHead } from "./running.js";
import { chooseScheme } from "./scheme.js";
import { sortAndFilter } from "./tables.js";
import { offerUnits } from "./units.js";

chooseScheme();
openMenus();
keepPlace();
followReader();
setNotesAside();
offerPreviews();
offerUnits();
sortAndFilter();
leadToLine();
openSearch();
markFound();
tellRunningHead();

// What few pages need is fetched by those alone.
const comparison = document.querySelector("[data-compare]");
if (document.querySelector("form[data-cite]")) import("./goto.js").then((page) => page.goToCitations());
if (comparison) import("./compare/page.js").then((page) => page.compareTexts(comparison));

const parallel = document.querySelector("[data-parallel]");
if (parallel) import("./parallel.js").then((page) => page.layBeside(parallel));
