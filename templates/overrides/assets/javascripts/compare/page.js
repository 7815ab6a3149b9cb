// The page on which a reader compares any two texts. The address names them, so that it can be
// shared: compare/?a=mc-5-19&b=bc-17-22.

import { compare } from "../align/comparison.js";
import { provisions } from "../align/provisions.js";
import { chooser } from "./chooser.js";
import { isPlain, sideBySide } from "./side-by-side.js";
import { Names, textOf } from "./texts.js";

export function compareTexts(form) {
  const words = JSON.parse(document.getElementById("compare-words").textContent);
  const { root, lists } = form.dataset;
  const prefix = document.documentElement.lang;
  const said = document.querySelector("[data-said]");
  const result = document.querySelector("[data-result]");
  const tools = document.querySelector("[data-tools]");
  const only = tools.querySelector("[data-only]");
  const inputs = [...form.querySelectorAll("[data-text]")];
  const names = new Names(Number(lists));
  let shown = 0;
  let current = null;

  const chosen = () => {
    const asked = new URLSearchParams(location.search);
    return inputs.map((input) => asked.get(input.dataset.text) ?? "");
  };
  const go = (pair, replace = false) => {
    const asked = new URLSearchParams();
    inputs.forEach((input, at) => pair[at] && asked.set(input.dataset.text, pair[at]));
    // A slash need not be hidden: the address stays readable.
    const address = `?${String(asked).replaceAll("%2F", "/")}`;
    history[replace ? "replaceState" : "pushState"](null, "", address);
    show();
  };

  async function show() {
    const turn = ++shown;
    const pair = chosen();
    inputs.forEach((input, at) => pair[at] || (input.value = ""));
    const before = inputs.map((input) => input.value);
    result.replaceChildren();
    tools.hidden = true;
    said.replaceChildren(pair.some(Boolean) ? words.loading : "");
    const answers = await Promise.allSettled(
      pair.map((name) => (name ? textOf(name, root) : Promise.resolve(null))),
    );
    if (turn !== shown) return;
    answers.forEach((answer, at) => {
      // What a reader has begun to write meanwhile stays.
      if (!answer.value || inputs[at].value !== before[at]) return;
      inputs[at].value = labelOf(answer.value.versions[0]);
    });
    const failed = answers.find((answer) => answer.status === "rejected");
    if (failed) {
      tell(failed.reason);
      return;
    }
    said.replaceChildren();
    if (answers.every((answer) => answer.value)) lay(answers.map((answer) => answer.value));
  }

  function tell(error) {
    if (!error.reason) throw error;
    said.replaceChildren(words[error.reason].replace("{}", error.name));
    if (error.reason !== "unreachable") return;
    const again = document.createElement("button");
    again.type = "button";
    again.textContent = words.again;
    again.addEventListener("click", show);
    said.append(" ", again);
  }

  function lay(pair) {
    const language = sharedLanguage(pair);
    if (!language) {
      said.textContent = words.languages;
      return;
    }
    const texts = pair.map((text) => {
      const version = text.versions.find((one) => one.language === language);
      return { version, language, label: labelOf(version), href: `${root}${version.url}` };
    });
    const rows = compare(...texts.map((text) => provisions(text.version)));
    const same = rows.filter(isPlain).length;
    const counts = words.summary.replace("{same}", same).replace("{differing}", rows.length - same);
    const other = language === prefix ? "" : ` ${words.other}`;
    said.textContent = (same === rows.length ? words.none : counts) + other;
    document.title = `${texts.map((text) => text.label).join(" – ")} – ${document.title.split(" – ").at(-1)}`;
    const table = sideBySide(rows, texts, words);
    table.classList.toggle("only-differences", only.checked);
    result.replaceChildren(table);
    tools.hidden = same === rows.length;
  }

  // The page's language where both texts are held in it, else the first in which both are.
  function sharedLanguage([one, other]) {
    const both = one.versions
      .map((version) => version.language)
      .filter((language) => other.versions.some((version) => version.language === language));
    return both.includes(prefix) ? prefix : both[0];
  }

  inputs.forEach((input, at) => {
    chooser(input, names, words, (name) => go(chosen().map((was, place) => (place === at ? name : was))));
  });
  form.addEventListener("submit", (event) => event.preventDefault());
  form.querySelector("[data-turn]").addEventListener("click", () => go(chosen().reverse()));
  only.addEventListener("change", () => {
    result.firstElementChild?.classList.toggle("only-differences", only.checked);
  });
  for (const button of tools.querySelectorAll("[data-step]")) {
    button.addEventListener("click", () => {
      current = step(result, current, Number(button.dataset.step));
    });
  }
  addEventListener("popstate", show);
  form.hidden = false;
  show();
}

// Lead the reader from one difference to the next, or the one before; the first comes after the
// last.
function step(result, current, by) {
  const lines = [...result.querySelectorAll(".line:not(.line--same), .line--moved")];
  const at = lines.indexOf(current);
  const next = at < 0 && by < 0 ? lines.length - 1 : at + by;
  const line = lines[(next + lines.length) % lines.length];
  line.focus({ preventScroll: true });
  line.scrollIntoView({ block: "start" });
  return line;
}

function labelOf(version) {
  return version.symbol ?? version.title ?? version.slug;
}
