// The list: what is filtered, and how its rows are drawn. Never more than `AT_ONCE` are in the page.
"use strict";

const AT_ONCE = 200; // rows in the page at once; thousands of elements make browsers crawl

/** Every entry and agreement as an item with `fields` to filter by and `text()` to search. */
function itemsOf(data) {
  const { findings, rules } = data.table;
  const byRecord = new Map(), verdictOf = new Map(), byEffect = new Map();
  const add = (map, key, value) => (map.has(key) ? map.get(key).push(value) : map.set(key, [value]));
  const fresh = new Set(data.new);
  rules.forEach((r) => r.effects.forEach((id) => add(byEffect, id, r)));
  const touchedBy = (ids) => [...new Set(ids.flatMap((id) => byEffect.get(id) || []))];
  data.table.verdicts.forEach((v) => [v.zh, v.en].forEach((r) => r !== null && verdictOf.set(r, v)));
  const entries = data.table.entries.map((e) => {
    const own = e.findings.map((i) => findings[i]);
    const item = { ...e, kind: "finding", findings: own, settled: Boolean(e.settled), fresh: e.findings.some((i) => fresh.has(i)) };
    new Set(own.flatMap((f) => f.records)).forEach((i) => add(byRecord, i, item));
    item.parts = own.map((f) => partOf(f, e, data, f.records.map((i) => verdictOf.get(i)).filter(Boolean)));
    item.touched = rules.filter((r) => own.some((f) => f.rule === r.id));
    return item;
  });
  return [...entries, ...data.table.verdicts.map((v) => agreementOf(v, data, byRecord, touchedBy))];
}

/** A text to search that is made when it is first needed, in English and the language shown. */
function searched(make) {
  const made = {};
  return () => {
    const { lang } = document.documentElement;
    made[lang] ??= fold([...make("en"), ...(lang === "en" ? [] : make(lang))].join("\n"));
    return made[lang];
  };
}

/** One finding of an entry, as the filter sees it. */
function partOf(f, entry, data, verdicts) {
  const link = f.link === null ? null : data.table.links[f.link];
  const code = data.codes[entry.code];
  const records = f.records.map((i) => data.table.records[i]);
  const fields = {
    ...placeFields(records, data), province: records.map((r) => r.province),
    kind: ["finding"], code: [entry.code], name: [code.name], family: [code.family],
    severity: [f.severity], origin: [f.origin], id: [entry.id, f.id, ...(f.group ? [f.group] : [])], rule: f.rule ? [f.rule] : [],
    line: f.refs.map((r) => String(r[1])), verdict: verdicts.map((v) => v.verdict), reason: verdicts.map((v) => v.reason),
    relation: link ? [link.relation] : [], p: link ? [link.p] : [],
  };
  if (f.section) fields.section.push(f.section);
  fields.side.push(...f.refs.map((r) => data.sources[r[0]].side));
  return { fields, text: searched((lang) => [entry.code, text(code.title, lang), text(f.say, lang), f.id]) };
}

function agreementOf(v, data, byRecord, touchedBy) {
  const { records, links } = data.table;
  const zh = v.zh === null ? null : records[v.zh], en = v.en === null ? null : records[v.en];
  const both = [zh, en].filter(Boolean);
  const link = v.link === null ? null : links[v.link];
  const item = {
    kind: "agreement", id: link ? link.id : both[0].id, zh, en, link, verdict: v.verdict, why: v.why, reason: v.reason,
    related: [...new Set([v.zh, v.en].flatMap((i) => byRecord.get(i) || []))],
  };
  item.touched = touchedBy([item.id, ...both.map((r) => r.id)]);
  item.fields = {
    ...placeFields(both, data), province: [v.province], kind: ["agreement"], verdict: [v.verdict], reason: [v.reason],
    id: [item.id, ...both.map((r) => r.id)], relation: link ? [link.relation] : [], p: link ? [link.p] : [],
    rule: item.touched.map((r) => r.id), code: item.related.map((e) => e.code), line: both.map((r) => String(r.line)),
  };
  item.text = searched((lang) => [...both.flatMap((r) => [r.host, r.partner, r.countryText, r.date]), text(v.why, lang), item.id]);
  return item;
}

