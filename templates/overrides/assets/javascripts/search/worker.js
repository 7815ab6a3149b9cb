// The search in a thread of its own, so that the page never waits for it.

import { Unreachable } from "./files.js";
import { Search } from "./search.js";

let search = null;

addEventListener("message", async ({ data: { id, base, request } }) => {
  search ??= new Search(base);
  try {
    if (request === null) await search.files.head();
    postMessage({ id, answer: request === null ? null : await search.find(request) });
  } catch (error) {
    postMessage({ id, fault: error instanceof Unreachable ? "unreachable" : String(error.stack ?? error) });
  }
});
