// One opened entry: excerpts, evidence, suggestion, and the rule that settles it.
// Text reaches the page through `h` alone, as text, so that no source can add markup.
"use strict";

/** An element with attributes and children; strings become text. */
function h(tag, attributes, ...children) {
  const svg = ["svg", "rect", "line", "title"].includes(tag);
  const node = svg ? document.createElementNS("http://www.w3.org/2000/svg", tag) : document.createElement(tag);
  for (const [name, value] of Object.entries(attributes || {})) {
    if (name.startsWith("on")) node.addEventListener(name.slice(2), value);
    else if (value !== null && value !== undefined && value !== false) node.setAttribute(name, value === true ? "" : value);
  }
  node.append(...children.flat(3).filter((c) => c !== null && c !== undefined && c !== false && c !== ""));
  return node;
}

const HAN = /[\u2e80-\u303f\u3400-\u9fff\uf900-\ufaff\uff00-\uffef\u{20000}-\u{3ffff}]+/gu;
const HIDDEN = /[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]/gu;
const GLYPHS = {
  agree: "●", "agree-differently": "◐", conflict: "▲", "only-zh": "◧", "only-en": "◨", "not-comparable": "○",
  error: "■", warning: "▲", notice: "●", info: "○",
};
const CUT = 140; // characters of a source line that an excerpt shows
const SHOWN = 60; // places of a group that are shown at first
const SUGGESTIONS = 8; // suggestions of a group that are shown

const glyph = (kind) => h("span", { class: `glyph ${kind}`, "aria-hidden": "true" }, GLYPHS[kind]);

/** Pieces of `text` between and within the matches of `pattern`. */
function pieces(text, pattern, within) {
  const out = [];
  let at = 0;
  for (const m of text.matchAll(pattern)) {
    if (m.index > at) out.push(text.slice(at, m.index));
    out.push(within(m[0]));
    at = m.index + m[0].length;
  }
  if (at < text.length) out.push(text.slice(at));
  return out;
}

/** A control or direction mark, isolated and visible; the character itself stays for copying. */
function shown(char) {
  if (char === "\t" || char === "\u00ad") return char;
  const code = char.codePointAt(0).toString(16).toUpperCase().padStart(4, "0");
  return h("bdi", { class: "hidden", title: `U+${code}` }, `U+${code}`);
}

/** Mixed text: Chinese runs are marked as such. */
const mixed = (text) => pieces(text, HAN, (run) => h("span", { lang: "zh" }, run))
  .map((p) => (typeof p === "string" ? pieces(p, HIDDEN, shown) : p));

/** A source line cut around its first span; `spans` are [from, to, isMain] in code points. */
function sourceLine(text, spans, around, whole) {
  const chars = Array.from(text);
  let from = 0, to = chars.length;
  if (!whole && chars.length > CUT) {
    from = Math.max(0, Math.min(around - Math.floor(CUT / 4), chars.length - CUT));
    to = Math.min(chars.length, from + CUT);
  }
  const out = [from > 0 ? "…" : ""];
  let at = from;
  const add = (end, css) => {
    const stop = Math.min(Math.max(end, at), to);
    const piece = pieces(chars.slice(at, stop).join(""), HIDDEN, shown);
    if (stop > at) out.push(css === null ? piece : h("mark", { class: css }, piece));
    at = stop;
  };
  for (const [start, end, main] of spans.slice().sort((a, b) => a[0] - b[0] || b[2] - a[2])) {
    add(start, null);
    add(end, main ? "" : "beside");
  }
  add(to, null);
  out.push(to < chars.length ? "…" : "");
  return h("bdi", {}, out);
}

/** The lines of one source around its spans, with numbers. Spans are [line, column, end] (1-based). */
function excerpt(data, source, mains, beside, whole) {
  const lines = data.lines[source];
  const numbers = new Set(mains.flatMap(([line]) => [line - 1, line, line + 1]).filter((n) => lines[n] !== undefined));
  const items = [];
  let last = null;
  for (const n of [...numbers].sort((x, y) => x - y)) {
    const here = mains.filter((m) => m[0] === n);
    const near = here[0] || mains.find((m) => Math.abs(m[0] - n) === 1);
    const apart = (b) => b[0] === n && !here.some((m) => b[1] < m[2] && m[1] < b[2]);
    const marks = [...here.map((m) => [m[1] - 1, m[2] - 1, true]), ...beside.filter(apart).map((b) => [b[1] - 1, b[2] - 1, false])];
    if (last !== null && n > last + 1) items.push(h("li", { class: "gap" }, h("span", { class: "nr" }, "⋯")));
    items.push(h("li", { class: here.length ? "here" : null }, h("span", { class: "nr" }, String(n)),
      h("code", { lang: data.sources[source].side }, sourceLine(lines[n], marks, near[1] - 1, whole))));
    last = n;
  }
  const { path, side } = data.sources[source];
  const [line, column] = mains[0];
  return h("div", { class: "excerpt" },
    h("span", { class: "place" }, mains.length === 1 ? `${path}:${line}:${column}` : `${path}, ${mains.length} places`),
    h("div", { class: "lines", tabindex: "0", role: "group", "aria-label": `${side}, line ${line}` }, h("ol", {}, items)));
}

