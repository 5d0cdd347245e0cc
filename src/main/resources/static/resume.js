// After the password: what the lock has stopped goes on by itself.

document.querySelector("[data-resume]")?.requestSubmit();
