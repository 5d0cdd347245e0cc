// Whether a text has become more than text on this page: an element, an attribute that acts, a script that ran, or something the
// page's own policy had to stop. And, unless it may be missing, whether the text is there at all.

([text, mayBeMissing]) => {
  const faults = [...(globalThis.violations ?? [])];
  if ("pwned" in globalThis) {
    faults.push("a script ran");
  }
  const inside = (root) => {
    for (const element of root.querySelectorAll("*")) {
      for (const { name, value } of element.attributes) {
        const acts = /^(on|(data-)?hx-on)/i.test(name);
        const leads = /^(href|src|action|formaction|(data-)?hx-(get|post))$/i.test(name) && /^\s*javascript:|^\/pwned/i.test(value);
        if (acts || leads) {
          faults.push(element.outerHTML.slice(0, 200));
        }
      }
      if (element.localName === "script" && element.textContent.includes("pwned")) {
        faults.push(element.outerHTML.slice(0, 200));
      }
      if (element.localName === "template") {
        inside(element.content);
      }
    }
  };
  inside(document);
  const fields = [...document.querySelectorAll("input:not([type=hidden]), textarea")];
  // Where a line ends, a space is not told.
  const solid = (words) => words.replace(/\s+/g, "");
  const isThere = solid(document.body.innerText).includes(solid(text)) || fields.some((field) => field.value.includes(text));
  return isThere || mayBeMissing ? faults : [...faults, `nowhere on the page: ${text}`];
}
