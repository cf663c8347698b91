// What everything else stands on: the embedded data, texts in the chosen language, elements.
// Text reaches the page through `h` alone, as text, so that no source can add markup.
"use strict";

const LANGUAGES = ["en", "zh-Hans", "zh-Hant"]; // the order of the embedded texts
const HAN = /[\u2e80-\u303f\u3400-\u9fff\uf900-\ufaff\uff00-\uffef\u{20000}-\u{3ffff}]+/gu;
const HIDDEN = /[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]/gu;

let DATA = null; // the embedded tables, as objects

/** The embedded tables as objects. */
function load() {
  const data = JSON.parse(document.getElementById("data").textContent);
  const objects = ({ cols, rows }) => rows.map((row) => Object.fromEntries(cols.map((c, i) => [c, row[i]])));
  data.table = {};
  for (const name of ["records", "links", "findings", "entries", "verdicts", "rules"]) data.table[name] = objects(data[name]);
  return data;
}

/** The text of a number in a language, by default the chosen one. */
function text(number, lang = document.documentElement.lang) {
  const found = DATA.texts[number];
  return typeof found === "string" ? found : found[LANGUAGES.indexOf(lang)];
}

/** Words of the interface, with values put in for names in braces. */
const say = (key, values = {}) => text(DATA.words[key]).replace(/\{(\w+)\}/g, (whole, name) => values[name] ?? whole);

/** The same as pieces, so that a value may be an element. */
const sayWith = (key, values) => text(DATA.words[key]).split(/\{(\w+)\}/).map((piece, i) => (i % 2 ? values[piece] : piece));

const n = (value) => value.toLocaleString("en");

/** An element with attributes and children; strings become text. */
function h(tag, attributes, ...children) {
  const svg = ["svg", "rect", "line"].includes(tag);
  const node = svg ? document.createElementNS("http://www.w3.org/2000/svg", tag) : document.createElement(tag);
  for (const [name, value] of Object.entries(attributes || {})) {
    if (name.startsWith("on")) node.addEventListener(name.slice(2), value);
    else if (value !== null && value !== undefined && value !== false) node.setAttribute(name, value === true ? "" : value);
  }
  node.append(...children.flat(4).filter((c) => c !== null && c !== undefined && c !== false && c !== ""));
  return node;
}

/** A sign for a verdict or severity, which the style draws. */
const glyph = (kind) => h("span", { class: `glyph ${kind}`, "aria-hidden": "true" });

/** Pieces of `whole` between and within the matches of `pattern`. */
function pieces(whole, pattern, within) {
  const out = [];
  let at = 0;
  for (const m of whole.matchAll(pattern)) {
    if (m.index > at) out.push(whole.slice(at, m.index));
    out.push(within(m[0]));
    at = m.index + m[0].length;
  }
  if (at < whole.length) out.push(whole.slice(at));
  return out;
}

/** A control or direction mark by its number: it must not act on the text around it. */
function shown(char) {
  if (char === "\t" || char === "\u00ad") return char;
  const code = char.codePointAt(0).toString(16).toUpperCase().padStart(4, "0");
  return h("bdi", { class: "hidden" }, `U+${code}`);
}

const visible = (whole) => pieces(whole, HIDDEN, shown);

/** A sentence of ours with names in it: in an English one, Chinese runs are marked as such. */
function mixed(whole, lang = document.documentElement.lang) {
  if (lang !== "en") return visible(whole);
  return pieces(whole, HAN, (run) => h("span", { lang: "zh" }, run)).map((p) => (typeof p === "string" ? visible(p) : p));
}

/** Puts every text of the templates into a language. */
function speak(lang) {
  document.documentElement.lang = lang;
  for (const node of document.querySelectorAll("[data-t]")) {
    const now = text(Number(node.dataset.t));
    if (node.tagName === "TITLE") node.textContent = now;
    else node.replaceChildren(...mixed(now));
  }
  for (const name of ["title", "aria-label", "placeholder"]) {
    for (const node of document.querySelectorAll(`[data-t-${name}]`)) node.setAttribute(name, text(Number(node.getAttribute(`data-t-${name}`))));
  }
  for (const node of document.querySelectorAll("title[data-kind]")) {
    const { kind, label, n: count } = node.dataset;
    node.textContent = `${label ? `${label} ` : ""}${text(DATA.verdict[kind])}: ${n(Number(count))}`;
  }
  for (const node of document.querySelectorAll("[data-lang]")) node.setAttribute("aria-pressed", String(node.dataset.lang === lang));
}

function copy(what) {
  const done = () => toast(say("copied"));
  const byHand = () => {
    const area = h("textarea", { style: "position:fixed;opacity:0" });
    area.value = what;
    document.body.append(area);
    area.select();
    document.execCommand("copy");
    area.remove();
    done();
  };
  if (navigator.clipboard && window.isSecureContext) navigator.clipboard.writeText(what).then(done, byHand);
  else byHand();
}

let toastTimer;
function toast(what) {
  const box = document.getElementById("toast");
  box.textContent = what;
  box.classList.add("shown");
  clearTimeout(toastTimer);
  toastTimer = setTimeout(() => box.classList.remove("shown"), 1600);
}