const recordExcerpt = (data, r, whole) => excerpt(data, r.source, [r.spans[0]], r.spans.slice(1), whole);

/** The evidence as bars in log-odds, each where the one before it ended; the last is the sum. */
function waterfall(link) {
  const steps = [];
  let sum = 0;
  for (const [name, detail, weight] of link.evidence) {
    steps.push({ name, detail, weight, from: sum, to: sum + weight });
    sum += weight;
  }
  const ends = steps.flatMap((s) => [s.from, s.to]).concat(0);
  const low = Math.min(...ends), span = Math.max(...ends) - low || 1;
  const x = (v) => (100 * (v - low)) / span;
  const bar = (from, to, css) => h("svg", { viewBox: "0 0 100 14", preserveAspectRatio: "none", "aria-hidden": "true" },
    h("rect", { class: css, x: x(Math.min(from, to)), width: Math.max(Math.abs(x(to) - x(from)), 0.6), y: 2, height: 10 }),
    h("line", { class: "zero", x1: x(0), x2: x(0), y1: 0, y2: 14 }));
  const signed = (w) => (w < 0 ? "−" : "+") + Math.abs(w).toFixed(2);
  const step = (css, name, detail, graph, weight) => h("div", { class: css }, h("span", {}, name),
    h("span", { class: "detail-text" }, detail), h("span", { class: "graph" }, graph), h("span", { class: "weight" }, signed(weight)));
  return h("div", {}, h("h4", {}, "What the link rests on"),
    h("div", { class: "waterfall" },
      steps.map((s) => step("step", s.name, mixed(s.detail), bar(s.from, s.to, s.weight < 0 ? "down" : "up"), s.weight)),
      step("step sum", "sum", `probability ${link.p.toFixed(4)}`, bar(0, sum, "total"), sum)),
    h("p", { class: "quiet note" }, "Bars are log-odds, each beginning where the one before it ended; the upright line stands for even chances."),
    link.next ? h("p", { class: "quiet" }, "Next best: ", mixed(link.next[0]), ` (${link.next[1].toFixed(4)})`) : null,
    link.rule ? h("p", { class: "quiet" }, `Set by rule ${link.rule}.`) : null);
}

/** A YAML scalar: plain where that is safe, else in double quotes. */
function scalar(text) {
  return /^[\p{L}][\p{L}\p{N} ._-]*$/u.test(text) && !/^(y|n|yes|no|on|off|true|false|null)$/i.test(text) && !/\s$/.test(text)
    ? text : JSON.stringify(text);
}

const flow = (pairs) => `{${pairs.map(([k, v]) => `${k}: ${v}`).join(", ")}}`;
const names = (r) => flow([["host", scalar(r.host)], ["partner", scalar(r.partner)]]);

/** Override rules that settle an item, ready to paste under `rules:`; the reason is left to write. */
function ruleFor(item, data) {
  const rule = (pairs) => `- ${flow([...pairs, ["because", '""']])}`;
  const pair = (kind, zh, en) => rule([["id", `${kind}-${item.id}`], ["kind", kind], ["zh", zh], ["en", en]]);
  const blank = '{host: "", partner: ""}';
  if (item.kind === "agreement") {
    if (item.zh && item.en) return pair("no-match", names(item.zh), names(item.en));
    return item.zh ? pair("match", names(item.zh), blank) : pair("match", blank, names(item.en));
  }
  const records = item.findings[0].records.map((i) => data.table.records[i]);
  const sides = ["zh", "en"].map((side) => records.find((r) => data.sources[r.source].side === side));
  if (sides[0] && sides[1] && data.codes[item.code].kind === "match") return pair("match", ...sides.map(names));
  if (item.findings.length <= 5) {
    return item.findings.map((f) => rule([["id", `ignore-${f.id}`], ["kind", "ignore"], ["finding", JSON.stringify(f.id)]])).join("\n");
  }
  // One rule for the group, limited to the host or else the section that all of it shares.
  const shared = (values) => (values.length && values.every((v) => v && v === values[0]) ? values[0] : null);
  const host = shared(item.findings.flatMap((f) => f.records.map((i) => data.table.records[i].host)));
  const section = shared(item.findings.map((f) => f.section));
  const where = host ? [["host", scalar(host)]] : section ? [["section", scalar(section)]] : [];
  return rule([["id", `ignore-${/^[\w-]+$/.test(item.id) ? item.id : item.code}`], ["kind", "ignore"], ["code", item.code],
    ...(where.length ? [["where", flow(where)]] : []), ["expect", String(item.findings.length)]]);
}

function copyButton(label, text) {
  return h("button", { type: "button", onclick: () => copy(text) }, label);
}

