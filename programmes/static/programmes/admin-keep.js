// Nothing typed is lost: a copy stays in this tab until the server has kept it; a refusal leads to each box.
"use strict";

document.addEventListener("DOMContentLoaded", () => {
  const SENT = "saisie-envoyee";
  const form = document.querySelector(".change-form:not(.popup) #content-main > form");
  const summary = document.getElementById("error-summary");
  const tools = document.getElementById("form-tools");
  const store = window.sessionStorage;
  const key = `saisie:${tools ? tools.dataset.who : ""}:${window.location.pathname}`;
  const read = (name) => { try { return JSON.parse(store.getItem(name)); } catch { return null; } };

  // What was sent from the last page was kept when this page says so.
  const sent = store.getItem(SENT);
  store.removeItem(SENT);
  if (sent && document.querySelector(".messagelist .success")) { store.removeItem(sent); }

  const reach = (target) => {
    if (!target) { return; }
    for (let fold = target.closest("details"); fold; fold = fold.parentElement.closest("details")) { fold.open = true; }
    const drawn = target.nextElementSibling && target.nextElementSibling.querySelector(".select2-selection");
    (drawn || target).focus();
    (drawn || target).scrollIntoView({ block: "center" });
  };
  if (summary) {
    summary.addEventListener("click", (event) => {
      const link = event.target.closest("a");
      if (link) { event.preventDefault(); reach(document.getElementById(link.hash.slice(1))); }
    });
    summary.focus();
  }
  // A reason stands beside its box, for those who listen too.
  document.querySelectorAll("ul.errorlist[id$=_error]").forEach((list) => {
    const box = document.getElementById(list.id.replace(/_error$/, ""));
    if (!box) { return; }
    const told = (box.getAttribute("aria-describedby") || "").split(" ").filter((id) => id && id !== list.id);
    box.setAttribute("aria-describedby", [list.id, ...told].join(" "));
    box.setAttribute("aria-invalid", "true");
  });
  if (!form) { return; }

  const isTyped = (box) => box.name && !["csrfmiddlewaretoken", "jeton", "plie"].includes(box.name)
    && !["file", "password", "submit", "button"].includes(box.type) && !box.name.includes("__prefix__");
  const boxes = () => [...form.elements].filter(isTyped);
  const valueOf = (box) => (["checkbox", "radio"].includes(box.type) ? box.checked : box.value);
  const chosen = (box) => (box.localName === "select" && box.selectedOptions[0] ? box.selectedOptions[0].textContent : "");
  const copy = () => boxes().map((box) => [box.name, box.type === "radio" ? box.value : "", valueOf(box), chosen(box)]);
  const keep = () => store.setItem(key, JSON.stringify({ when: Date.now(), boxes: copy() }));

  let waiting;
  const later = () => { window.clearTimeout(waiting); waiting = window.setTimeout(keep, 400); };
  form.addEventListener("input", later);
  form.addEventListener("change", later);
  form.addEventListener("submit", () => {
    window.clearTimeout(waiting);
    keep();
    store.setItem(SENT, key);
  });

  const boxOf = (name, radio) => boxes().find((box) => box.name === name && (!radio || box.value === radio));
  const refill = (box, value, text) => {
    if (["checkbox", "radio"].includes(box.type)) { box.checked = value; } else {
      if (box.localName === "select" && value && ![...box.options].some((option) => option.value === value)) { box.add(new Option(text, value)); }
      box.value = value;
    }
    box.dispatchEvent(new Event("change", { bubbles: true }));
    if (box.matches(".admin-autocomplete") && window.django) { window.django.jQuery(box).trigger("change"); }
    if (box.dataset.richText) { box.dispatchEvent(new Event("rich:refill")); }
  };
  const resume = async ({ boxes: typed }) => {
    const counted = typed.map(([name]) => name).filter((name) => name.endsWith("-TOTAL_FORMS"));
    for (const name of counted) { await window.openTable(name.replace(/-TOTAL_FORMS$/, "")); }
    typed.filter(([name]) => name.endsWith("-TOTAL_FORMS")).forEach(([name, , total]) => {
      const prefix = name.replace(/-TOTAL_FORMS$/, "");
      const add = document.querySelector(`#${CSS.escape(prefix)}-group .add-row a`);
      for (let rows = add && Number(boxOf(name).value); add && rows < Number(total); rows += 1) { add.click(); }
    });
    typed.filter(([name]) => !/-(TOTAL|INITIAL|MIN_NUM|MAX_NUM)_FORMS$/.test(name)).forEach(([name, radio, value, text]) => {
      const box = boxOf(name, radio);
      if (box && valueOf(box) !== value) { refill(box, value, text); }
    });
    keep();
  };

  // A page that came back with its errors holds everything already.
  const kept = read(key);
  if (!kept || summary) { return; }
  const now = JSON.stringify(copy().map(([name, radio, value]) => [name, radio, value]));
  if (now === JSON.stringify(kept.boxes.map(([name, radio, value]) => [name, radio, value]))) { return; }
  const offer = document.createElement("section");
  offer.className = "kept";
  offer.setAttribute("aria-label", "Saisie non enregistrée");
  const when = new Date(kept.when).toLocaleString("fr-FR", { day: "numeric", month: "long", hour: "numeric", minute: "2-digit" });
  const words = document.createElement("p");
  words.setAttribute("role", "status");
  words.textContent = `Une saisie du ${when} n’a pas été enregistrée sur cette page.`;
  const button = (label, look, act) => {
    const made = document.createElement("button");
    made.type = "button";
    made.className = look;
    made.textContent = label;
    made.addEventListener("click", () => { act(); offer.remove(); });
    return made;
  };
  offer.append(words, button("Reprendre ma saisie", "button", () => resume(kept)), " ", button("L’oublier", "button button--second", () => store.removeItem(key)));
  form.before(offer);
});
