/* Addresses of lists without the boxes that were left empty, with htmx and without. */
document.addEventListener("htmx:configRequest", (event) => {
  const asked = event.detail.parameters;
  for (const name of Object.keys(asked)) {
    if (asked[name] === "") delete asked[name];
  }
});
document.addEventListener("submit", (event) => {
  for (const box of event.target.querySelectorAll(".facets input")) box.disabled = box.value === "";
});

/* A list that was made anew keeps the reader where they were. */
let place = "";
document.addEventListener("htmx:beforeSwap", () => {
  const box = document.activeElement;
  place = box && box.closest(".facets") && box.name ? `[name="${CSS.escape(box.name)}"][value="${CSS.escape(box.value)}"]` : "";
});
document.addEventListener("htmx:afterSettle", () => {
  const box = place && document.querySelector(`#facettes ${place}`);
  if (box) box.focus({ preventScroll: true });
  place = "";
});
