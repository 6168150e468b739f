// What people paste, in the shape that the register keeps: no style of a word processor, lists that are lists,
// tables as lines. The server cleans again whatever arrives.

const escaped = (text) => text.replace(/&/g, "&amp;").replace(/</g, "&lt;").replace(/>/g, "&gt;");

// A text shown without its tags, as the server writes it: blank lines part paragraphs.
export const paragraphs = (text) => (text.includes("<") || !text.trim() ? text
  : text.trim().split(/\r?\n\s*\n/).map((part) => `<p>${escaped(part).replace(/&amp;(amp|lt|gt|nbsp);/g, "&$1;").replace(/\r?\n/g, "<br>")}</p>`).join(""));

const renamed = (element, name) => {
  const other = element.ownerDocument.createElement(name);
  other.append(...element.childNodes);
  element.replaceWith(other);
  return other;
};

const SIGN = /^[\s\u00a0]*(?:[·•o§\u2013\u2022\uf0b7-]|(?:\d+|[a-z])[.)])[\s\u00a0]+/i;

// Word writes lists as paragraphs with a drawn bullet.
const asLists = (body) => {
  let list = null;
  [...body.querySelectorAll("p, h1, h2, h3, h4, h5, h6, table, ul, ol")].forEach((block) => {
    if (!/mso-list/.test(block.dataset.style || "")) { list = null; return; }
    const drawn = block.textContent.match(SIGN);
    const name = drawn && /\d|^[\s\u00a0]*[a-np-z][.)]/i.test(drawn[0]) ? "ol" : "ul";
    block.querySelectorAll("[data-style*='mso-list:Ignore'], [data-style*='mso-list: Ignore']").forEach((sign) => sign.remove());
    if (!list || list.localName !== name || list.nextElementSibling !== block) {
      list = block.ownerDocument.createElement(name);
      block.before(list);
    }
    const item = renamed(block, "li");
    const first = item.firstChild;
    if (first && first.nodeType === Node.TEXT_NODE) { first.data = first.data.replace(SIGN, ""); }
    list.append(item);
  });
};

// A table becomes lines: the cells of a row apart.
const asLines = (body) => body.querySelectorAll("table").forEach((table) => {
  const lines = [...table.rows].map((row) => {
    const line = body.ownerDocument.createElement("p");
    [...row.cells].filter((cell) => cell.textContent.trim()).forEach((cell, rank) => {
      if (rank) { line.append(" – "); }
      cell.querySelectorAll("p, div").forEach((inner) => inner.replaceWith(...inner.childNodes, " "));
      line.append(...cell.childNodes);
    });
    return line;
  });
  table.replaceWith(...lines.filter((line) => line.textContent.trim()));
});

// Bold and italic that a word processor writes as a style become tags; a style that undoes a tag takes it away.
const asTags = (body) => body.querySelectorAll("[data-style]").forEach((element) => {
  const style = element.dataset.style;
  const heavy = /(^|;)\s*font-weight:\s*(bold|[6-9]00)/i.test(style);
  const light = /(^|;)\s*font-weight:\s*(normal|400)/i.test(style) && /^(b|strong)$/.test(element.localName);
  const wrap = (name) => {
    const tag = body.ownerDocument.createElement(name);
    tag.append(...element.childNodes);
    element.append(tag);
  };
  if (heavy && element.localName === "span") { wrap("strong"); }
  if (/(^|;)\s*font-style:\s*italic/i.test(style) && element.localName === "span") { wrap("em"); }
  if (light) { element.replaceWith(...element.childNodes); }
});

// A style attribute would be refused by the page's policy as soon as it is read: it is read under another name.
const withoutStyles = (html) => html
  .replace(/<style[\s\S]*?<\/style>/gi, "")
  .replace(/<[a-z][^<>]*/gi, (tag) => tag.replace(/\sstyle\s*=/i, " data-style="));

export const cleanPaste = (html) => {
  const { body } = new DOMParser().parseFromString(withoutStyles(html), "text/html");
  const comments = document.createNodeIterator(body, NodeFilter.SHOW_COMMENT);
  const dropped = [];
  for (let comment = comments.nextNode(); comment; comment = comments.nextNode()) { dropped.push(comment); }
  dropped.forEach((comment) => comment.remove());
  body.querySelectorAll("style, script, meta, link, title, xml, img").forEach((element) => element.remove());
  asTags(body);
  asLists(body);
  asLines(body);
  body.querySelectorAll("h1").forEach((title) => renamed(title, "h2"));
  body.querySelectorAll("h4, h5, h6").forEach((title) => renamed(title, "h3"));
  [...body.querySelectorAll("*")].filter((element) => element.localName.includes(":")).forEach((element) => element.replaceWith(...element.childNodes));
  body.querySelectorAll("p").forEach((empty) => { if (!empty.textContent.trim()) { empty.remove(); } });
  body.querySelectorAll("*").forEach((element) => [...element.attributes].forEach(({ name }) => {
    if (name !== "href") { element.removeAttribute(name); }
  }));
  return body.innerHTML;
};
