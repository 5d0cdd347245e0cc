// What is wrong with where the focus is, for somebody who has no mouse; empty: nothing.
() => {
  const held = document.activeElement;
  if (!held || held === document.body || held === document.documentElement) {
    return "the focus is nowhere";
  }
  const name = `<${held.localName} id="${held.id}" name="${held.name ?? ""}"> ${held.textContent.trim().slice(0, 30)}`;
  const box = held.getBoundingClientRect();
  if (box.width === 0 || box.height === 0) {
    return name + " cannot be seen";
  }
  const [x, y] = [box.left + box.width / 2, box.top + Math.min(box.height / 2, 20)];
  if (x < 0 || y < 0 || x > innerWidth || y > innerHeight) {
    return name + " is out of sight";
  }
  const there = document.elementFromPoint(x, y);
  if (!there || !(held.contains(there) || there.contains(held) || held.labels?.[0]?.contains(there))) {
    return name + " is hidden behind " + (there?.outerHTML.slice(0, 80) ?? "nothing");
  }
  const style = getComputedStyle(held);
  return style.outlineStyle === "none" || parseFloat(style.outlineWidth) < 2 ? name + " has no ring" : "";
}
