// Checks a field as soon as it is left, in its place; the server checks everything again.

import { citizenNumber, creditCode, date, decimal, isoDate } from "/assets/checks.js";

const CHECKS = { citizen: citizenNumber, credit: creditCode, date, decimal, holder };

/** The kinds of number that have a check character (GB/T 36903, Annex A). */
function holder(text) {
  const kind = document.querySelector("#codeType")?.value;
  return kind === "111" ? citizenNumber(text) : kind === "001" ? creditCode(text) : "";
}

export function listen() {
  addEventListener("change", event => {
    if (event.target.id === "codeType") {
      check(document.querySelector("#code"));
    } else {
      check(event.target);
    }
  });
  addEventListener("input", event => event.target.dataset?.check && show(event.target, ""));
}

/** Whether nothing is wrong with a field, as far as can be told here; says so if there is. */
export function isRight(field) {
  check(field);
  return field.getAttribute("aria-invalid") !== "true";
}

function check(field) {
  const rule = CHECKS[field?.dataset?.check];
  if (!rule) {
    return;
  }
  const text = field.value.trim();
  show(field, text === "" ? "" : rule(text));
  if (field.dataset.check === "date" && isoDate(text)) {
    field.value = isoDate(text);
  }
}

/** Says under the field what is wrong with it, over what stands below, so that nothing moves. */
function show(field, wrong) {
  const id = field.id + "-wrong";
  let line = document.getElementById(id);
  if (!line && wrong) {
    line = document.createElement("p");
    line.id = id;
    line.className = "wrong live";
    line.setAttribute("role", "status");
    field.after(line);
  }
  if (line) {
    line.textContent = wrong;
    line.hidden = wrong === "";
  }
  field.toggleAttribute("aria-invalid", false);
  if (wrong) {
    field.setAttribute("aria-invalid", "true");
    field.setAttribute("aria-describedby", id);
  }
}
