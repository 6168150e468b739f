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