function copy(text) {
  const done = () => toast("Copied");
  const byHand = () => {
    const area = h("textarea", { style: "position:fixed;opacity:0" });
    area.value = text;
    document.body.append(area);
    area.select();
    document.execCommand("copy");
    area.remove();
    done();
  };
  if (navigator.clipboard && window.isSecureContext) navigator.clipboard.writeText(text).then(done, byHand);
  else byHand();
}

let toastTimer;
function toast(text) {
  const box = document.getElementById("toast");
  box.textContent = text;
  box.classList.add("shown");
  clearTimeout(toastTimer);
  toastTimer = setTimeout(() => box.classList.remove("shown"), 1600);
}

/** The rules to offer: the one that settles the item and, where it rests on a link, the one that undoes it. */
function rules(item, data) {
  const first = item.kind === "finding" ? item.findings[0] : null;
  if (!first || first.link === null) return [ruleFor(item, data)];
  const pair = first.records.map((i) => data.table.records[i]);
  const side = (name) => pair.find((r) => data.sources[r.source].side === name);
  return [ruleFor(item, data), ruleFor({ kind: "agreement", id: item.id, zh: side("zh"), en: side("en") }, data)];
}

function actions(item, data) {
  const lines = h("button", { type: "button", "aria-pressed": "false", onclick: (e) => {
    const detail = e.target.closest(".detail");
    const whole = !detail.classList.contains("whole");
    const fresh = detailOf(item, data, whole);
    detail.replaceWith(fresh);
    reveal(fresh);
  } }, item.whole ? "Cut lines" : "Whole lines");
  return h("div", { class: "actions" },
    rules(item, data).map((text) => copyButton(`Copy ${text.match(/kind: ([a-z-]+)/)[1]} rule`, text)),
    copyButton("Copy link", `${location.href.split("#")[0]}#open=${encodeURIComponent(item.id)}`),
    lines,
    h("code", {}, item.kind === "finding" && item.findings.length === 1 ? item.findings[0].id : ""));
}

function findingDetail(item, data, whole) {
  const code = data.codes[item.code];
  const link = item.findings[0].link === null ? null : data.table.links[item.findings[0].link];
  const refs = item.findings.flatMap((f) => f.refs);
  const boxes = (limit) => {
    const sources = [...new Set(refs.map((r) => r[0]))];
    return h("div", { class: sources.length > 1 ? "sides" : "sides one" }, sources.map((source) =>
      excerpt(data, source, refs.filter((r) => r[0] === source).slice(0, limit).map((r) => r.slice(1)), [], whole)));
  };
  const rest = refs.length - SHOWN;
  const more = rest > 0 && h("button", { type: "button", class: "more", onclick: (e) => {
    e.target.previousSibling.replaceWith(boxes(Infinity));
    e.target.remove();
  } }, `Show all ${refs.length} places`);
  const given = item.origin !== "copy" && [...new Set(item.findings.map((f) => f.suggestion).filter(Boolean))];
  return [
    code.meaning ? h("p", { class: "quiet" }, mixed(code.meaning)) : null,
    h("div", {}, boxes(SHOWN), more),
    given && given.length ? h("div", {}, h("h4", {}, "Suggestion"),
      given.slice(0, SUGGESTIONS).map((s) => h("div", { class: "actions" }, h("code", { class: "paste" }, mixed(s)), copyButton("Copy", s)))) : null,
    link ? waterfall(link) : null,
    code.action && item.origin !== "copy" ? h("p", {}, h("b", {}, "What to do: "), mixed(code.action)) : null,
    item.origin === "copy" ? h("p", {}, "This is a fault of the copy that was read. The page itself may well be right: look there before you change anything.") : null,
    item.settled ? h("p", { class: "quiet" }, `Settled by rule ${item.findings[0].rule}.`) : null,
  ];
}

function agreementDetail(item, data, whole) {
  const sides = [item.zh, item.en].filter(Boolean);
  const about = item.related.map((e) => h("li", {}, h("a", { href: `#open=${encodeURIComponent(e.id)}`, "data-open": e.id },
    glyph(e.severity), ` ${e.code} `, mixed(e.message))));
  return [
    h("p", {}, mixed(item.why), " ", h("span", { class: "quiet" }, `(${item.reason})`)),
    h("div", { class: sides.length === 2 ? "sides" : "sides one" }, sides.map((r) => recordExcerpt(data, r, whole))),
    item.link ? waterfall(item.link) : null,
    about.length ? h("div", {}, h("h4", {}, "Findings about it"), h("ul", {}, about)) : null,
  ];
}

/** Scrolls every excerpt so that its span is in sight. */
function reveal(detail) {
  for (const lines of detail.querySelectorAll(".lines")) {
    const mark = lines.querySelector("mark:not(.beside)");
    const end = mark ? mark.offsetLeft + mark.offsetWidth : 0;
    if (end > lines.clientWidth - 16) lines.scrollLeft = end - lines.clientWidth * 0.75;
  }
}

/** The inside of an opened row. */
function detailOf(item, data, whole) {
  item.whole = whole;
  const build = item.kind === "finding" ? findingDetail : agreementDetail;
  return h("div", { class: whole ? "detail whole" : "detail" }, build(item, data, whole), actions(item, data));
}
