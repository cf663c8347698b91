// The list: reads the embedded data, filters it, shows it, and keeps its state in the address.
"use strict";

const AT_ONCE = 200; // rows in the page at once; thousands of elements make browsers crawl

/** The embedded tables as objects. */
function load() {
  const data = JSON.parse(document.getElementById("data").textContent);
  const objects = ({ cols, rows }) => rows.map((row) => Object.fromEntries(cols.map((c, i) => [c, row[i]])));
  data.table = {};
  for (const name of ["records", "links", "findings", "entries", "verdicts"]) data.table[name] = objects(data[name]);
  return data;
}

/** Lower case, Simplified characters: what the filter compares. `fold.pairs` is set by `start`. */
const fold = (text) => String(text || "").toLowerCase().replace(/[\u3400-\u9fff\uf900-\ufaff]/g, (c) => fold.pairs.get(c) || c);
fold.pairs = new Map();

/** Every entry and agreement as an item with `fields` to filter by and `text` to search. */
function itemsOf(data) {
  const { records, findings, links } = data.table;
  const byRecord = new Map();
  const verdictOf = new Map();
  data.table.verdicts.forEach((v) => [v.zh, v.en].forEach((r) => r !== null && verdictOf.set(r, v.verdict)));
  const entries = data.table.entries.map((e) => {
    const own = e.findings.map((i) => findings[i]);
    const ids = [...new Set(own.flatMap((f) => f.records))];
    const item = { ...e, kind: "finding", findings: own, message: e.message || own[0].message, settled: Boolean(e.settled) };
    ids.forEach((i) => byRecord.set(i, [...(byRecord.get(i) || []), item]));
    item.fields = {
      ...placeFields(ids.map((i) => records[i]), data),
      kind: ["finding"], code: [e.code], name: [data.codes[e.code].name], family: [family(e.code)], severity: [e.severity],
      origin: [e.origin], id: [e.id, ...own.map((f) => f.id)], verdict: ids.map((i) => verdictOf.get(i)),
      rule: own.map((f) => f.rule).filter(Boolean), line: own.flatMap((f) => f.refs.map((r) => String(r[1]))),
    };
    item.fields.section.push(...own.map((f) => f.section));
    item.fields.side.push(...own.flatMap((f) => f.refs.map((r) => data.sources[r[0]].side)));
    item.text = fold([e.code, data.codes[e.code].title, ...own.map((f) => f.message), e.id].join("\n"));
    return item;
  });
  const agreements = data.table.verdicts.map((v) => agreementOf(v, data, records, links, byRecord));
  return [...entries, ...agreements];
}

function agreementOf(v, data, records, links, byRecord) {
  const zh = v.zh === null ? null : records[v.zh], en = v.en === null ? null : records[v.en];
  const sides = [zh, en].filter(Boolean);
  const link = v.link === null ? null : links[v.link];
  const item = {
    kind: "agreement", id: link ? link.id : sides[0].id, zh, en, link, verdict: v.verdict, why: data.whys[v.why],
    reason: data.reasons[v.reason] || v.reason,
    related: [...new Set([v.zh, v.en].flatMap((i) => byRecord.get(i) || []))],
  };
  item.fields = {
    ...placeFields(sides, data), kind: ["agreement"], verdict: [v.verdict], reason: [v.reason], id: [item.id, ...sides.map((r) => r.id)],
    relation: link ? [link.relation] : [], p: link ? [link.p] : [], rule: link && link.rule ? [link.rule] : [],
    code: item.related.map((e) => e.code),
  };
  item.text = fold(sides.flatMap((r) => [r.host, r.partner, r.countryText, r.date]).concat(item.why).join("\n"));
  return item;
}

function placeFields(records, data) {
  return {
    section: records.map((r) => r.section), province: records.map((r) => r.province),
    country: records.flatMap((r) => (r.country ? [r.country, data.countries[r.country] || ""] : [])),
    host: records.map((r) => r.host), partner: records.map((r) => r.partner),
    date: records.map((r) => r.date).filter(Boolean), side: records.map((r) => data.sources[r.source].side),
  };
}

const FAMILIES = { S: "structure", D: "dates", N: "names", A: "agreements", L: "links", R: "rules" };
const family = (code) => FAMILIES[code[0]] || "other";

