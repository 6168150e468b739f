// Lists: filters under a button on narrow screens, rows that say what their values are, searched filters, exports.
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
  // Where there is no room beside the table, filters wait under a button.
  const [filters, tools] = [document.getElementById("changelist-filter"), document.querySelector("#content-main > .object-tools")];
  if (filters && tools) {
    const [item, button] = [document.createElement("li"), document.createElement("button")];
    const chosen = filters.querySelectorAll("li.selected:not(:first-child)").length;
    button.type = "button";
    button.className = "filter-button";
    button.textContent = chosen ? `Filtres (${chosen})` : "Filtres";
    button.setAttribute("aria-expanded", "false");
    button.setAttribute("aria-controls", filters.id);
    button.addEventListener("click", () => {
      const isOpen = filters.classList.toggle("is-open");
      button.setAttribute("aria-expanded", String(isOpen));
      if (isOpen) { filters.querySelector("a, summary").focus(); }
    });
    item.append(button);
    tools.append(item);
    document.body.classList.add("has-filter-button");
  }
  // On a telephone each row is a card: its values say what they are.
  const list = document.getElementById("result_list");
  if (list) {
    const names = [...list.tHead.rows[0].cells].map((cell) => (cell.querySelector(".text") || cell).textContent.trim());
    [...list.tBodies[0].rows].forEach((row) => [...row.cells].forEach((cell, rank) => {
      if (!cell.matches(".action-checkbox, th") && names[rank]) { cell.dataset.name = names[rank]; }
    }));
    list.classList.add("has-names");
  }
  // A record chosen in a filter narrows the list; an emptied choice widens it.
  if (window.django && window.django.jQuery) {
    window.django.jQuery(document).on("change", "select[data-filter]", (event) => {
      const address = new URL(window.location.href);
      address.searchParams.delete("p");
      if (event.target.value) { address.searchParams.set(event.target.dataset.filter, event.target.value); }
      else { address.searchParams.delete(event.target.dataset.filter); }
      window.location.assign(address);
    });
  }
});
