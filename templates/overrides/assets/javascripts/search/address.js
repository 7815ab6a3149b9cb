// A search as an address, so that it can be shared and the way back works.

export const FACETS = ["convention", "meeting", "year", "status", "kind", "topic", "part", "opening", "addressee"];

export function read(search) {
  const given = new URLSearchParams(search);
  const chosen = {};
  for (const facet of FACETS) {
    const ids = given.getAll(facet);
    if (ids.length) chosen[facet] = ids;
  }
  return { query: given.get("q") ?? "", chosen, page: Math.max(1, Number.parseInt(given.get("page"), 10) || 1) };
}

export function write({ query, chosen, page }) {
  const told = new URLSearchParams();
  if (query) told.set("q", query);
  for (const facet of FACETS) for (const id of chosen[facet] ?? []) told.append(facet, id);
  if (page > 1) told.set("page", page);
  const text = told.toString();
  return text ? `?${text}` : "./";
}
