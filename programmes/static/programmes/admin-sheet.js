// What the page of a yearly sheet adds when scripts run: counts as typed, last year's text taken up in place.
"use strict";

document.addEventListener("DOMContentLoaded", () => {
  const counts = new Map();
  document.querySelectorAll("[data-count-of]").forEach((count) => {
    const area = document.getElementById(count.dataset.countOf);
    if (!area) { return; }
    const show = () => {
      const length = [...area.value].length;
      const most = Number(area.dataset.length);
      count.textContent = `${length} caractère${length > 1 ? "s" : ""} sur ${most}`;
      count.classList.toggle("pair__count--over", length > most);
    };
    counts.set(area.id, show);
    area.addEventListener("input", show);
    show();
  });
  document.querySelectorAll("button[name=_resume]").forEach((button) => {
    button.addEventListener("click", (event) => {
      const area = document.getElementById(`id_${button.value}`);
      const before = document.getElementById(`before-${button.value}`);
      if (!area || !before || (area.value.trim() && !window.confirm("Remplacer le texte déjà saisi ?"))) {
        if (area) { event.preventDefault(); }
        return;
      }
      event.preventDefault();
      area.value = before.innerText.trim();
      area.dispatchEvent(new Event("input", { bubbles: true }));
      area.focus();
    });
  });
});
