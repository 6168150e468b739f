// Finding one's way: the menu on a small screen, the number of things to do.
"use strict";

document.addEventListener("DOMContentLoaded", () => {
  const menu = document.getElementById("staff-menu");
  const button = document.querySelector(".menu-button");
  if (menu && button) {
    document.body.classList.add("has-menu-button");
    const show = (open) => {
      menu.classList.toggle("is-open", open);
      button.setAttribute("aria-expanded", String(open));
    };
    button.addEventListener("click", () => {
      show(button.getAttribute("aria-expanded") !== "true");
      if (menu.classList.contains("is-open")) { menu.querySelector("a").focus(); }
    });
    menu.addEventListener("keydown", (event) => {
      if (event.key === "Escape") { show(false); button.focus(); }
    });
  }

  // What opens is closed again by Escape, or by a click elsewhere.
  const who = document.querySelector("details.who");
  if (who) {
    document.addEventListener("click", (event) => { if (!who.contains(event.target)) { who.open = false; } });
    who.addEventListener("keydown", (event) => {
      if (event.key === "Escape" && who.open) { who.open = false; who.querySelector("summary").focus(); }
    });
  }

  const tasks = document.querySelector("[data-tasks]");
  if (tasks && !("known" in tasks.dataset)) {
    fetch(tasks.dataset.tasks, { credentials: "same-origin" })
      .then((answer) => (answer.ok ? answer.json() : { count: 0 }))
      .then((found) => {
        tasks.firstElementChild.textContent = found.count || "";
        tasks.hidden = !found.count;
      })
      .catch(() => {});
  }
});
