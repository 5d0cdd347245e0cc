// The door of the phone's pages: a number that cannot be right is told before it is sent, and stays to be mended.

import { isRight, listen } from "/assets/forms.js";

listen();
addEventListener("submit", event => {
  const field = event.target.querySelector("[data-check]");
  if (field && !isRight(field)) {
    event.preventDefault();
    field.focus();
  }
});
