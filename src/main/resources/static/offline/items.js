// Finds items in the registry that the browser keeps, as the search at the counter does, by name, code or pinyin initials.

const MOST = 8;

/** @returns the items that match best, at most 8; none for an empty text */
export function find(registry, text) {
  const wanted = text.normalize("NFKC").trim().toLowerCase();
  if (wanted === "") {
    return [];
  }
  return registry.items
    .map(item => ({ item, rank: rank(item, wanted) }))
    .filter(({ rank }) => rank < Infinity)
    .sort((a, b) => a.rank - b.rank || a.item.name.length - b.item.name.length)
    .slice(0, MOST)
    .map(({ item }) => item);
}

/** Where it matches first; a beginning is better than a middle. */
function rank(item, wanted) {
  const at = [item.name.toLowerCase(), item.initials, item.code.toLowerCase()]
    .map(text => text.indexOf(wanted)).filter(position => position >= 0);
  return at.length === 0 ? Infinity : Math.min(...at);
}
