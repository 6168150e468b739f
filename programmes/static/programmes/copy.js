// A button beside each text that readers take with them. Without this script the text stands there, to be selected.
(() => {
  const { copyLabel, copiedLabel } = document.currentScript.dataset;

  const select = (text) => {
    const range = document.createRange();
    range.selectNodeContents(text);
    getSelection().removeAllRanges();
    getSelection().addRange(range);
  };

  // The clipboard is closed to pages without https: the text is then left selected, one key away.
  const copy = async (text, button) => {
    try {
      await navigator.clipboard.writeText(text.innerText.trim());
    } catch {
      select(text);
      if (!document.execCommand("copy")) return;
    }
    button.textContent = copiedLabel;
    setTimeout(() => { button.textContent = copyLabel; }, 4000);
  };

  document.querySelectorAll("[data-copy]").forEach((text) => {
    const button = document.createElement("button");
    button.type = "button";
    button.className = "copy";
    button.textContent = copyLabel;
    button.setAttribute("aria-live", "polite");
    button.addEventListener("click", () => copy(text, button));
    text.after(button);
  });
})();
