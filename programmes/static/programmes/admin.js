// What the administration adds to its pages: nothing is lost by leaving, nothing is sent twice.
"use strict";

document.addEventListener("DOMContentLoaded", () => {
  const form = document.querySelector(".change-form #content-main > form");
  let changed = false;
  if (form) {
    form.addEventListener("input", () => { changed = true; });
    form.addEventListener("change", () => { changed = true; });
    form.addEventListener("submit", () => { changed = false; });
    window.addEventListener("beforeunload", (event) => {
      if (changed) { event.preventDefault(); }
    });
  }
  document.querySelectorAll("form[method=post]").forEach((sent) => {
    sent.addEventListener("submit", (event) => {
      if (sent.dataset.sent) { event.preventDefault(); return; }
      sent.dataset.sent = "yes";
      window.setTimeout(() => { delete sent.dataset.sent; }, 5000);
    });
  });
});
