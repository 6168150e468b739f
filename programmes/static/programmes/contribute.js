// What scripts add to the page of respondents: it saves as one types, and nothing typed is lost. It works without them.
"use strict";

(() => {
  const ENGLISH = document.documentElement.lang === "en";
  const SAY = ENGLISH ? {
    saving: "Saving…",
    saved: (hour) => `Saved at ${hour}`,
    offline: "Not saved: no connection. Your text is kept in this browser and will be sent as soon as possible.",
    closed: "This address no longer works: nothing more can be saved. Copy your text before you leave.",
    back: "Texts that could not be saved last time are back in their place.",
    theirs: "Somebody else has written in the meantime:",
    keep: "Keep my text", take: "Take the other text",
    ready: "ready to send", left: (n) => (n === 1 ? "1 item left" : `${n} items left`),
    replace: "Replace what is already written?",
  } : {
    saving: "Enregistrement…",
    saved: (hour) => `Enregistré à ${hour}`,
    offline: "Pas enregistré\u00a0: pas de connexion. Votre texte est gardé dans ce navigateur et partira dès que possible.",
    closed: "Cette adresse ne sert plus\u00a0: plus rien ne s’enregistre. Copiez votre texte avant de partir.",
    back: "Des textes qui n’avaient pas pu être enregistrés ont repris leur place.",
    theirs: "Quelqu’un d’autre a écrit entre-temps\u00a0:",
    keep: "Garder mon texte", take: "Prendre l’autre texte",
    ready: "prête à envoyer", left: (n) => (n === 1 ? "il reste 1 point" : `il reste ${n} points`),
    replace: "Remplacer le texte déjà saisi\u202f?",
  };
  const PAUSE = 2500; // milliseconds without a key before what was typed is saved
  const RETRY = 15000;

  const hour = () => {
    const now = new Date();
    const minutes = String(now.getMinutes()).padStart(2, "0");
    return ENGLISH ? `${now.getHours()}:${minutes}` : `${now.getHours()}\u00a0h\u00a0${minutes}`;
  };

  // One sheet: what is typed leaves after a pause, one request at a time.
  class Sheet {
    constructor(form) {
      this.form = form;
      this.name = `contribuer-${form.dataset.sheet}`;
      this.note = form.querySelector("[data-saved]");
      this.problems = form.querySelector("[data-problems]");
      this.left = form.closest(".answer").querySelector("[data-left]");
      this.timer = null;
      this.current = null;
      this.dirty = false;
      form.addEventListener("input", () => this.later());
      form.addEventListener("change", () => this.save(true));
      form.addEventListener("submit", (event) => this.submit(event));
      form.querySelectorAll("[data-resume]").forEach((button) => button.addEventListener("click", (event) => this.resume(event, button)));
      form.querySelectorAll("[data-count-of]").forEach((count) => this.count(count));
      this.restore();
    }

    later() {
      this.dirty = true;
      clearTimeout(this.timer);
      this.timer = setTimeout(() => this.save(), PAUSE);
    }

    say(words, wrong = false) {
      this.note.textContent = words;
      this.note.classList.toggle("answer__saved--wrong", wrong);
    }

    // Saves run one after the other, so that each knows the version that the one before has made.
    save(left = false, all = false) {
      clearTimeout(this.timer);
      if (!this.current) {
        this.current = this.send(left, all).finally(() => { this.current = null; });
      } else {
        this.current = this.current.then(() => this.send(left, all)).finally(() => { this.current = null; });
      }
      return this.current;
    }

    // What is still being written waits: references until their box is left, a new row until it is whole.
    typed(left, all) {
      const data = new FormData(this.form);
      data.set("action", "save");
      if (all) { return data; }
      if (!left) { data.delete("pasted"); }
      this.form.querySelectorAll("[data-new]").forEach((row) => {
        if (Sheet.isHalf(row)) { Sheet.boxes(row).forEach((box) => data.delete(box.name)); }
      });
      return data;
    }

    static boxes(place) { return [...place.querySelectorAll("textarea, select, input:not([type=hidden]):not([type=checkbox])")]; }

    static isHalf(row) {
      const boxes = Sheet.boxes(row);
      const isTyped = boxes.some((box) => box.value !== row.querySelector(`[name="seen-${box.name}"]`).value);
      return isTyped && boxes.some((box) => "needed" in box.dataset && !box.value.trim());
    }

    get isUnfinished() {
      const pasted = this.form.elements.pasted;
      return Boolean(pasted && pasted.value.trim()) || [...this.form.querySelectorAll("[data-new]")].some(Sheet.isHalf);
    }

    async send(left, all) {
      if (!this.dirty) { return true; }
      this.dirty = false;
      const data = this.typed(left, all);
      this.say(SAY.saving);
      let response, told;
      try {
        response = await fetch(this.form.getAttribute("action"), { method: "POST", body: data, headers: { Accept: "application/json" }, keepalive: true });
        told = (response.headers.get("Content-Type") || "").includes("json") ? await response.json() : null;
      } catch {
        response = null;
      }
      if (!response || response.status === 429 || response.status >= 500) {
        this.keep(data);
        this.dirty = true;
        this.say(SAY.offline, true);
        this.timer = setTimeout(() => this.save(), RETRY);
        return false;
      }
      if (!told) {
        this.keep(data);
        this.say(SAY.closed, true);
        return false;
      }
      return this.tell(told, response.ok, data);
    }

    tell(told, whole, data) {
      if (told.version) { this.form.elements.version.value = told.version; }
      this.merge(told, data);
      this.register(told, data);
      this.faults(told);
      if (whole) {
        this.forget();
        this.say(SAY.saved(hour()));
      } else {
        this.keep(data);
        this.say(told.words, true);
      }
      if (this.left && told.left) {
        const ready = !told.left.length || this.form.querySelector("[type=checkbox]").checked;
        this.left.textContent = ready ? SAY.ready : SAY.left(told.left.length);
      }
      return whole;
    }

    // What somebody else has written in a field that nobody types in here comes in.
    merge(told, data) {
      Object.entries(told.texts || {}).forEach(([name, text]) => {
        const area = this.form.elements[name];
        const sent = String(data.get(name) || "").replace(/\r\n/g, "\n");
        const wrong = name in (told.clashes || {}) || name in (told.refused || {});
        if (area && !wrong && area.value === sent && sent.trim() !== text) {
          area.value = text;
          area.dispatchEvent(new CustomEvent("shown"));
        }
      });
    }

    // What the register holds now, the rows that it has just taken in, the references that it knows.
    register(told, data) {
      Object.entries(told.held || {}).forEach(([name, value]) => {
        const seen = this.form.elements[`seen-${name}`];
        if (seen) { seen.value = value; }
      });
      Object.entries(told.made || {}).forEach(([old, name]) => this.settle(old, name));
      Object.entries(told.known || {}).forEach(([id, lines]) => {
        const list = document.getElementById(`${id}-asked`).querySelector("[data-known]");
        list.replaceChildren(...lines.map((words) => Object.assign(document.createElement("li"), { textContent: words, lang: "fr" })));
        list.hidden = !lines.length;
      });
      const pasted = this.form.elements.pasted;
      if (pasted && data.get("pasted") && !("pasted" in (told.refused || {})) && pasted.value.replace(/\r\n/g, "\n") === String(data.get("pasted")).replace(/\r\n/g, "\n")) {
        pasted.value = "";
      }
    }

    // A new row that is kept bears its own name from now on; an empty one stands below it.
    settle(old, name) {
      const row = this.form.querySelector(`[data-row="${old}"]`);
      if (!row) { return; }
      const next = row.cloneNode(true);
      row.after(next);
      row.dataset.row = name;
      delete row.dataset.new;
      row.querySelectorAll("[name], [id], [for]").forEach((node) => ["name", "id", "for"].forEach((kind) => {
        const value = node.getAttribute(kind);
        if (value) { node.setAttribute(kind, value.replace(old, name)); }
      }));
      row.querySelectorAll("[name^='seen-']").forEach((seen) => { seen.value = this.form.elements[seen.name.slice(5)].value; });
      Sheet.boxes(next).forEach((box) => {
        const seen = next.querySelector(`[name="seen-${box.name}"]`);
        box.value = box.tagName === "SELECT" ? box.options[0].value : seen.defaultValue;
        seen.value = box.value;
      });
    }

    faults(told) {
      this.form.querySelectorAll("[data-box]").forEach((box) => {
        const [area] = Sheet.boxes(box);
        const refused = (told.refused || {})[area.name];
        const theirs = (told.clashes || {})[area.name];
        box.querySelectorAll(".box__fault, .box__theirs").forEach((old) => old.remove());
        box.classList.toggle("box--fault", Boolean(refused) || theirs !== undefined);
        area.toggleAttribute("aria-invalid", false);
        if (refused) {
          const fault = Object.assign(document.createElement("p"), { className: "box__fault", textContent: refused });
          fault.setAttribute("role", "alert");
          area.setAttribute("aria-invalid", "true");
          area.before(fault);
        }
        if (theirs !== undefined) { area.before(this.choice(area, theirs, (told.held || {})[area.name])); }
      });
    }

    choice(area, theirs, held = theirs) {
      const box = Object.assign(document.createElement("div"), { className: "box__theirs" });
      box.setAttribute("role", "alert");
      const head = document.createElement("p");
      head.append(Object.assign(document.createElement("strong"), { textContent: SAY.theirs }));
      const quote = Object.assign(document.createElement("blockquote"), { textContent: theirs, lang: area.lang });
      const button = (words, act) => {
        const made = Object.assign(document.createElement("button"), { type: "button", className: "button button--small", textContent: words });
        made.addEventListener("click", () => { act(); box.remove(); this.dirty = true; area.focus(); this.save(); });
        return made;
      };
      box.append(head, quote, button(SAY.keep, () => {}), button(SAY.take, () => { area.value = held; }));
      return box;
    }

    async submit(event) {
      const button = event.submitter;
      if (!button || button.value === "save") {
        event.preventDefault();
        this.dirty = true;
        this.save(true, true);
        return;
      }
      if (this.current) { // what is on its way must arrive first, or the page would clash with itself
        event.preventDefault();
        await this.current;
        this.form.requestSubmit(button);
        return;
      }
      clearTimeout(this.timer);
      this.dirty = false;
      this.isLeaving = true;
      this.forget();
    }

    resume(event, button) {
      event.preventDefault();
      const olds = button.closest(".before").querySelectorAll("[data-before]");
      const areas = [...olds].map((old) => [document.getElementById(old.dataset.before), old.innerText.trim()]);
      if (areas.some(([area]) => area.value.trim()) && !window.confirm(SAY.replace)) { return; }
      areas.forEach(([area, text]) => {
        area.value = text;
        const fold = area.closest(".other-language");
        if (fold) { fold.open = true; }
        area.dispatchEvent(new Event("input", { bubbles: true }));
      });
      areas[0][0].focus();
    }

    count(count) {
      const area = document.getElementById(count.dataset.countOf);
      const agree = new Intl.PluralRules(document.documentElement.lang);
      const show = () => {
        const length = [...area.value].length;
        const most = Number(area.dataset.length);
        count.textContent = `${length} ${agree.select(length) === "one" ? count.dataset.one : count.dataset.many} ${most}`;
        count.classList.toggle("box__count--over", length > most);
      };
      area.addEventListener("input", show);
      area.addEventListener("shown", show);
      show();
    }

    // Kept in this browser only while it could not be saved, and cleared as soon as it is.
    keep(data) {
      const texts = {};
      Sheet.boxes(this.form).forEach((area) => { if (data.has(area.name)) { texts[area.name] = String(data.get(area.name)); } });
      try { window.localStorage.setItem(this.name, JSON.stringify(texts)); } catch { /* a browser that keeps nothing */ }
    }

    forget() {
      try { window.localStorage.removeItem(this.name); } catch { /* nothing was kept */ }
    }

    restore() {
      let texts = null;
      try { texts = JSON.parse(window.localStorage.getItem(this.name) || "null"); } catch { /* nothing was kept */ }
      if (!texts) { return; }
      const back = Object.entries(texts).filter(([name, text]) => this.form.elements[name] && text && this.form.elements[name].value !== text);
      back.forEach(([name, text]) => {
        this.form.elements[name].value = text;
        this.form.elements[name].dispatchEvent(new CustomEvent("shown"));
      });
      this.forget();
      if (back.length) {
        this.form.closest(".answer").open = true;
        this.say(SAY.back);
        this.later();
      }
    }
  }

  document.addEventListener("DOMContentLoaded", () => {
    const sheets = [...document.querySelectorAll("form[data-sheet]")].map((form) => new Sheet(form));
    document.addEventListener("visibilitychange", () => {
      if (document.visibilityState === "hidden") { sheets.filter((sheet) => sheet.dirty).forEach((sheet) => sheet.save()); }
    });
    window.addEventListener("online", () => sheets.filter((sheet) => sheet.dirty).forEach((sheet) => sheet.save()));
    window.addEventListener("beforeunload", (event) => {
      if (sheets.some((sheet) => !sheet.isLeaving && (sheet.dirty || sheet.isUnfinished))) { event.preventDefault(); }
    });
    document.querySelectorAll("form[data-all], .hand-over form, .given form").forEach((form) => {
      form.addEventListener("submit", (event) => {
        const busy = sheets.filter((sheet) => sheet.dirty || sheet.current);
        if (!busy.length) { return; }
        event.preventDefault();
        Promise.all(busy.map((sheet) => sheet.save())).then((done) => { if (done.every(Boolean)) { form.requestSubmit(event.submitter); } });
      });
    });
    // An address that names a sheet or a field opens what folds it away.
    const reveal = () => {
      const wanted = window.location.hash && document.getElementById(window.location.hash.slice(1));
      for (let fold = wanted && wanted.closest("details"); fold; fold = fold.parentElement.closest("details")) { fold.open = true; }
      if (wanted) { wanted.scrollIntoView(); }
    };
    window.addEventListener("hashchange", reveal);
    reveal();
    const problem = document.getElementById("bilan");
    if (problem) { problem.focus(); }
  });
})();
