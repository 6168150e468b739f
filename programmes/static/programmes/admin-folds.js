// Tables of rows are fetched when somebody opens them; what is typed elsewhere on the page stays as it is.
// Without scripts the same buttons send the page, which comes back with the table opened and nothing saved.
"use strict";

(() => {
  const $ = window.django && window.django.jQuery;

  // What Django's own scripts do when a page arrives, for the one table that has just come.
  const begin = (group, prefix) => {
    const { inlineType, inlineFormset } = group.dataset;
    const rows = inlineType === "tabular" ? " .tabular.inline-related tbody:first > tr.form-row" : " .inline-related";
    const formset = inlineType === "tabular" ? "tabularFormset" : "stackedFormset";
    const { options } = JSON.parse(inlineFormset);
    const selector = `#${$.escapeSelector(prefix)}-group${rows}`;
    $(selector)[formset](selector, options);
    if (window.DateTimeShortcuts) {
      $(".datetimeshortcuts").remove();
      window.DateTimeShortcuts.init();
    }
    const links = $(group).find(".admin-autocomplete").not("[name*=__prefix__]");
    if (links.length) { links.djangoAdminSelect2(); }
    $(group).find(".related-widget-wrapper select").trigger("change");
  };

  const fetched = async (prefix) => {
    const address = new URL(window.location.href);
    address.searchParams.set("tableau", prefix);
    const answer = await fetch(address, { redirect: "error" });
    if (!answer.ok) { throw new Error(String(answer.status)); }
    return document.createRange().createContextualFragment(await answer.text()).firstElementChild;
  };

  const replace = (folded, group, prefix) => {
    folded.replaceWith(group);
    group.dispatchEvent(new CustomEvent("table:opened", { bubbles: true }));
    if ($) { begin(group, prefix); }
  };

  const open = async (folded) => {
    const button = folded.querySelector("button, a");
    const prefix = button.value || new URL(button.href).searchParams.get("ouvrir");
    if (folded.getAttribute("aria-busy")) { return; }
    folded.setAttribute("aria-busy", "true");
    try { replace(folded, await fetched(prefix), prefix); } catch {
      folded.removeAttribute("aria-busy");
      const said = folded.querySelector("[role=alert]") || document.createElement("p");
      said.setAttribute("role", "alert");
      said.textContent = "Ce tableau n’a pas pu être lu. Réessayez ; ce que vous avez saisi est toujours sur la page.";
      folded.append(said);
    }
  };

  const named = (prefix) => document.querySelector(`#${CSS.escape(prefix)}-group.folded`);
  // For those who put rows back: resolves once the table is there.
  window.openTable = async (prefix) => { const folded = named(prefix); if (folded) { await open(folded); } };

  // To the rows; an empty table that was opened to add one begins with it.
  const reach = (prefix, adds) => {
    const add = adds && document.querySelector(`#${CSS.escape(prefix)}-group .add-row a`);
    if (add) {
      add.click();
      const box = document.querySelector(`#${CSS.escape(prefix)}-0 :is(input:not([type=hidden]), select, textarea)`);
      if (box) { ((box.nextElementSibling && box.nextElementSibling.querySelector(".select2-selection")) || box).focus(); }
      return;
    }
    const heading = document.getElementById(`${prefix}-heading`);
    if (!heading) { return; }
    heading.tabIndex = -1;
    heading.focus();
  };

  document.querySelectorAll(".folded button").forEach((button) => { button.type = "button"; });
  document.addEventListener("click", async (event) => {
    const button = event.target.closest(".folded button, .folded a");
    if (button) {
      event.preventDefault();
      const folded = button.closest(".folded");
      const prefix = folded.id.replace(/-group$/, "");
      await open(folded);
      reach(prefix, "add" in button.dataset);
      return;
    }
    if (event.target.closest(".unfold a")) {
      event.preventDefault();
      for (const folded of document.querySelectorAll(".folded")) { await open(folded); }
      event.target.closest(".unfold").remove();
    }
  });

  // An address that leads to a table, or to a box in it, opens it.
  document.addEventListener("DOMContentLoaded", () => {
    const aim = window.location.hash.slice(1).replace(/^id_/, "");
    document.querySelectorAll(".folded").forEach(async (folded) => {
      const prefix = folded.id.replace(/-group$/, "");
      if (!aim.startsWith(`${prefix}-`)) { return; }
      await open(folded);
      const target = document.getElementById(window.location.hash.slice(1));
      if (target) { target.scrollIntoView({ block: "center" }); }
    });
  });
})();
