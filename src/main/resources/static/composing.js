// While an input method is still composing, its letters are not yet what somebody searches for: a search that asks as one types
// hears of the text once it has been chosen.

const asksAsOneTypes = (field) => field.closest("[hx-trigger]") !== null;

addEventListener("input", (event) => {
  if (event.isComposing && asksAsOneTypes(event.target)) {
    event.stopImmediatePropagation();
  }
}, { capture: true });

addEventListener("compositionend", ({ target }) => {
  if (asksAsOneTypes(target)) {
    target.dispatchEvent(new Event("input", { bubbles: true }));
  }
});
