// Light formatting in the browser: the tags that are kept, a toolbar in French, a paste from Word made clean.
// The textarea underneath stays what is sent; it is written to only when somebody types.
import {
  BulletList, Blockquote, Bold, Document, Editor, Extension, Gapcursor, HardBreak, Heading, History, Italic, Link,
  ListItem, OrderedList, Paragraph, Subscript, Superscript, Text,
} from "../django_prose_editor/editor.js";
import { cleanPaste, paragraphs } from "./admin-paste.js";

const BY_TAG = {
  strong: Bold, em: Italic, a: Link, ul: BulletList, ol: OrderedList, li: ListItem, blockquote: Blockquote,
  sub: Subscript, sup: Superscript, br: HardBreak,
};
const TOOLS = [
  ["h2", "Titre", "heading", { level: 2 }, (chain) => chain.toggleHeading({ level: 2 })],
  ["h3", "Sous-titre", "heading", { level: 3 }, (chain) => chain.toggleHeading({ level: 3 })],
  ["strong", "Gras", "bold", {}, (chain) => chain.toggleBold(), "Ctrl+B"],
  ["em", "Italique", "italic", {}, (chain) => chain.toggleItalic(), "Ctrl+I"],
  ["sub", "Indice", "subscript", {}, (chain) => chain.toggleSubscript()],
  ["sup", "Exposant", "superscript", {}, (chain) => chain.toggleSuperscript()],
  ["ul", "Liste", "bulletList", {}, (chain) => chain.toggleBulletList()],
  ["ol", "Liste numérotée", "orderedList", {}, (chain) => chain.toggleOrderedList()],
  ["blockquote", "Citation", "blockquote", {}, (chain) => chain.toggleBlockquote()],
  ["a", "Lien…", "link", {}, null, "Ctrl+K"],
  ["", "Annuler", "", {}, (chain) => chain.undo(), "Ctrl+Z"],
  ["", "Rétablir", "", {}, (chain) => chain.redo(), "Ctrl+Y"],
];

const made = (tag, attributes, ...children) => {
  const element = document.createElement(tag);
  Object.entries(attributes).forEach(([name, value]) => element.setAttribute(name, value));
  element.append(...children);
  return element;
};

const extensionsFor = (tags, shortcuts) => [
  Document, Paragraph, Text, History, Gapcursor, shortcuts,
  Heading.configure({ levels: [2, 3].filter((level) => tags.includes(`h${level}`)) }),
  ...Object.keys(BY_TAG).filter((tag) => tags.includes(tag)).map((tag) => (tag === "a"
    ? Link.extend({ addKeyboardShortcuts: () => ({}) }).configure({ openOnClick: false, autolink: false, protocols: ["http", "https", "mailto"] })
    : BY_TAG[tag])),
];

// The address of a link, asked in a dialog of the page; empty takes the link away.
const askLink = (editor, label) => {
  const field = made("input", { type: "text", class: "vTextField", inputmode: "url", id: `${label}-address`, placeholder: "https://…" });
  field.value = editor.getAttributes("link").href || "";
  const keep = made("button", { type: "submit", class: "button" }, "Mettre le lien");
  const drop = made("button", { type: "button", class: "button button--second" }, "Retirer le lien");
  const close = made("button", { type: "button", class: "button button--second" }, "Annuler");
  const form = made("form", { method: "dialog" }, made("p", { class: "panel__field" }, made("label", { for: field.id }, "Adresse du lien"), field), made("p", { class: "choice" }, keep, drop, close));
  const dialog = made("dialog", { class: "link-dialog", "aria-label": "Lien" }, form);
  const chain = () => editor.chain().focus().extendMarkRange("link");
  form.addEventListener("submit", () => {
    const typed = field.value.trim();
    const address = /^(https?:\/\/|mailto:)/i.test(typed) ? typed : typed.includes("@") ? `mailto:${typed}` : `https://${typed}`;
    if (typed) { chain().setLink({ href: address }).run(); } else { chain().unsetLink().run(); }
  });
  drop.addEventListener("click", () => { chain().unsetLink().run(); dialog.close(); });
  close.addEventListener("click", () => dialog.close());
  dialog.addEventListener("close", () => { dialog.remove(); editor.commands.focus(); });
  dialog.addEventListener("input", (event) => event.stopPropagation());
  document.body.append(dialog);
  dialog.showModal();
};