function placeFields(records, data) {
  return {
    section: records.map((r) => r.section),
    country: records.flatMap((r) => (r.country ? [r.country, text(data.countries[r.country], "en")] : [])),
    host: records.map((r) => r.host), partner: records.map((r) => r.partner),
    date: records.map((r) => r.date).filter(Boolean), side: records.map((r) => data.sources[r.source].side),
  };
}

// --- The page --------------------------------------------------------------------------------

const FOLDS = [
  ["foldPage", (i) => i.kind === "finding" && !i.settled && i.origin !== "copy", true],
  ["foldCopy", (i) => i.kind === "finding" && !i.settled && i.origin === "copy", false],
  ["foldSettled", (i) => i.kind === "finding" && i.settled, false],
  ["foldAgreements", (i) => i.kind === "agreement", false],
];

class List {
  constructor(items) {
    this.byId = new Map(items.slice().reverse().map((i) => [i.id, i]));
    this.groups = FOLDS.map(([name, test, open]) => ({ name, open, toggled: null, limit: AT_ONCE, all: items.filter(test) }));
    this.box = document.getElementById("rows");
    this.input = document.getElementById("filter");
    this.current = null;
    this.opened = null;
    this.query = "";
  }

  /** Filters anew and draws; `open` is the id of an entry to open. */
  show(query, open = null) {
    this.query = query.trim();
    this.terms = parse(this.query);
    const item = open ? this.byId.get(open) : undefined;
    this.opened = item ? open : null;
    for (const g of this.groups) {
      g.found = this.terms.length ? g.all.filter((i) => found(i, this.terms)) : g.all;
      if (!item || !g.all.includes(item)) continue;
      if (!g.found.includes(item)) g.found = [item, ...g.found];
      g.toggled = true;
      g.from = Math.floor(g.found.indexOf(item) / AT_ONCE) * AT_ONCE;
    }
    this.draw();
    this.remember();
  }

  /** Draws the rows found, never more than `AT_ONCE` of them, and opens the wanted one. */
  draw() {
    let room = AT_ONCE;
    const about = this.terms.some((t) => !t.minus && (["verdict", "reason", "relation", "p"].includes(t.field)
      || (t.field === "kind" && t.values.includes("agreement"))));
    const order = about ? [...this.groups].reverse() : [...this.groups];
    if (this.opened) order.sort((a, b) => b.found.some((i) => i.id === this.opened) - a.found.some((i) => i.id === this.opened));
    const parts = new Map();
    for (const g of order.filter((x) => x.found.length)) {
      const open = g.toggled ?? (this.terms.length > 0 || g.open);
      const from = Math.min(g.from || 0, g.found.length - 1);
      const rows = open ? g.found.slice(from, from + room) : [];
      room -= rows.length;
      parts.set(g, this.fold(g, open, from, rows));
    }
    const inOrder = (about ? [...this.groups].reverse() : this.groups).map((g) => parts.get(g)).filter(Boolean);
    this.box.replaceChildren(...(inOrder.length ? inOrder : [h("p", { class: "none" }, say("nothing"))]));
    this.current = null;
    this.tell();
    const row = this.opened && this.box.querySelector(`[data-id="${CSS.escape(this.opened)}"]`);
    if (row) {
      row.open = true;
      this.fill(row);
      this.select(row);
      row.scrollIntoView({ block: "start" });
    }
  }

