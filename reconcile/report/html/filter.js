// The filter's one grammar, as `reconcile run --where` has it (report/filter.py, docs/filters.md).
"use strict";

/** Lower case, Simplified characters: what is compared. `fold.pairs` is set at the start. */
const fold = (whole) => String(whole || "").toLowerCase().replace(/[\u3400-\u9fff\uf900-\ufaff]/g, (c) => fold.pairs.get(c) || c);
fold.pairs = new Map();

const ONE = '"[^"]*"?|[^\\s"|][^\\s|]*';
const SPLIT = new RegExp(`(-?)(?:([a-z]+):)?((?:${ONE})(?:\\|(?:${ONE}))*)`, "g");

/** `-verdict:agree section:河南|河北 text` as terms; values of one field are alternatives. */
function parse(query) {
  const terms = [];
  const { start, part, whole } = DATA.fields;
  for (const [, minus, field, raw] of query.matchAll(SPLIT)) {
    const known = field && [start, part, whole].some((fields) => fields.includes(field));
    const parts = known || !field ? raw.match(new RegExp(ONE, "g")) : [`${field}:${raw}`];
    const values = parts.flatMap((p) => (known && !p.startsWith('"') ? p.split(",") : [p.replace(/^"+|"+$/g, "")]))
      .filter(Boolean).map(fold);
    if (!values.length) continue;
    const same = known && !minus && terms.find((t) => t.field === field && !t.minus);
    if (same) same.values.push(...values);
    else terms.push({ minus: Boolean(minus), field: known ? field : null, values });
  }
  return terms;
}

function fits(item, { field, values }) {
  if (!field) return values.some((v) => item.text().includes(v));
  const own = item.fields[field] || [];
  if (field === "p") return own.some((p) => values.some((v) => inRange(Number(p), v)));
  return own.some((x) => {
    const folded = fold(x);
    return values.some((v) => {
      if (field === "country" && v.length === 2) return folded === v;
      if (DATA.fields.start.includes(field)) return folded.startsWith(v);
      return DATA.fields.part.includes(field) ? folded.includes(v) : folded === v;
    });
  });
}

/** `0.5..0.9` (without its end, 1 apart), `<0.9`, `>0.9`, or the first digits of it. */
function inRange(p, value) {
  const [low, high] = value.split("..");
  if (high !== undefined) return p >= Number(low || 0) && (p < Number(high || 1) || (Number(high || 1) >= 1 && p <= 1));
  if (value.startsWith("<")) return p < Number(value.slice(1));
  if (value.startsWith(">")) return p > Number(value.slice(1));
  return p.toFixed(4).startsWith(value);
}

const matches = (item, terms) => terms.every((t) => fits(item, t) !== t.minus);

/** Whether findings that a rule answered are asked for; elsewhere they are left out. */
const asksForSettled = (terms) => terms.some((t) => t.field === "rule" && !t.minus);

/** An entry is found where one of its findings fits every term. */
const found = (item, terms) => (!item.settled || !terms.length || asksForSettled(terms))
  && (item.parts || [item]).some((part) => matches(part, terms));
