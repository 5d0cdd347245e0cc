// A slip that has its number prints itself, once: what comes back by reloading needs a new number.

import { say } from "/assets/language.js";

const told = document.querySelector("[data-prints]");
const page = document.querySelector(".slip-page");
const PRINTED = "certfree-printed-slip";

if (told && page) {
  const slip = page.querySelector(".slip-number b").textContent + page.querySelector(".slip-again")?.textContent;
  if (sessionStorage.getItem(PRINTED) === slip) {
    used();
  } else {
    addEventListener("afterprint", () => {
      sessionStorage.setItem(PRINTED, slip);
      used();
    });
    addEventListener("load", () => setTimeout(print));
  }
}

/** On paper, or on its way there: the next one is another. */
function used() {
  delete page.dataset.counted;
  told.textContent = say("这一张已经送去打印。没有打出来的，请按“再打一张”。", "This one went to the printer. If it did not come out, press “Print another”.");
  page.querySelector("[data-back]").focus();
}

// A slip that the case has opened beside itself leads back to the case.
document.querySelector("[data-back]")?.addEventListener("click", (event) => {
  if (opener) {
    event.preventDefault();
    close();
  }
});

for (const form of document.querySelectorAll("main form[method=post]")) {
  form.addEventListener("submit", (event) => {
    if (form.dataset.sent) {
      event.preventDefault();
    }
    form.dataset.sent = "yes";
  });
}

// A page that comes back from the browser's memory can be used again.
addEventListener("pageshow", (event) => {
  if (event.persisted) {
    location.reload();
  }
});