// --- Filter ----------------------------------------------------------------------------------

const SPLIT = /(-?)(?:([a-z]+):)?("[^"]*"?|[^\s"]\S*)/g;
const BY_START = new Set(["code", "id", "date"]);
const BY_PART = new Set(["section", "province", "host", "partner", "country", "rule"]);
const FIELDS = new Set(["kind", "name", "family", "severity", "origin", "verdict", "reason", "relation", "side", "line", "p", ...BY_START, ...BY_PART]);

/** `-verdict:agree section:河南 text` as terms; values of one field are alternatives. */
function parse(query) {
  const terms = [];
  for (const [, minus, field, raw] of query.matchAll(SPLIT)) {
    const known = field && FIELDS.has(field);
    const text = (known || !field ? raw : `${field}:${raw}`).replace(/^"|"$/g, "");
    if (!text) continue;
    const values = (known && !raw.startsWith('"') ? text.split(",").filter(Boolean) : [text]).map(fold);
    const same = known && !minus && terms.find((t) => t.field === field && !t.minus);
    if (same) same.values.push(...values);
    else terms.push({ minus: Boolean(minus), field: known ? field : null, values });
  }
  return terms;
}

function fits(item, { field, values }) {
  if (!field) return values.some((v) => item.text.includes(v));
  const own = item.fields[field] || [];
  if (field === "p") return own.some((p) => values.some((v) => inRange(p, v)));
  return own.some((x) => {
    const text = fold(x);
    return values.some((v) => {
      if (field === "country" && v.length === 2) return text === v;
      if (BY_START.has(field)) return text.startsWith(v);
      return BY_PART.has(field) ? text.includes(v) : text === v;
    });
  });
}

/** `0.5..0.9` (without its end, 1 apart), `<0.9`, `>0.9`. */
function inRange(p, value) {
  const [low, high] = value.split("..");
  if (high !== undefined) return p >= Number(low || 0) && (p < Number(high || 1) || (Number(high || 1) >= 1 && p <= 1));
  if (value.startsWith("<")) return p < Number(value.slice(1));
  if (value.startsWith(">")) return p > Number(value.slice(1));
  return p.toFixed(4).startsWith(value);
}

const matches = (item, terms) => terms.every((t) => fits(item, t) !== t.minus);

// --- The page --------------------------------------------------------------------------------

const FOLDS = [
  ["Findings", (i) => i.kind === "finding" && !i.settled && i.origin !== "copy", true],
  ["Faults of this copy, not of the page", (i) => i.kind === "finding" && !i.settled && i.origin === "copy", false],
  ["Settled by a rule", (i) => i.kind === "finding" && i.settled, false],
  ["Agreements", (i) => i.kind === "agreement", false],
];

const OF_AGREEMENTS = new Set(["verdict", "reason", "relation", "p"]); // filters that put agreements first

class List {
  constructor(data) {
    this.data = data;
    this.items = itemsOf(data);
    this.byId = new Map(this.items.map((i) => [i.id, i]));
    this.groups = FOLDS.map(([name, test, open]) => ({ name, open, toggled: null, limit: AT_ONCE, all: this.items.filter(test) }));
    this.box = document.getElementById("rows");
    this.input = document.getElementById("filter");
    this.current = null;
    this.wanted = null;
  }

  /** Filters anew and draws; `open` is the id of an entry to open. */
  show(query, open = null) {
    this.query = query.trim();
    this.terms = parse(this.query);
    this.wanted = open;
    for (const g of this.groups) {
      g.found = this.terms.length ? g.all.filter((i) => matches(i, this.terms)) : g.all;
      if (open && this.byId.has(open) && g.all.includes(this.byId.get(open))) {
        const item = this.byId.get(open);
        if (!g.found.includes(item)) g.found = [item, ...g.found];
        g.toggled = true;
        g.limit = Math.max(g.limit, g.found.indexOf(item) + 1);
      }
    }
    this.draw();
  }

