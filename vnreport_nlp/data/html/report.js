"use strict";
(() => {
  const root = document.documentElement, body = document.body, $ = (id) => document.getElementById(id);
  root.classList.add("on");
  const { recall, keep, fill, decisions } = vnreport;
  const bare = (text) => text.normalize("NFD").replace(/[\u0300-\u036f]/g, "").replace(/đ/g, "d").replace(/Đ/g, "D").toLowerCase();
  const marked = (text) => bare(text) !== text.toLowerCase().normalize("NFC");
  /* tone mark to the end of its syllable: hoà equals hòa */
  const folded = (text) => text.toLowerCase().normalize("NFD").replace(/[^\s]+/g, (w) => {
    const tone = w.replace(/[^\u0300\u0301\u0303\u0309\u0323]/g, "");
    return w.replace(/[\u0300\u0301\u0303\u0309\u0323]/g, "") + tone;
  });


  const table = $("mx");
  if (table) matrix(table);
  document.querySelectorAll(".two").forEach(unitPage);
  document.querySelectorAll(".wide-hint").forEach((hint) => { const box = hint.nextElementSibling; hint.hidden = box.scrollWidth <= box.clientWidth + 4; });

  function matrix(mx) {
    const tbody = mx.tBodies[0], rows = [...tbody.rows];
    const worst = ["missing", "empty", "misplaced", "unheaded", "thin", "merged", "covered", "excused", "none"];
    const head = mx.tHead.rows, groups = [...head[0].cells].slice(4), columns = [...head[1].cells];
    const model = rows.map((row, order) => {
      const off = row.classList.contains("off"), cells = [...row.cells];
      return { row, order, off, name: bare(cells[0].textContent), cells,
        states: off ? [] : cells.slice(4).map((c) => (c.className.startsWith("s-") ? c.className.slice(2) : "")),
        looks: off ? [] : cells.slice(4).map((c) => !!c.querySelector("sup")) };
    });
    const heads = [...head[0].cells].slice(0, 4).concat(columns);
    const sorters = heads.map((th, at) => ({ th, at, button: th.querySelector("button") }));
    const value = (item, at) => {
      if (at === 0) return item.name;
      const cell = item.cells[at];
      return cell.dataset.v !== undefined ? Number(cell.dataset.v) : worst.indexOf(item.states[at - 4]);
    };
    const sort = (at, direction) => {
      const sign = direction === "descending" ? -1 : 1;
      const list = at < 0 ? [...model] : [...model].sort((a, b) => {
        if (at > 0 && a.off !== b.off) return a.off ? 1 : -1;
        if (at > 0 && a.off) return a.order - b.order;
        const x = value(a, at), y = value(b, at);
        return (at === 0 ? x.localeCompare(y, "vi", { numeric: true }) : x - y) * sign || a.order - b.order;
      });
      heads.forEach((th, k) => (k === at ? th.setAttribute("aria-sort", direction) : th.removeAttribute("aria-sort")));
      const part = document.createDocumentFragment();
      list.forEach((item) => part.append(item.row));
      tbody.append(part);
    };
    let sorted = { at: -1, direction: "ascending" };
    sorters.forEach(({ at, button }) => button.addEventListener("click", () => {
      const first = at === 2 || at === 3 ? "descending" : "ascending", second = first === "ascending" ? "descending" : "ascending";
      if (sorted.at !== at) sorted = { at, direction: first };
      else if (sorted.direction === first) sorted = { at, direction: second };
      else sorted = { at: -1, direction: "ascending" };
      sort(sorted.at, sorted.direction); save();
    }));
    const form = $("filters"), unit = $("f-unit"), part = $("f-part"), status = $("f-status"), fine = $("f-fine");
    const hide = (el, yes) => { if (el.hidden !== yes) el.hidden = yes; };
    const foot = [...mx.tFoot.rows[0].cells].slice(4);
    let was = columns.map(() => true);
    const ok = new Set(["covered", "merged", "excused", "none", ""]);
    /* the last row is of the rows that are shown; half of a per cent goes to the even one, as in the file */
    const footRow = mx.tFoot.rows[0], isSub = columns.map((th) => th.classList.contains("sub")), judged = model.filter((item) => !item.off);
    const spots = [...footRow.cells].map((cell) => cell.querySelector("a,b") || cell), given = spots.map((spot) => spot.textContent);
    const put = (spot, text) => { if (spot.textContent !== text) spot.textContent = text; };
    const even = (x) => { const r = Math.round(x); return x % 1 === 0.5 && r % 2 ? r - 1 : r; };
    const percent = ([n, all]) => (!all ? "–" : (Number.isInteger(100 * n / all) ? 100 * n / all : Math.min(99, Math.max(1, even(100 * n / all)))) + "%");
    const totals = (rows) => {
      hide(footRow, !rows.length);
      if (!rows.length || rows.length === judged.length) { spots.forEach((spot, k) => put(spot, given[k])); return; }
      put(spots[0], spots[0].dataset.some);
      [2, 3].forEach((k) => put(spots[k], String(rows.reduce((sum, item) => sum + Number(item.cells[k].dataset.v), 0))));
      const whole = [0, 0], parts = {};
      columns.forEach((th, k) => {
        if (isSub[k]) return;
        let n = 0, all = 0;
        rows.forEach(({ states }) => { const s = states[k]; if (s === "covered" || s === "merged") { n++; all++; } else if (!ok.has(s)) all++; });
        const part = parts[th.dataset.part] = parts[th.dataset.part] || [0, 0];
        part[0] += n; part[1] += all; whole[0] += n; whole[1] += all;
        put(spots[k + 4], all ? n + "/" + all : "–");
      });
      columns.forEach((th, k) => { if (isSub[k]) put(spots[k + 4], percent(parts[th.dataset.part] || [0, 0])); });
      put(spots[1], percent(whole));
    };
    const apply = () => {
      const words = bare(unit.value).split(/\s+/).filter(Boolean), wanted = status.value ? status.value.split(",") : [];
      const parts = columns.map((th) => th.dataset.part);
      const fits = (item, k) => (wanted[0] === "?" ? item.looks[k] : wanted.includes(item.states[k]));
      const inPart = (k) => !part.value || parts[k] === part.value;
      const shown = model.filter((item) => {
        if (!words.every((w) => item.name.includes(w))) return false;
        if (item.off) return !wanted.length;
        const keys = item.states.keys();
        if (wanted.length && ![...keys].some((k) => inPart(k) && item.states[k] && fits(item, k))) return false;
        return !fine.checked || item.states.some((s, k) => inPart(k) && !ok.has(s)) || item.looks.some((l, k) => l && inPart(k));
      });
      const visible = new Set(shown);
      model.forEach((item) => hide(item.row, !visible.has(item)));
      const all = !(fine.checked || wanted.length);
      const open = columns.map((th, k) => inPart(k) && (all || (!isSub[k] && shown.some((item) => !item.off &&
        (wanted.length ? fits(item, k) : !ok.has(item.states[k]) || item.looks[k])))));
      /* a part that shows no item shows no sum either: what was looked for would stand behind all of them */
      columns.forEach((th, k) => { if (isSub[k]) open[k] = inPart(k) && (all || open.some((o, j) => o && !isSub[j] && parts[j] === parts[k])); });
      const turned = open.map((o, k) => (o === was[k] ? -1 : k)).filter((k) => k >= 0);
      was = open;
      turned.forEach((k) => {
        hide(columns[k], !open[k]); hide(foot[k], !open[k]);
        model.forEach((item) => { if (!item.off) hide(item.cells[k + 4], !open[k]); });
      });
      groups.forEach((g) => {
        const n = columns.filter((th) => th.dataset.part === g.dataset.part && !th.hidden).length;
        g.hidden = !n; if (n) g.colSpan = n;
      });
      const reqs = isSub.filter((s) => !s).length, cols = open.filter((o, k) => o && !isSub[k]).length;
      $("f-count").textContent = fill(body.dataset.rows, { shown: shown.length, all: model.length, cols, reqs });
      $("f-empty").hidden = shown.length > 0;
      totals(shown.filter((item) => !item.off));
    };
    const save = () => keep(":filters", { unit: unit.value, part: part.value, status: status.value, fine: fine.checked, sorted });
    const change = () => { apply(); save(); };
    if ($("look")) $("look").addEventListener("click", () => { status.value = "?"; change(); });
    form.addEventListener("submit", (e) => e.preventDefault());
    unit.addEventListener("input", change);
    [part, status, fine].forEach((el) => el.addEventListener("change", change));
    form.addEventListener("reset", () => setTimeout(() => { sorted = { at: -1, direction: "ascending" }; sort(-1); change(); }));
    const old = recall(":filters");
    if (old && typeof old === "object") {
      unit.value = typeof old.unit === "string" ? old.unit : "";
      if ([...part.options].some((o) => o.value === old.part)) part.value = old.part;
      if ([...status.options].some((o) => o.value === old.status)) status.value = old.status;
      fine.checked = old.fine === true;
      const s = old.sorted;
      if (s && Number.isInteger(s.at) && s.at >= 0 && s.at < heads.length && ["ascending", "descending"].includes(s.direction)) {
        sorted = { at: s.at, direction: s.direction }; sort(s.at, s.direction);
      }
    }
    apply();
    const progress = () => {
      const made = new Map();
      decisions().forEach((d) => { if (d.action !== "reopen") made.set(d.unit, (made.get(d.unit) || 0) + 1); });
      mx.querySelectorAll(".own").forEach((el) => el.remove());
      rows.forEach((row) => {
        const n = made.get(row.dataset.unit);
        if (!n) return;
        const small = document.createElement("small");
        small.className = "own";
        small.textContent = fill(body.dataset.own, { n, all: row.dataset.n });
        row.cells[0].append(small);
      });
    };
    document.addEventListener("decisions", progress); progress();
  }

  function unitPage(two) {
    /* in the single file every unit's ids have a prefix of its own */
    const one = two.closest(".one"), scope = one || document, own = (id) => (one ? one.querySelector(`[id$="--${id}"]`) : $(id));
    const unit = two.dataset.unit, cards = [...two.querySelectorAll(".card")];
    const tree = two.querySelector(".tree"), help = $("help"), keys = $("keys");
    const smooth = matchMedia("(prefers-reduced-motion: reduce)").matches ? "auto" : "smooth";
    /* findings one after the other */
    let at = -1;
    const showAt = () => { if (own("at")) own("at").textContent = cards.length ? (at + 1) + "/" + cards.length : "0"; };
    const go = (step) => {
      if (!cards.length) return;
      at = (at + step + cards.length) % cards.length;
      cards.forEach((c, k) => c.classList.toggle("now", k === at));
      cards[at].focus({ preventScroll: true });
      cards[at].scrollIntoView({ block: "center", behavior: smooth });
      showAt();
    };
    const shortcuts = () => {
      own("keys-help").addEventListener("click", () => help.showModal());
      keys.checked = recall(":keys") !== "off";
      keys.addEventListener("change", () => keep(":keys", keys.checked ? "on" : "off"));
      document.addEventListener("keydown", (e) => {
        if (e.ctrlKey || e.altKey || e.metaKey || !keys.checked || help.open || /^(INPUT|TEXTAREA|SELECT)$/.test(e.target.tagName)) return;
        if (e.key === "n") go(1);
        else if (e.key === "p") go(at < 0 ? 0 : -1);
        else if (e.key === "/") { own("q").focus(); own("q").select(); }
        else if (e.key === "?") help.showModal();
        else return;
        e.preventDefault();
      });
    };
    if (own("next")) {
      own("next").addEventListener("click", () => go(1));
      own("prev").addEventListener("click", () => go(at < 0 ? 0 : -1));
      if (help) shortcuts(); else own("keys-help").hidden = true;
      showAt();
    }
    cards.forEach((card, k) => card.addEventListener("focusin", () => { at = k; showAt(); }));
    /* a link to a requirement opens it */
    const open = () => {
      const target = location.hash ? document.getElementById(decodeURIComponent(location.hash.slice(1))) : null;
      if (!target) return;
      const box = target.matches(".tree li") ? target.querySelector("details") : target.closest("details");
      if (box) { box.open = true; target.scrollIntoView({ block: "nearest" }); }
      const k = cards.indexOf(target);
      if (k >= 0) { at = k; showAt(); target.focus({ preventScroll: true }); }
    };
    addEventListener("hashchange", open); open();
    const fine = own("t-fine");
    if (fine && tree) {
      const set = () => tree.classList.toggle("fine", fine.checked), kept = recall(":tree");
      /* on a phone the tree stands above the text: only what is not met is shown first */
      fine.checked = typeof kept === "boolean" ? kept : matchMedia("(max-width: 48rem)").matches; set();
      fine.addEventListener("change", () => { set(); keep(":tree", fine.checked); });
    }
    /* which findings have a decision */
    const done = own("done"), items = [...scope.querySelectorAll(".list li")];
    const progress = () => {
      const made = new Map(decisions().filter((d) => d.unit === unit).map((d) => [d.fingerprint, d.action]));
      items.forEach((li) => {
        const said = made.get(li.dataset.for) || li.dataset.given || "";
        li.classList.toggle("done", said === "accept" || said === "waive");
        li.classList.toggle("d-waive", said === "waive");
      });
      const n = items.filter((li) => li.classList.contains("done")).length;
      done.textContent = n ? fill(done.dataset.said, { n, all: items.length }) : "";
    };
    if (done) { document.addEventListener("decisions", progress); progress(); }
    if (own("print-list")) {
      own("print-list").addEventListener("click", () => { body.classList.add("only"); if (one) one.classList.add("printed"); print(); });
      addEventListener("afterprint", () => { body.classList.remove("only"); if (one) one.classList.remove("printed"); });
    }
    addEventListener("beforeprint", () => two.querySelectorAll(".proof").forEach((d) => { d.open = true; }));
    if (own("q")) search(two.querySelector(".draft"), smooth, own("q"), own("q-count"));
    if ($("decide")) cards.forEach((card) => decide(card, unit));
  }

  function search(draft, smooth, box, count) {
    const blocks = [...draft.querySelectorAll(".b")];
    let index = null, hits = [], at = -1;
    const can = typeof Highlight === "function" && CSS.highlights;
    const build = () => blocks.map((block) => {
      const walker = document.createTreeWalker(block, NodeFilter.SHOW_TEXT, {
        acceptNode: (n) => (n.parentElement.closest(".ref,.chip") ? NodeFilter.FILTER_REJECT : NodeFilter.FILTER_ACCEPT) });
      let key = "", raw = ""; const spots = [];
      for (let node = walker.nextNode(); node; node = walker.nextNode()) {
        const text = node.data;
        for (let i = 0; i < text.length; i++) {
          const letters = bare(text[i]);
          for (const letter of letters) { key += /\s/.test(letter) ? " " : letter; spots.push([node, i, raw.length]); }
          raw += text[i];
        }
      }
      return { block, key, raw, spots };
    });
    const clear = () => { hits = []; at = -1; if (can) { CSS.highlights.delete("found"); CSS.highlights.delete("current"); } };
    const run = () => {
      clear();
      const query = box.value.trim().replace(/\s+/g, " "), needle = bare(query);
      if (needle.length < 2) { count.textContent = ""; return; }
      index = index || build();
      const exact = marked(query), want = folded(query);
      for (const { key, raw, spots } of index) {
        for (let from = key.indexOf(needle); from >= 0; from = key.indexOf(needle, from + needle.length)) {
          const [first, start, rawStart] = spots[from], [last, end, rawEnd] = spots[from + needle.length - 1];
          let tail = end + 1, rawTail = rawEnd + 1;
          while (tail < last.data.length && /[\u0300-\u036f]/.test(last.data[tail])) { tail++; rawTail++; }
          if (exact && folded(raw.slice(rawStart, rawTail).replace(/\s+/g, " ")) !== want) continue;
          const range = document.createRange();
          range.setStart(first, start); range.setEnd(last, tail);
          hits.push(range);
        }
      }
      count.textContent = hits.length ? fill(body.dataset.found, { n: hits.length }) : body.dataset.none;
      if (can && hits.length) CSS.highlights.set("found", new Highlight(...hits));
    };
    const show = (step) => {
      if (!hits.length) return;
      at = (at + step + hits.length) % hits.length;
      if (can) CSS.highlights.set("current", new Highlight(hits[at]));
      hits[at].startContainer.parentElement.scrollIntoView({ block: "center", behavior: smooth });
      count.textContent = (at + 1) + "/" + hits.length;
    };
    box.addEventListener("input", run);
    box.addEventListener("keydown", (e) => {
      if (e.key === "Enter") { e.preventDefault(); if (!hits.length) run(); show(e.shiftKey ? -1 : 1); }
      if (e.key === "Escape") { box.value = ""; run(); box.blur(); }
    });
  }

  function decide(card, unit) {
    const box = $("decide").content.firstElementChild.cloneNode(true), form = box.querySelector("form"), fp = card.dataset.fp;
    const { reason, name } = form.elements, shown = card.querySelector(".decided"), ask = form.querySelector(".ask"), who = form.querySelector(".who");
    const given = shown.cloneNode(true), givenClass = card.className;
    const labels = Object.fromEntries([...form.querySelectorAll(".acts button")].map((b) => [b.value, b.textContent]));
    const draw = () => {
      const own = decisions().find((d) => d.unit === unit && d.fingerprint === fp);
      card.className = givenClass.replace(/ ?\b(d-\w+|now)\b/g, "");
      shown.replaceChildren(); shown.hidden = true;
      form.querySelectorAll(".acts button").forEach((b) => b.setAttribute("aria-pressed", String(!!own && own.action === b.value)));
      if (!own) { card.className = givenClass; shown.replaceChildren(...given.cloneNode(true).childNodes); shown.hidden = given.hidden; return; }
      const strong = document.createElement("b");
      strong.textContent = labels[own.action];
      shown.append(strong, (own.name ? " · " + own.name : "") + (own.reason ? ": " + own.reason : ""));
      shown.hidden = false;
      card.classList.add("d-" + own.action);
      reason.value = own.reason || ""; name.value = own.name || "";
    };
    form.addEventListener("submit", (e) => e.preventDefault());
    form.querySelectorAll(".acts button").forEach((button) => button.addEventListener("click", () => {
      const action = button.value, why = reason.value.trim();
      ask.hidden = !(action === "waive" && !why);
      if (!ask.hidden) { who.hidden = true; reason.focus(); return; }
      who.hidden = !(action === "waive" && !name.value.trim());
      if (!who.hidden) { name.focus(); return; }
      const message = card.querySelector(".say").textContent, { rule, req } = card.dataset, at = new Date().toISOString().slice(0, 19) + "Z";
      keep(":name", name.value.trim());
      vnreport.decide({ unit, fingerprint: fp, action, reason: why, name: name.value.trim(), at, rule, requirement: req, message });
    }));
    form.addEventListener("focusin", () => { if (!name.value) name.value = recall(":name") || ""; }, { once: true });
    card.append(box);
    document.addEventListener("decisions", draw);
    draw();
  }
})();
