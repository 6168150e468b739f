// What the pages leave out because it is the same for each searched link: how it searches, where its record is added.
// Runs before Django's own scripts look at the page.
"use strict";

(() => {
  const tools = document.getElementById("form-tools");
  if (!tools) { return; }
  const SEARCHED = {
    "data-ajax--cache": "true", "data-ajax--delay": "250", "data-ajax--type": "GET", "data-ajax--url": tools.dataset.search,
    "data-theme": "admin-autocomplete", "data-placeholder": "",
  };
  const set = (element, attributes) => Object.entries(attributes).forEach(([name, value]) => element.setAttribute(name, value));

  const link = (kind, box, words, attributes) => {
    const made = document.createElement("a");
    const icon = document.createElement("img");
    set(made, { class: `related-widget-wrapper-link ${kind}-related`, id: `${kind}_${box.id}`, title: words, ...attributes });
    set(icon, { src: `${tools.dataset.icons}icon-${kind}link.svg`, alt: "", width: 24, height: 24 });
    made.append(icon);
    return made;
  };
  const complete = (part) => {
    part.querySelectorAll("select.admin-autocomplete").forEach((select) => set(select, SEARCHED));
    part.querySelectorAll(".related-widget-wrapper").forEach(links);
  };
  const links = (wrapper) => {
    const box = wrapper.querySelector("select, input");
    const { add, view, name } = wrapper.dataset;
    if (add) { wrapper.append(link("add", box, `Ajouter : ${name}`, { href: `${add}?_to_field=id&_popup=1`, "data-popup": "yes" })); }
    if (view === undefined) { return; }
    const page = view || add.replace(/add\/$/, "__fk__/change/");
    wrapper.append(link("view", box, `Voir : ${name}`, { "data-href-template": `${page}?_to_field=id` }));
  };
  complete(document);
  document.addEventListener("table:opened", (event) => complete(event.target));
})();