  draw() {
    let room = AT_ONCE;
    const about = this.terms.some((t) => !t.minus && OF_AGREEMENTS.has(t.field));
    const order = about ? [...this.groups].reverse() : this.groups;
    const parts = order.filter((g) => g.found.length).map((g) => {
      const open = (g.toggled ?? (this.terms.length > 0 || g.open));
      const shown = open ? g.found.slice(0, Math.max(Math.min(g.limit, room), g.limit > AT_ONCE ? g.limit : 0)) : [];
      room = Math.max(0, room - shown.length);
      return this.fold(g, open, shown);
    });
    this.box.replaceChildren(...(parts.length ? parts : [h("p", { class: "none" }, "Nothing matches this filter.")]));
    this.tell();
    const row = this.wanted && this.box.querySelector(`[data-id="${CSS.escape(this.wanted)}"]`);
    if (row) {
      row.open = true;
      this.select(row);
      row.scrollIntoView({ block: "start" });
    }
  }

  fold(g, open, shown) {
    const count = this.terms.length ? `${n(g.found.length)} of ${n(g.all.length)}` : n(g.all.length);
    const rest = g.found.length - shown.length;
    return h("section", { class: "fold" },
      h("h3", {}, h("button", { type: "button", "aria-expanded": String(open), onclick: () => { g.toggled = !open; this.draw(); } },
        h("b", {}, g.name), h("small", {}, count))),
      open ? [shown.map((i) => this.row(i)), rest > 0 ? h("button", { type: "button", class: "more", onclick: () => {
        g.limit = shown.length + AT_ONCE;
        this.wanted = null;
        this.draw();
      } }, `Show ${Math.min(rest, AT_ONCE)} more of ${n(rest)}`) : null] : null);
  }

  row(item) {
    const finding = item.kind === "finding";
    const summary = h("summary", {},
      h("span", { class: "tag" }, glyph(finding ? item.severity : item.verdict), ` ${finding ? item.code : this.data.labels[item.verdict]}`,
        finding ? h("small", {}, ` ${item.severity}`) : null),
      finding ? sayFinding(item) : sayAgreement(item),
      h("span", { class: "where" }, finding || !item.link ? this.where(item) : `p ${item.link.p.toFixed(4)}`));
    const row = h("details", { class: "row", "data-id": item.id, ontoggle: () => {
      if (row.open) this.fill(row);
      if (row.open) this.select(row);
      this.remember(row.open ? item.id : null);
    } }, summary);
    return row;
  }

  /** Builds the inside of a row when it is first needed. */
  fill(row) {
    if (row.children.length > 1) return;
    row.append(detailOf(this.byId.get(row.dataset.id), this.data, false));
    reveal(row);
  }

  where(item) {
    const r = item.zh || item.en;
    const ref = r ? [r.source, r.line] : item.findings[0].refs[0];
    return ref ? `${this.data.sources[ref[0]].side} line ${ref[1]}` : "";
  }

  tell() {
    const found = this.groups.map((g) => g.found.length);
    const [a, b] = [found[0] + found[1] + found[2], found[3]];
    const words = (k, one, more) => `${n(k)} ${k === 1 ? one : more}`;
    document.getElementById("result").textContent =
      `${words(a, "entry", "entries")} and ${words(b, "agreement", "agreements")}${this.terms.length ? " match" : ""}`;
    document.querySelectorAll(".tile").forEach((t) => t.toggleAttribute("aria-current", t.dataset.q === this.query));
    document.querySelectorAll(".tile[aria-current]").forEach((t) => t.setAttribute("aria-current", "true"));
  }

  select(row) {
    if (this.current) this.current.classList.remove("current");
    this.current = row;
    if (row) row.classList.add("current");
  }

  move(step) {
    const rows = [...this.box.querySelectorAll(".row")];
    if (!rows.length) return;
    const at = rows.indexOf(this.current);
    const row = rows[Math.max(0, Math.min(rows.length - 1, at < 0 ? 0 : at + step))];
    this.select(row);
    row.firstChild.focus({ preventScroll: true });
    row.scrollIntoView({ block: "nearest" });
  }

  /** Writes filter and opened entry into the address, without a new page in the history. */
  remember(open) {
    const state = new URLSearchParams();
    if (this.query) state.set("q", this.query);
    if (open) state.set("open", open);
    const hash = state.toString();
    history.replaceState(null, "", hash ? `#${hash}` : location.pathname + location.search);
  }
}

