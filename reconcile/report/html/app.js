// The page as a whole: its state in the address, language, theme, keys, printing.
"use strict";

const THEMES = ["auto", "light", "dark"];
const store = {
  // A choice of language holds for pages made in the same language: `--lang` is a choice too.
  get: (key) => { try { return localStorage.getItem(`reconcile-${key}`); } catch { return null; } },
  set: (key, value) => { try { localStorage.setItem(`reconcile-${key}`, value); } catch { /* a page from a file may have no storage */ } },
};

function setTheme(name) {
  const root = document.documentElement;
  if (name === "light" || name === "dark") root.dataset.theme = name;
  else delete root.dataset.theme;
  const word = { light: "themeLight", dark: "themeDark" }[name] || "themeAuto";
  document.getElementById("theme-name").textContent = say(word);
}

/** The language meant: `auto` is the browser's, as far as we speak it. */
function languageOf(name) {
  if (name !== "auto") return LANGUAGES.includes(name) ? name : null;
  for (const tag of navigator.languages || []) {
    if (/^en\b/i.test(tag)) return "en";
    if (/^zh\b/i.test(tag)) return /hant|tw|hk|mo/i.test(tag) ? "zh-Hant" : "zh-Hans";
  }
  return DATA.lang;
}

class App {
  constructor() {
    DATA = load();
    const pairs = Array.from(DATA.simplified);
    fold.pairs = new Map(pairs.flatMap((c, i) => (i % 2 ? [] : [[c, pairs[i + 1]]])));
    this.list = new List(itemsOf(DATA));
    this.help = document.getElementById("help");
    this.read();
  }

  get theme() { return document.documentElement.dataset.theme || "auto"; }

  /** Takes over what the address says, else what was chosen before. */
  read() {
    const state = new URLSearchParams(location.hash.includes("=") ? location.hash.slice(1) : "");
    const lang = languageOf(state.get("lang")) || languageOf(store.get(`lang-${DATA.lang}`)) || DATA.lang;
    if (lang !== document.documentElement.lang) speak(lang);
    setTheme(state.get("theme") || store.get("theme") || "auto");
    this.list.input.value = state.get("q") || "";
    this.list.groups.forEach((g) => { g.toggled = null; g.from = 0; });
    this.list.show(this.list.input.value, state.get("open"));
    if (state.get("q") && !this.list.opened) document.getElementById("list").scrollIntoView();
  }

  choose({ lang, theme }) {
    if (lang) {
      store.set(`lang-${DATA.lang}`, lang);
      speak(lang);
    }
    if (theme) store.set("theme", theme);
    setTheme(theme || this.theme);
    if (lang) this.list.show(this.list.input.value, this.list.opened);
    else this.list.remember();
  }

  next(names, now) { return names[(names.indexOf(now) + 1) % names.length]; }

  apply() {
    this.list.groups.forEach((g) => { g.toggled = null; g.from = 0; });
    this.list.show(this.list.input.value);
  }

  go(query) {
    this.list.input.value = query;
    this.apply();
  }

  click(e) {
    const target = e.target.closest("[data-q], [data-open], [data-lang]");
    if (!target) return;
    const { q, open, lang } = target.dataset;
    e.preventDefault();
    if (lang) this.choose({ lang });
    else if (open) {
      this.list.input.value = "";
      this.list.show("", open);
      this.list.current?.firstChild.focus({ preventScroll: true });
    } else {
      this.go(q === this.list.query ? "" : q);
      document.getElementById("list").scrollIntoView();
    }
  }

  press(e) {
    if (e.ctrlKey || e.metaKey || e.altKey || this.help.open) return;
    if (e.target.matches("input, textarea, select")) {
      if (e.key === "Escape") e.target.blur();
      return;
    }
    const { list } = this;
    const keys = {
      j: () => list.move(1), k: () => list.move(-1), "?": () => this.help.showModal(), "/": () => list.input.focus(),
      t: () => this.choose({ theme: this.next(THEMES, this.theme) }),
      l: () => this.choose({ lang: this.next(LANGUAGES, document.documentElement.lang) }),
      o: () => { if (list.current) list.current.open = !list.current.open; },
      c: () => {
        const [offer] = list.current ? offers(list.byId.get(list.current.dataset.id)) : [];
        if (offer) copy(offer.text);
      },
    };
    if (keys[e.key]) {
      e.preventDefault();
      keys[e.key]();
    }
  }

  /** Paper has no buttons: everything is opened, and closed again afterwards. */
  print(begin) {
    this.list.printing = true;
    for (const d of document.querySelectorAll("details")) {
      if (begin && !d.open) {
        if (d.dataset.id) this.list.fill(d);
        d.open = true;
        d.dataset.printed = "";
      } else if (!begin && "printed" in d.dataset) {
        d.open = false;
        delete d.dataset.printed;
      }
    }
    setTimeout(() => { this.list.printing = false; });
  }

  start() {
    let typing;
    document.querySelectorAll("[data-script]").forEach((e) => { e.hidden = false; });
    this.list.input.addEventListener("input", () => { clearTimeout(typing); typing = setTimeout(() => this.apply(), 80); });
    document.getElementById("filter-form").addEventListener("submit", (e) => e.preventDefault());
    document.getElementById("clear").addEventListener("click", () => this.go(""));
    document.getElementById("theme").addEventListener("click", () => this.choose({ theme: this.next(THEMES, this.theme) }));
    document.getElementById("help-open").addEventListener("click", () => this.help.showModal());
    document.addEventListener("click", (e) => this.click(e));
    document.addEventListener("keydown", (e) => this.press(e));
    window.addEventListener("hashchange", () => { if (location.hash.includes("=")) this.read(); });
    window.addEventListener("beforeprint", () => this.print(true));
    window.addEventListener("afterprint", () => this.print(false));
  }
}

const app = new App();
app.start();
