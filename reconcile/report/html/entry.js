// One opened entry: excerpts, evidence, how the names were read, suggestions, things to copy.
"use strict";

const CUT = 140; // characters of a source line that an excerpt shows
const SHOWN = 60; // places of a group that are shown at first
const SUGGESTIONS = 8; // suggestions of a group that are shown

/** A source line cut around its first span; `spans` are [from, to, isMain] in code points. */
function sourceLine(line, spans, around, whole) {
  const chars = Array.from(line);
  let from = 0, to = chars.length;
  if (!whole && chars.length > CUT) {
    from = Math.max(0, Math.min(around - Math.floor(CUT / 4), chars.length - CUT));
    to = Math.min(chars.length, from + CUT);
  }
  const out = [from > 0 ? "…" : ""];
  let at = from;
  const add = (end, css) => {
    const stop = Math.min(Math.max(end, at), to);
    const piece = visible(chars.slice(at, stop).join(""));
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

/** Links from a line to its page: at the revision that was read, and to the edit view of its section. */
function pageLinks(source, line) {
  const { page, edit, sections } = DATA.sources[source];
  const link = (href, key) => h("a", { href, target: "_blank", rel: "noopener noreferrer" }, say(key));
  return [page && link(page, "revision"), edit && link(`${edit}&section=${sections.filter((at) => at <= line).length}`, "editSection")];
}

/** The lines of one source around its spans, with numbers. Spans are [line, column, end] (1-based). */
function excerpt(source, mains, beside, whole) {
  const lines = DATA.lines[source];
  const numbers = new Set(mains.flatMap(([line]) => [line - 1, line, line + 1]).filter((i) => lines[i] !== undefined));
  const items = [];
  let last = null;
  for (const i of [...numbers].sort((x, y) => x - y)) {
    const here = mains.filter((m) => m[0] === i);
    const near = here[0] || mains.find((m) => Math.abs(m[0] - i) === 1);
    const apart = (b) => b[0] === i && !here.some((m) => b[1] < m[2] && m[1] < b[2]);
    const marks = [...here.map((m) => [m[1] - 1, m[2] - 1, true]), ...beside.filter(apart).map((b) => [b[1] - 1, b[2] - 1, false])];
    if (last !== null && i > last + 1) items.push(h("li", { class: "gap", "aria-hidden": "true" }, h("span", { class: "nr" }, "⋯")));
    items.push(h("li", { class: here.length ? "here" : null }, h("span", { class: "nr" }, String(i)),
      h("code", { lang: DATA.sources[source].side }, sourceLine(lines[i], marks, near[1] - 1, whole))));
    last = i;
  }
  const { path, side } = DATA.sources[source];
  const [line, column] = mains[0];
  return h("div", { class: "excerpt", "data-source": source },
    h("span", { class: "place" }, visible(mains.length === 1 ? `${path}:${line}:${column}` : say("places", { path, n: n(mains.length) })), pageLinks(source, line)),
    h("div", { class: "lines", tabindex: "0", role: "group", "aria-label": say("at", { side: text(DATA.side[side]), line }) }, h("ol", {}, items)));
}

const sides = (boxes) => h("div", { class: boxes.length > 1 ? "sides" : "sides one" }, boxes);
const signed = (w) => (w < 0 ? "−" : "+") + Math.abs(w).toFixed(2);

/** The evidence as bars in log-odds, each where the one before it ended; the last is the sum. */
function waterfall(link) {
  const steps = [];
  let sum = 0;
  for (const [name, detail, weight] of link.evidence) {
    steps.push({ name: text(name), detail: text(detail), weight, from: sum, to: sum + weight });
    sum += weight;
  }
  const ends = steps.flatMap((s) => [s.from, s.to]).concat(0);
  const low = Math.min(...ends), span = Math.max(...ends) - low || 1;
  const x = (v) => (100 * (v - low)) / span;
  const bar = (from, to, css) => h("svg", { viewBox: "0 0 100 14", preserveAspectRatio: "none", "aria-hidden": "true" },
    h("rect", { class: css, x: x(Math.min(from, to)), width: Math.max(Math.abs(x(to) - x(from)), 0.8), y: 2, height: 10 }),
    h("line", { class: "zero", x1: x(0), x2: x(0), y1: 0, y2: 14 }));
  const row = (css, name, detail, graph, weight) => h("tr", { class: css }, h("th", { scope: "row" }, name),
    h("td", { class: "detail-text" }, detail), h("td", { class: "graph" }, graph), h("td", { class: "weight num" }, signed(weight)));
  const head = (key, css) => h("th", { scope: "col", class: css }, say(key));
  const p = link.p.toFixed(4);
  return h("section", {}, h("h4", {}, say("evidence")),
    h("table", { class: "waterfall" },
      h("thead", { class: "visually-hidden" }, h("tr", {}, head("evidenceName"), head("detail"), head("bar"), head("weight", "num"))),
      h("tbody", {}, steps.map((s) => row("step", s.name, mixed(s.detail), bar(s.from, s.to, s.weight < 0 ? "down" : "up"), s.weight)),
        row("step sum", say("sum"), say("probability", { p }), bar(0, sum, "total"), sum))),
    h("p", { class: "quiet note" }, say("logOdds", { sum: sum.toFixed(2), p })),
    h("p", { class: "quiet next" }, say("byNames", { p: link.names.toFixed(4) })),
    link.next ? h("p", { class: "quiet next" }, sayWith("next", { name: h("b", {}, mixed(link.next[0])), p: link.next[1].toFixed(4) })) : null);
}

/** How the names of two rows were read before they were compared. */
function readings(zh, en) {
  const number = (r) => DATA.table.records.indexOf(r);
  const pair = DATA.pairs[`${number(zh)}-${number(en)}`];
  if (!pair || !pair.some((list) => list.length)) return null;
  const list = (steps, lang) => (!steps.length ? h("p", { class: "quiet" }, say("asWritten")) : h("ol", { class: "steps" }, steps.map(([kind, before, after]) => h("li", {},
    h("span", { lang }, visible(before)), " → ", h("b", { lang }, visible(after)), " ", h("small", {}, text(kind))))));
  return h("section", {}, h("h4", {}, say("steps")), sides([list(pair[0], "zh"), list(pair[1], "en")]));
}

const touching = (rules) => rules.map((r) => h("p", { class: "touched" },
  sayWith("touched", { id: h("code", {}, visible(r.id)), kind: r.kind, because: mixed(r.because) }), " ", h("span", { class: "place quiet" }, visible(r.place))));

const copyButton = (label, what, action) => h("button", { type: "button", "data-copy": action, onclick: () => copy(what) }, label);

function actions(item) {
  const label = ({ kind, side }) => (side ? say("copyRuleOf", { kind, side: text(DATA.side[side]) }) : say("copyRule", { kind }));
  const line = item.kind === "finding" ? correctedLine(item) : null;
  const cut = h("button", { type: "button", "aria-pressed": String(Boolean(item.whole)), onclick: (e) => {
    const detail = e.target.closest(".detail");
    const fresh = detailOf(item, !item.whole);
    detail.replaceWith(fresh);
    reveal(fresh);
    fresh.querySelector("[aria-pressed]").focus({ preventScroll: true });
  } }, say(item.whole ? "cutLines" : "wholeLines"));
  return h("div", { class: "actions" },
    (item.settled ? [] : offers(item)).map((o) => copyButton(label(o), o.text, `${o.kind}${o.side ? `-${o.side}` : ""}`)),
    line === null ? null : copyButton(say("copyLine"), line, "line"),
    copyButton(say("copyLink"), `${location.href.split("#")[0]}#open=${encodeURIComponent(item.id)}`, "link"),
    cut,
    h("code", { class: "id" }, item.id));
}

function findingDetail(item, whole) {
  const code = DATA.codes[item.code];
  const [first] = item.findings;
  const link = first.link === null ? null : DATA.table.links[first.link];
  const records = first.records.map((i) => DATA.table.records[i]);
  const of = (side) => records.find((r) => DATA.sources[r.source].side === side);
  const refs = item.findings.flatMap((f) => f.refs);
  const boxes = (limit) => sides([...new Set(refs.map((r) => r[0]))].map((source) =>
    excerpt(source, refs.filter((r) => r[0] === source).slice(0, limit).map((r) => r.slice(1)), [], whole)));
  const more = refs.length > SHOWN && h("button", { type: "button", class: "more", onclick: (e) => {
    e.target.previousSibling.replaceWith(boxes(Infinity));
    e.target.remove();
  } }, say("allPlaces", { n: n(refs.length) }));
  const given = item.origin !== "copy" ? [...new Set(item.findings.map((f) => f.suggestion).filter(Boolean))] : [];
  return [
    code.meaning === undefined ? null : h("p", { class: "quiet" }, mixed(text(code.meaning))),
    refs.length ? h("div", {}, boxes(SHOWN), more) : null,
    given.length ? h("section", {}, h("h4", {}, say("suggestion")),
      given.slice(0, SUGGESTIONS).map((s) => h("div", { class: "given" }, h("code", { class: "paste" }, mixed(s)),
        h("button", { type: "button", "aria-label": `${say("copyText")}: ${s}`, onclick: () => copy(s) }, say("copyText"))))) : null,
    code.why === undefined ? null : h("p", {}, h("b", {}, say("matters")), " ", mixed(text(code.why))),
    item.origin === "copy" ? h("p", {}, say("ofCopy"))
      : code.action === undefined ? null : h("p", {}, h("b", {}, say("doThis")), " ", mixed(text(code.action))),
    link ? waterfall(link) : null,
    of("zh") && of("en") ? readings(of("zh"), of("en")) : null,
    touching(item.touched),
  ];
}

function agreementDetail(item, whole) {
  const rows = [item.zh, item.en].filter(Boolean);
  const about = item.related.map((e) => h("li", {}, h("a", { href: `#open=${encodeURIComponent(e.id)}`, "data-open": e.id },
    glyph(e.severity), ` ${e.code} `, mixed(text(e.say)))));
  return [
    h("p", {}, mixed(text(item.why)), " ", h("span", { class: "quiet" }, text(DATA.reasons[item.reason]))),
    sides(rows.map((r) => excerpt(r.source, [r.spans[0]], r.spans.slice(1), whole))),
    item.link ? waterfall(item.link) : null,
    item.zh && item.en ? readings(item.zh, item.en) : null,
    about.length ? h("section", {}, h("h4", {}, say("related")), h("ul", {}, about)) : null,
    touching(item.touched),
  ];
}

/** Scrolls every excerpt so that its span is in sight. */
function reveal(detail) {
  for (const lines of detail.querySelectorAll(".lines")) {
    const mark = lines.querySelector("mark:not(.beside)");
    if (!mark) continue;
    const box = lines.getBoundingClientRect(), at = mark.getBoundingClientRect();
    if (at.right > box.right - 16) lines.scrollLeft += at.left - box.left - box.width * 0.35;
  }
}

/** The inside of an opened row. */
function detailOf(item, whole) {
  item.whole = whole;
  const build = item.kind === "finding" ? findingDetail : agreementDetail;
  return h("div", { class: whole ? "detail whole" : "detail" }, build(item, whole), actions(item));
}
