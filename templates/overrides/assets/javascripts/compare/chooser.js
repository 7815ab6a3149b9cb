// A box in which one text is chosen among all: the combobox of the ARIA Authoring Practices.

const MOST = 40;

// `onChoose(name)` is called with the text's name in addresses.
export function chooser(input, names, words, onChoose) {
  const list = document.getElementById(input.getAttribute("aria-controls"));
  let active = -1;

  const close = () => {
    list.hidden = true;
    input.setAttribute("aria-expanded", "false");
    input.removeAttribute("aria-activedescendant");
    active = -1;
  };
  const choose = (option) => {
    input.value = option.dataset.shown;
    close();
    onChoose(option.dataset.name);
  };
  const mark = (place) => {
    const options = list.querySelectorAll("[role=option]");
    if (!options.length) return;
    options[active]?.setAttribute("aria-selected", "false");
    active = (place + options.length) % options.length;
    options[active].setAttribute("aria-selected", "true");
    options[active].scrollIntoView({ block: "nearest" });
    input.setAttribute("aria-activedescendant", options[active].id);
  };
  const show = () => {
    const { rows } = names.found(input.value, MOST);
    active = -1;
    input.removeAttribute("aria-activedescendant");
    list.replaceChildren(
      ...rows.map((row, at) => {
        const option = document.createElement("li");
        option.id = `${list.id}-${at}`;
        option.setAttribute("role", "option");
        option.setAttribute("aria-selected", "false");
        option.dataset.name = row.name;
        option.dataset.shown = row.symbol || row.title;
        const symbol = document.createElement("b");
        symbol.textContent = row.symbol;
        option.append(...(row.symbol ? [symbol] : []), row.title);
        return option;
      }),
    );
    if (!rows.length) {
      const nothing = document.createElement("li");
      nothing.className = "nothing";
      nothing.setAttribute("role", "presentation");
      nothing.textContent = names.rows.length ? words.nothing : words.loading;
      list.append(nothing);
    }
    list.hidden = false;
    input.setAttribute("aria-expanded", "true");
  };
  const open = async () => {
    show();
    try {
      await names.load(() => !list.hidden && active < 0 && show());
    } catch {
      list.querySelector(".nothing")?.replaceChildren(words.unreachable);
    }
  };

  input.addEventListener("input", open);
  input.addEventListener("click", () => list.hidden && open());
  input.addEventListener("focus", () => input.select());
  input.addEventListener("blur", close);
  input.addEventListener("keydown", (event) => {
    if (event.key === "ArrowDown" || event.key === "ArrowUp") {
      event.preventDefault();
      if (list.hidden) open();
      else mark(event.key === "ArrowDown" ? active + 1 : active < 0 ? -1 : active - 1);
    } else if (event.key === "Enter") {
      event.preventDefault();
      const options = list.querySelectorAll("[role=option]");
      const option = options[active] ?? (options.length === 1 ? options[0] : null);
      if (!list.hidden && option) choose(option);
    } else if (event.key === "Escape" && !list.hidden) {
      event.stopPropagation();
      close();
    }
  });
  // Before the box loses its focus to what is pressed.
  list.addEventListener("pointerdown", (event) => event.preventDefault());
  list.addEventListener("click", (event) => {
    const option = event.target.closest("[role=option]");
    if (option) choose(option);
  });
}