  fold(g, open, from, rows) {
    const count = this.terms.length ? say("of", { n: n(g.found.length), all: n(g.all.length) }) : n(g.found.length);
    const page = (to) => h("button", { type: "button", class: "more", onclick: () => {
      this.groups.forEach((x) => { if (x !== g) x.toggled = false; });
      g.toggled = true;
      g.from = to;
      this.opened = null;
      this.draw();
      this.box.querySelector(".row summary")?.focus();
    } }, to < from ? `${n(to + 1)}–${n(from)}` : say("more", { n: n(Math.min(g.found.length - to, AT_ONCE)), all: n(g.found.length - to) }));
    const after = from + rows.length;
    return h("section", { class: "fold", "data-fold": g.name, "data-found": g.found.length },
      h("h3", {}, h("button", { type: "button", "aria-expanded": String(open), onclick: () => {
        g.toggled = !open;
        this.opened = null;
        this.draw();
        this.box.querySelector(`[data-fold="${g.name}"] h3 button`).focus();
      } }, h("b", {}, say(g.name)), h("small", {}, count))),
      open ? [from > 0 ? page(Math.max(0, from - AT_ONCE)) : null, rows.map((i) => this.row(i)),
        after < g.found.length ? page(after) : null] : null);
  }

  row(item) {
    const finding = item.kind === "finding";
    const summary = h("summary", {},
      h("span", { class: "tag" }, glyph(finding ? item.severity : item.verdict), " ", finding ? item.code : text(DATA.verdict[item.verdict]),
        finding ? h("small", {}, ` ${text(DATA.severity[item.severity])}`) : null,
        item.fresh ? h("b", { class: "badge" }, say("new")) : null),
      finding ? sayFinding(item) : sayAgreement(item),
      h("span", { class: "where" }, finding || !item.link ? whereOf(item) : `p ${item.link.p.toFixed(4)}`));
    const row = h("details", { class: "row", "data-id": item.id, ontoggle: () => {
      if (this.printing || !row.isConnected) return;
      if (row.open) {
        this.fill(row);
        this.select(row);
        this.opened = item.id;
      } else if (this.opened === item.id) this.opened = null;
      this.remember();
    } }, summary);
    return row;
  }

  /** Builds the inside of a row when it is first needed. */
  fill(row) {
    if (row.children.length > 1) return;
    row.append(detailOf(this.byId.get(row.dataset.id), false));
    reveal(row);
  }

  tell() {
    const count = (what, kind) => n(this.groups.filter((g) => (g.name === "foldAgreements") === kind).reduce((sum, g) => sum + g[what].length, 0));
    document.getElementById("result").textContent = say("found",
      { a: count("found", false), allA: count("all", false), b: count("found", true), allB: count("all", true) });
    for (const link of document.querySelectorAll(".tile, .chip")) {
      if (this.query && link.dataset.q === this.query) link.setAttribute("aria-current", "true");
      else link.removeAttribute("aria-current");
    }
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

  /** Writes filter, opened entry and what was chosen into the address, without a new page in the history. */
  remember() {
    const state = new URLSearchParams();
    if (this.query) state.set("q", this.query);
    if (this.opened) state.set("open", this.opened);
    const { lang, dataset } = document.documentElement;
    if (lang !== DATA.lang) state.set("lang", lang);
    if (dataset.theme) state.set("theme", dataset.theme);
    const hash = state.toString();
    if (hash || location.hash.includes("=")) history.replaceState(null, "", hash ? `#${hash}` : location.pathname + location.search);
  }
}

function whereOf(item) {
  const r = item.zh || item.en;
  const ref = r ? [r.source, r.line] : item.findings[0].refs[0];
  return ref ? say("at", { side: text(DATA.side[DATA.sources[ref[0]].side]), line: ref[1] }) : "";
}

const sayFinding = (item) => h("span", { class: "say" }, mixed(text(item.say)),
  item.findings.length > 1 && item.say === item.findings[0].say
  ? [" ", h("small", { class: "times" }, say("findings", { n: n(item.findings.length) }))] : null);

function sayAgreement({ zh, en }) {
  const side = (r, lang) => (r ? h("span", { lang }, h("span", { class: "host" }, visible(r.host), " – "), visible(r.partner),
    r.date ? h("small", {}, ` ${r.date}`) : null) : h("span", { class: "void" }, "—", h("span", { class: "visually-hidden" }, say("absent"))));
  return h("span", { class: "say pair" }, side(zh, "zh"), side(en, "en"));
}
