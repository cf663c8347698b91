// The override rules that an entry offers to copy, as YAML to paste under `rules:`.
"use strict";

const MANY = 24; // an entry of more parts is settled by its code

/** A YAML scalar: plain where that is safe, else in double quotes with escapes. */
function scalar(value) {
  const whole = String(value);
  const plain = /^[\p{L}][\p{L}\p{N} ._-]*$/u.test(whole) && !/\s$/.test(whole) && !/^(y|n|yes|no|on|off|true|false|null|nan)$/i.test(whole);
  if (plain) return whole;
  return JSON.stringify(whole).replace(/[\u007f-\u009f\u2028\u2029\ufeff\ufffe\uffff\p{Cf}\p{Cs}]/gu,
    (c) => Array.from({ length: c.length }, (_, i) => `\\u${c.charCodeAt(i).toString(16).padStart(4, "0")}`).join(""));
}

const flow = (keys) => `{${Object.entries(keys).map(([k, v]) => `${k}: ${v !== null && typeof v === "object" ? flow(v) : scalar(v)}`).join(", ")}}`;

/** One rule, one key a line. */
function yaml(rule) {
  const lines = Object.entries(rule).map(([k, v]) => `${k}: ${v !== null && typeof v === "object" ? flow(v) : scalar(v)}`);
  return `  - ${lines.join("\n    ")}\n`;
}

/** What names a row and no other: host and partner, or what the run worked out. */
const select = (record) => record.pick || { host: record.host, partner: record.partner };
const word = (id) => String(id).replace(/[^\w.-]+/g, "-");

/** The offers for an item: `{kind, side, text}`, the most fitting first. */
function offers(item) {
  return item.kind === "finding" ? offersOfEntry(item) : offersOfAgreement(item);
}

function offersOfEntry(item) {
  const made = new Map();
  const add = (kind, side, rule) => {
    const key = `${kind} ${side || ""}`;
    if (!made.has(key)) made.set(key, { kind, side, text: "" });
    made.get(key).text += yaml(rule);
  };
  for (const f of item.findings) {
    const because = say("decided", { message: text(f.say) });
    for (const [side, rules] of f.rules || []) {
      rules.forEach((rule, i) => add(rule.kind, side, { id: `${rule.kind}-${f.id}${i ? `-${i + 1}` : ""}`, ...rule, because }));
    }
  }
  const first = item.findings[0];
  const records = first.records.map((i) => DATA.table.records[i]);
  const side = (name) => records.filter((r) => DATA.sources[r.source].side === name);
  if (item.findings.length === 1 && side("zh").length === 1 && side("en").length === 1) {
    offersOfPair(item.id, side("zh")[0], side("en")[0], null).forEach((o) => made.set(o.kind, o));
  } else if (item.findings.length === 1 && records.length === 1 && DATA.codes[item.code].kind === "only-in") {
    made.set("only-in", offerAlone(item.id, records[0]));
  }
  made.set("ignore", { kind: "ignore", text: ignoring(item) });
  const fitting = DATA.codes[item.code].kind;
  return [...made.values()].sort((a, b) => (b.kind === fitting) - (a.kind === fitting));
}

/** Whether all open findings of a group are in one list: else a rule for it would settle others too. */
const isWhole = (group, own) => own.filter((f) => f.group === group).length
  === DATA.table.findings.filter((f) => f.group === group && !f.rule).length;

/** A rule for each group and finding of an entry, or, where they are many, one for its code. */
function ignoring(item) {
  const whole = new Set([...new Set(item.findings.map((f) => f.group))].filter((g) => g && isWhole(g, item.findings)));
  const parts = new Map(item.findings.map((f) => (whole.has(f.group) ? [f.group, ["group", f.group, f]] : [f.id, ["finding", f.id, f]])));
  const because = (f) => say("accepted", { message: text(parts.size === 1 ? item.say : f.say) });
  if (parts.size > MANY) {
    return yaml({ id: `ignore-${item.code}`, kind: "ignore", code: item.code, because: say("accepted", { message: text(item.say) }) });
  }
  return [...parts.values()].map(([key, id, f]) => yaml({ id: `ignore-${word(id)}`, kind: "ignore", [key]: id, because: because(f) })).join("");
}

function offersOfAgreement({ zh, en, link, id, touched }) {
  if (zh && en) return offersOfPair(id, zh, en, link);
  return touched.some((r) => r.kind === "only-in") ? [] : [offerAlone(id, zh || en)];
}

/** `no-match` first where the two are linked, else `match`; a link that a rule made stays. */
function offersOfPair(id, zh, en, link) {
  if (link && link.rule) return [];
  const rule = (kind, because) => ({ kind, text: yaml({
    id: `${kind}-${word(id)}`, kind, zh: select(zh), en: select(en), because: say(because, { zh: zh.partner, en: en.partner }),
  }) });
  const both = [rule("match", "same"), rule("no-match", "apart")];
  return link ? both.reverse() : both;
}

function offerAlone(id, record) {
  const { side } = DATA.sources[record.source];
  return { kind: "only-in", text: yaml({
    id: `only-in-${word(id)}`, kind: "only-in", side, pair: { [side]: select(record) }, because: say("alone", { name: record.partner }),
  }) };
}

/** The line of a source with the suggestion put in; only where it is certain what the page should say. */
function correctedLine(item) {
  const [f] = item.findings;
  if (item.findings.length !== 1 || f.origin !== "page" || !f.suggestion || f.refs.length !== 1) return null;
  const slip = (f.rules || []).flatMap(([side, rules]) => (side ? [] : rules)).find((rule) => rule.kind === "typo");
  if (!slip) return null;
  const [source, line] = f.refs[0];
  return DATA.lines[source][line].replace(slip.at.quote, () => slip["should-be"]);
}
