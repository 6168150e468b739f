// What the administration adds to its pages: nothing is lost by leaving, nothing is sent twice.
"use strict";

document.addEventListener("DOMContentLoaded", () => {
  const form = document.querySelector(".change-form #content-main > form");
  let changed = Boolean(document.getElementById("error-summary"));
  if (form) {
    form.addEventListener("input", () => { changed = true; });
    form.addEventListener("change", () => { changed = true; });
    form.addEventListener("submit", () => { changed = false; });
    window.addEventListener("beforeunload", (event) => {
      if (changed) { event.preventDefault(); }
    });
  }
  // Searched links have no label of their own once drawn: they take that of the field they stand for.
  const name = () => {
    document.querySelectorAll("select.admin-autocomplete").forEach((select) => {
      const drawn = select.nextElementSibling && select.nextElementSibling.querySelector(".select2-selection");
      const label = select.getAttribute("aria-label") || (select.labels[0] && select.labels[0].textContent.replace(/[\s:]+$/, ""));
      if (!drawn || !label) { return; }
      drawn.removeAttribute("aria-labelledby");
      drawn.setAttribute("aria-label", label);
      const text = drawn.querySelector("[role=textbox]");
      if (text) { text.setAttribute("aria-label", label); }
    });
  };
  window.setTimeout(name, 0);
  ["formset:added", "table:opened"].forEach((come) => document.addEventListener(come, () => { window.setTimeout(name, 0); }));

  document.querySelectorAll("form[method=post]").forEach((sent) => {
    sent.addEventListener("submit", (event) => {
      if (sent.dataset.sent) { event.preventDefault(); return; }
      sent.dataset.sent = "yes";
      window.setTimeout(() => { delete sent.dataset.sent; }, 5000);
    });
  });
});
