// Identifiers checked as they are typed: the server says whether, why, and what was probably meant.
"use strict";

document.addEventListener("DOMContentLoaded", () => {
  const tools = document.getElementById("form-tools");
  if (!tools) { return; }
  const PAUSE = 700; // milliseconds without a key

  const neighbour = (input, name) => document.getElementById(input.id.replace(/[^-]+$/, (last) => (input.id.includes("-") ? name : `id_${name}`)));
  const schemeOf = (input) => {
    if (input.dataset.scheme) { return input.dataset.scheme; }
    const select = neighbour(input, input.dataset.schemeFrom);
    return select ? select.value : "";
  };
  // The number of a unit is checked with its type; somebody may have pasted both.
  const textOf = (input) => {
    const before = input.dataset.schemeBefore && neighbour(input, input.dataset.schemeBefore);
    return before && /^\s*\d/.test(input.value) ? `${before.value} ${input.value}` : input.value.trim();
  };
  const partOf = (input, value) => (input.dataset.schemeBefore ? value.split(" ").pop() : value);

  const regionOf = (input) => {
    const known = document.getElementById(`${input.id}_verdict`);
    if (known) { return known; }
    const region = document.createElement("p");
    region.id = `${input.id}_verdict`;
    region.className = "verdict";
    region.setAttribute("role", "status");
    input.after(region);
    input.setAttribute("aria-describedby", `${input.getAttribute("aria-describedby") || ""} ${region.id}`.trim());
    return region;
  };

  const show = (input, region, verdict) => {
    region.textContent = verdict.sentence;
    region.className = `verdict verdict--${verdict.is_right ? "right" : "wrong"}`;
    const better = verdict.value && partOf(input, verdict.value);
    const isFine = verdict.is_right && !(input.dataset.schemeBefore && better !== input.value.trim());
    if (isFine || !better) { return; }
    const button = document.createElement("button");
    button.type = "button";
    button.textContent = `Corriger en ${better}`;
    button.addEventListener("click", () => {
      input.value = better;
      input.dispatchEvent(new Event("input", { bubbles: true }));
      input.focus();
      check(input);
    });
    region.append(" ", button);
  };

  const check = async (input) => {
    const region = regionOf(input);
    const [schema, valeur] = [schemeOf(input), textOf(input)];
    const asked = `${schema} ${valeur}`;
    if (region.dataset.asked === asked) { return; }
    region.dataset.asked = asked;
    if (!schema || !valeur || !input.value.trim()) { region.textContent = ""; return; }
    try {
      const answer = await fetch(`${tools.dataset.check}?${new URLSearchParams({ schema, valeur })}`, { redirect: "error" });
      if (answer.ok && region.dataset.asked === asked) { show(input, region, await answer.json()); }
    } catch { region.textContent = ""; } // the same check is made again when the form is saved
  };

  const checked = (target) => target instanceof HTMLInputElement && (target.dataset.scheme || target.dataset.schemeFrom);
  let waiting;
  document.addEventListener("focusin", ({ target }) => { if (checked(target)) { regionOf(target); } });
  document.addEventListener("input", ({ target }) => {
    if (!checked(target)) { return; }
    window.clearTimeout(waiting);
    waiting = window.setTimeout(() => check(target), PAUSE);
  });
  document.addEventListener("change", ({ target }) => {
    if (checked(target)) { window.clearTimeout(waiting); check(target); return; }
    document.querySelectorAll("input[data-scheme-from], input[data-scheme-before]").forEach((input) => {
      const beside = neighbour(input, input.dataset.schemeFrom || input.dataset.schemeBefore);
      if (beside === target && input.value) { check(input); }
    });
  });
});
