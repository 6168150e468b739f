// Django's calendar and clock from the keyboard: opening one goes into it, Escape comes back to the link that opened it,
// and going on with Tab closes it.
"use strict";

(() => {
  let opener = null;
  const boxOf = (link) => document.getElementById(link.id.replace("link", "box"));
  const isOpen = (box) => Boolean(box) && box.style.display === "block";

  const enter = (link) => {
    const box = boxOf(link);
    if (!isOpen(box)) { return; }
    opener = link;
    const day = box.querySelector("td.selected a") || box.querySelector("td.today a") || box.querySelector("li a, td a");
    if (day) { day.focus(); }
  };

  // Django stops the click at the link: it is heard on its way down, and looked at once the box is open.
  document.addEventListener("click", (event) => {
    const link = event.target.closest("[id^=calendarlink], [id^=clocklink]");
    if (link) { window.setTimeout(enter, 0, link); }
  }, true);

  document.addEventListener("keydown", (event) => {
    if (event.key === "Escape" && opener && isOpen(boxOf(opener))) { opener.focus(); }
  });

  document.addEventListener("focusout", (event) => {
    const box = opener && boxOf(opener);
    const next = event.relatedTarget;
    if (isOpen(box) && box.contains(event.target) && next && next !== opener && !box.contains(next)) {
      box.style.display = "none";
    }
  });
})();
