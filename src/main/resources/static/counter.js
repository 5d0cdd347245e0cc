// The counter without doubt: a form that was sent says so at once and cannot be sent again.

for (const form of document.querySelectorAll("form[method=post]")) {
  form.addEventListener("submit", event => {
    if (form.dataset.sent) {
      event.preventDefault();
      return;
    }
    form.dataset.sent = "yes";
    // Afterwards, for a disabled button would not be sent.
    setTimeout(() => {
      for (const button of form.querySelectorAll("button")) {
        button.setAttribute("aria-disabled", "true");
      }
      const pressed = event.submitter;
      if (pressed?.classList.contains("button")) {
        pressed.dataset.label = pressed.textContent;
        pressed.textContent = "请稍候…";
      }
    });
  });
}

// A page that comes back from the browser's memory can be used again; its key makes the same act the same act.
addEventListener("pageshow", event => {
  if (event.persisted) {
    location.reload();
  }
});

document.querySelector(".mistakes")?.focus();
