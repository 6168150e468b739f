// Ticks or clears every column of an export.
"use strict";

document.addEventListener("DOMContentLoaded", () => {
  document.querySelectorAll(".export__all").forEach((tools) => {
    tools.hidden = false;
    tools.addEventListener("click", (event) => {
      const wanted = event.target.dataset.tick;
      if (!wanted) { return; }
      document.querySelectorAll(".export__list input").forEach((box) => { box.checked = wanted === "all"; });
    });
  });
  // A file leaves the page as it is: the form may be sent again.
  const form = document.querySelector(".export form");
  if (form) { form.addEventListener("submit", () => { window.setTimeout(() => { delete form.dataset.sent; }, 1500); }); }
});