// One stop of the tabulation for the whole bar; arrows go from tool to tool.
const withArrows = (bar) => {
  const tools = [...bar.children];
  const stop = (chosen) => tools.forEach((tool) => { tool.tabIndex = tool === chosen ? 0 : -1; });
  stop(tools[0]);
  bar.addEventListener("keydown", (event) => {
    const move = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
    if (!move) { return; }
    const next = tools[(tools.indexOf(document.activeElement) + move + tools.length) % tools.length];
    stop(next);
    next.focus();
    event.preventDefault();
  });
};

const barFor = (editor, tags, link, name) => {
  const bar = made("div", { class: "rich__bar", role: "toolbar", "aria-label": `Mise en forme : ${name}` });
  TOOLS.filter(([tag]) => !tag || tags.includes(tag)).forEach(([tag, label, mark, attributes, command, keys]) => {
    const tool = made("button", { type: "button", class: `rich__tool rich__tool--${tag || "step"}`, title: keys ? `${label} (${keys})` : label }, label);
    if (mark) { editor.on("transaction", () => tool.setAttribute("aria-pressed", editor.isActive(mark, attributes))); }
    tool.addEventListener("click", () => (command ? command(editor.chain().focus()).run() : link()));
    bar.append(tool);
  });
  withArrows(bar);
  return bar;
};

const attributesOf = (textarea, label) => ({
  role: "textbox", "aria-multiline": "true", class: "rich__text", lang: textarea.lang || "fr", spellcheck: "true",
  ...(label ? { "aria-labelledby": label.id } : { "aria-label": textarea.getAttribute("aria-label") || "Texte" }),
  ...(textarea.getAttribute("aria-describedby") ? { "aria-describedby": textarea.getAttribute("aria-describedby") } : {}),
  ...(textarea.getAttribute("aria-invalid") ? { "aria-invalid": "true" } : {}),
});

const edit = (textarea) => {
  if (textarea.closest(".rich") || textarea.id.includes("__prefix__")) { return; }
  const tags = textarea.dataset.richText.split(" ");
  const label = textarea.labels[0];
  if (label && !label.id) { label.id = `${textarea.id}_label`; }
  const box = made("div", { class: "rich" });
  textarea.before(box);
  let link = () => {};
  const shortcuts = Extension.create({ name: "shortcuts", addKeyboardShortcuts: () => ({ "Mod-k": () => { link(); return true; } }) });
  const editor = new Editor({
    element: box, extensions: extensionsFor(tags, shortcuts), content: paragraphs(textarea.value), injectCSS: false,
    editorProps: { attributes: attributesOf(textarea, label), transformPastedHTML: cleanPaste },
    onUpdate: ({ editor: changed }) => {
      textarea.value = changed.isEmpty ? "" : changed.getHTML();
      textarea.dispatchEvent(new Event("input", { bubbles: true }));
    },
  });
  link = () => { if (editor.isActive("link") || !editor.state.selection.empty) { askLink(editor, textarea.id); } };
  box.prepend(barFor(editor, tags, link, label ? label.textContent.replace(/[\s:]+$/, "") : textarea.getAttribute("aria-label") || ""));
  box.append(textarea);
  textarea.hidden = true;
  if (label) { label.addEventListener("click", () => editor.commands.focus()); }
  textarea.addEventListener("rich:refill", () => editor.commands.setContent(paragraphs(textarea.value), { emitUpdate: false }));
  textarea.addEventListener("focus", () => editor.commands.focus());
};

const editAll = (part) => part.querySelectorAll("textarea[data-rich-text]").forEach(edit);
editAll(document);
["formset:added", "table:opened"].forEach((come) => document.addEventListener(come, (event) => editAll(event.target)));
