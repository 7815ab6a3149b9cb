// Puts something that opened under what opened it, within the window.

export function stand(box, under) {
  const at = under.getBoundingClientRect();
  const width = Math.min(box.offsetWidth, innerWidth - 24);
  const left = Math.max(12, Math.min(at.left - 12, document.documentElement.clientWidth - width - 12));
  const below = at.bottom + 8 + box.offsetHeight < innerHeight || at.top < box.offsetHeight + 8;
  box.style.left = `${left + scrollX}px`;
  box.style.top = `${(below ? at.bottom + 6 : at.top - box.offsetHeight - 6) + scrollY}px`;
}