const n = (value) => value.toLocaleString("en");

const sayFinding = (item) => h("span", { class: "say" }, mixed(item.message),
  item.findings.length > 1 && item.message === item.findings[0].message
    ? [" ", h("b", { class: "times" }, `×${n(item.findings.length)}`)] : null);

function sayAgreement({ zh, en }) {
  const side = (r, lang) => (r ? h("span", { lang }, h("span", { class: "host" }, mixed(r.host), " – "), mixed(r.partner),
    r.date ? h("small", {}, ` ${r.date}`) : null) : h("span", { class: "void", "aria-label": "not in this list" }, "—"));
  return h("span", { class: "say pair" }, side(zh, "zh"), side(en, "en"));
}

// --- Theme, keys, start ----------------------------------------------------------------------

const THEMES = ["auto", "light", "dark"];
function setTheme(name) {
  const root = document.documentElement;
  if (name === "auto") delete root.dataset.theme;
  else root.dataset.theme = name;
  document.getElementById("theme-name").textContent = name[0].toUpperCase() + name.slice(1);
  try { localStorage.setItem("reconcile-theme", name); } catch { /* a page from a file may have no storage */ }
}
function nextTheme() {
  setTheme(THEMES[(THEMES.indexOf(document.documentElement.dataset.theme || "auto") + 1) % THEMES.length]);
}

function start() {
  const data = load();
  const pairs = Array.from(data.simplified);
  fold.pairs = new Map(pairs.flatMap((c, i) => (i % 2 ? [] : [[c, pairs[i + 1]]])));
  const list = new List(data);
  const help = document.getElementById("help");
  document.querySelectorAll("[data-script]").forEach((e) => { e.hidden = false; });
  const apply = () => {
    list.groups.forEach((g) => { g.toggled = null; g.limit = AT_ONCE; });
    list.show(list.input.value);
    list.remember(null);
  };
  const go = (query) => {
    list.input.value = query;
    apply();
  };
  const fromAddress = () => {
    const state = new URLSearchParams(location.hash.slice(1));
    if (state.has("theme")) setTheme(state.get("theme"));
    if (!state.has("q") && !state.has("open")) return false;
    list.input.value = state.get("q") || "";
    list.show(list.input.value, state.get("open"));
    return true;
  };
  let typing;
  list.input.addEventListener("input", () => { clearTimeout(typing); typing = setTimeout(apply, 80); });
  document.getElementById("filter-form").addEventListener("submit", (e) => e.preventDefault());
  document.getElementById("clear").addEventListener("click", () => go(""));
  document.getElementById("theme").addEventListener("click", nextTheme);
  document.getElementById("help-open").addEventListener("click", () => help.showModal());
  document.addEventListener("click", (e) => {
    const target = e.target.closest("[data-q], [data-open]");
    if (!target) return;
    e.preventDefault();
    if (target.dataset.open) {
      list.input.value = "";
      list.show("", target.dataset.open);
    } else {
      go(target.dataset.q === list.query ? "" : target.dataset.q);
      document.getElementById("list").scrollIntoView();
    }
  });
  const keys = {
    j: () => list.move(1), k: () => list.move(-1), t: nextTheme, "?": () => help.showModal(),
    o: () => { if (list.current) list.current.open = !list.current.open; },
    c: () => { if (list.current) copy(ruleFor(list.byId.get(list.current.dataset.id), list.data)); },
    "/": () => list.input.focus(),
  };
  document.addEventListener("keydown", (e) => {
    if (e.ctrlKey || e.metaKey || e.altKey || help.open) return;
    if (e.target.matches("input, textarea, select")) {
      if (e.key === "Escape") e.target.blur();
      return;
    }
    if (keys[e.key]) { e.preventDefault(); keys[e.key](); }
  });
  window.addEventListener("hashchange", fromAddress);
  window.addEventListener("beforeprint", () => document.querySelectorAll("details").forEach((d) => {
    if (d.dataset.id) list.fill(d);
    d.open = true;
  }));
  try { setTheme(localStorage.getItem("reconcile-theme") || "auto"); } catch { setTheme("auto"); }
  if (!fromAddress()) list.show("");
}

start();
