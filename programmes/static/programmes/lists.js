/* htmx writes no style of its own, runs no words of a page, and asks for a list anew rather than keep it. */
Object.assign(htmx.config, {
  includeIndicatorStyles: false,
  allowEval: false,
  historyCacheSize: 0,
  refreshOnHistoryMiss: true,
  scrollIntoViewOnBoost: false,
});

/* A list follows its filters, its orders and its pages without leaving them: the same answer, put in its place.
   Said here once, before htmx reads the page, and not on every list. */
const LIVE = {
  "hx-target": "#resultats",
  "hx-select": "#resultats",
  "hx-select-oob": "#facettes,#annonce",
  "hx-swap": "outerHTML show:none",
};
const ASKING = { "hx-trigger": "change, submit", "hx-push-url": "true", "hx-sync": "this:queue last", "hx-disinherit": "*" };
for (const form of document.querySelectorAll(".facets")) {
  const asking = { "hx-get": form.getAttribute("action"), ...ASKING };
  for (const [name, value] of Object.entries(LIVE)) form.parentElement.setAttribute(name, value);
  for (const [name, value] of Object.entries(asking)) form.setAttribute(name, value);
}

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
