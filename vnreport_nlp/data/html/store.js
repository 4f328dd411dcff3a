"use strict";
/* what the browser keeps: filters, and the decisions of all units of the report; export and load of decision files */
const vnreport = (() => {
  const root = document.documentElement, body = document.body, $ = (id) => document.getElementById(id);
  const base = "vnreport:" + (root.dataset.store || "");
  const memory = new Map();
  const recall = (key) => {
    try { const v = localStorage.getItem(base + key); return v === null ? (memory.get(key) || null) : JSON.parse(v); }
    catch (e) { return memory.get(key) || null; }
  };
  const keep = (key, value) => {
    memory.set(key, value);
    try { localStorage.setItem(base + key, JSON.stringify(value)); } catch (e) { /* private mode: kept for this page only */ }
  };
  const fill = (text, values) => (text || "").replace(/\{(\w+)\}/g, (m, k) => (k in values ? values[k] : m));

  const MAX_BYTES = 20000000, MAX_TEXT = 32767;
  const isDecision = (d) => d && typeof d === "object" && typeof d.unit === "string" && typeof d.fingerprint === "string" &&
    ["accept", "waive", "reopen"].includes(d.action);
  const decisions = () => { const all = recall(":decisions"); return Array.isArray(all) ? all.filter(isDecision) : []; };
  const keyOf = (d) => d.unit + "\u001f" + d.fingerprint;
  const told = () => {
    const n = decisions().length;
    if ($("made")) $("made").textContent = n ? fill(body.dataset.made, { n }) : "";
    document.dispatchEvent(new Event("decisions"));
  };
  const decide = (made) => { keep(":decisions", decisions().filter((d) => keyOf(d) !== keyOf(made)).concat(made)); told(); };
  const string = (v) => (typeof v === "string" ? v.slice(0, MAX_TEXT) : "");
  const plain = (d) => ({ unit: string(d.unit), fingerprint: d.fingerprint, action: d.action, reason: string(d.reason), name: string(d.name), at: string(d.at),
    rule: string(d.rule), requirement: string(d.requirement), message: string(d.message) || string(d.title) });
  const slug = (text) => text.normalize("NFD").replace(/[\u0300-\u036f]/g, "").replace(/[đĐ]/g, "d").toLowerCase().replace(/[^a-z0-9]+/g, "-").replace(/^-+|-+$/g, "").slice(0, 40);
  /* who and when in the file's name: two reviewers' files do not replace each other */
  const fileName = (list) => {
    const names = [...new Set(list.map((d) => slug(d.name)).filter(Boolean))], own = slug(string(recall(":name"))), now = new Date();
    const day = [now.getFullYear(), now.getMonth() + 1, now.getDate()].map((n) => String(n).padStart(2, "0")).join("-");
    return [body.dataset.save, own || (names.length === 1 ? names[0] : ""), day].filter(Boolean).join("-") + ".json";
  };
  const order = (a, b) => (a < b ? -1 : a > b ? 1 : 0);

  function save() {
    const list = decisions().map(plain);
    if (!list.length) { $("made").textContent = body.dataset.nothing; return; }
    list.sort((a, b) => order(a.unit, b.unit) || order(a.fingerprint, b.fingerprint));
    const blob = new Blob([JSON.stringify({ schema: "vnreport.decisions/1", decisions: list }, null, 1) + "\n"], { type: "application/json" });
    const link = document.createElement("a");
    link.href = URL.createObjectURL(blob);
    link.download = fileName(list);
    body.append(link); link.click(); link.remove();
    setTimeout(() => URL.revokeObjectURL(link.href), 10000);
  }

  /* a decision file as the command line reads it; null when it is none */
  function parsed(text) {
    let data;
    try { data = JSON.parse(text.replace(/^\uFEFF/, "")); } catch (e) { return null; }
    if (!data || data.schema !== "vnreport.decisions/1" || !Array.isArray(data.decisions)) return null;
    const list = data.decisions.map((d) => d && { unit: "", ...d });
    return list.every((d) => isDecision(d) && /^[0-9a-f]{8,64}$/.test(d.fingerprint)) ? list.map(plain) : null;
  }

  const origin = new WeakMap(); /* the file an opinion was loaded from */
  /* as `vnreport decisions merge`: the last word by time wins, two people who disagree are asked about */
  function merged(lists) {
    const kept = new Map(decisions().map((d) => [keyOf(d), d])), open = new Map(), count = { added: 0, changed: 0, same: 0 };
    for (const d of lists.flat()) {
      const key = keyOf(d), old = kept.get(key);
      if (!old) { kept.set(key, d); count.added++; continue; }
      const alike = old.action === d.action && string(old.reason) === d.reason;
      if (!alike && string(old.name) !== d.name) {
        if (!open.has(key)) open.set(key, [old]);
        open.get(key).push(d);
      } else if (alike) count.same++;
      if (d.at > string(old.at)) { if (!alike && !open.has(key)) count.changed++; const copy = { ...d, message: d.message || old.message || "" }; origin.set(copy, origin.get(d)); kept.set(key, copy); }
    }
    return { kept, open, count };
  }

  async function load(files) {
    const dialog = $("loaded"), lists = [], bad = [];
    for (const file of files) {
      const list = file.size > MAX_BYTES ? null : parsed(await file.text());
      if (list) { list.forEach((d) => origin.set(d, file.name)); lists.push(list); } else bad.push(file.name);
    }
    const { kept, open, count } = merged(lists), form = dialog.querySelector("form"), box = $("clashes");
    const apply = () => { keep(":decisions", [...kept.values()]); told(); };
    $("load-bad").hidden = !bad.length;
    $("load-bad").textContent = fill(dialog.dataset.bad, { files: bad.join(", ") });
    $("load-said").textContent = lists.length ? fill(dialog.dataset.said, count) : "";
    $("load-open").hidden = !open.size;
    $("load-open").textContent = fill(dialog.dataset.open, { n: open.size });
    form.elements.apply.hidden = !open.size;
    form.elements.cancel.textContent = open.size ? dialog.dataset.cancel : dialog.dataset.close;
    box.replaceChildren(...[...open].map(([key, list], k) => clash(dialog, list, kept.get(key), k, (d) => kept.set(key, d))));
    form.elements.apply.onclick = apply;
    if (!open.size && lists.length) apply();
    dialog.showModal();
  }

  /* one finding on which people differ: a radio button for each opinion, the latest chosen */
  function clash(dialog, list, latest, k, choose) {
    const field = document.createElement("fieldset"), legend = document.createElement("legend");
    const told = plain(list.find((d) => plain(d).message) || list[0]), where = told.requirement ? fill(dialog.dataset.section, { n: told.requirement }) : "";
    legend.textContent = told.unit + ": " + ([told.rule, where, told.message].filter(Boolean).join(" · ") || told.fingerprint);
    field.append(legend);
    list.forEach((d) => {
      const label = document.createElement("label"), radio = document.createElement("input");
      radio.type = "radio"; radio.name = "clash-" + k; radio.checked = string(d.at) === string(latest.at) && d.name === latest.name;
      radio.addEventListener("change", () => choose({ ...told, ...d, message: d.message || told.message }));
      const from = origin.get(d) ? fill(dialog.dataset.file, { name: origin.get(d) }) : dialog.dataset.here, when = string(d.at).slice(0, 10).split("-").reverse().join("/");
      const said = dialog.dataset[d.action] + (d.name ? " · " + d.name : "") + (when ? " · " + when : "") + (d.reason ? ": " + d.reason : "");
      label.append(radio, " " + from + " — " + said);
      field.append(label);
    });
    return field;
  }

  if ($("export")) {
    $("export").addEventListener("click", save);
    $("load").addEventListener("click", () => $("load-file").click());
    $("load-file").addEventListener("change", async (e) => { await load([...e.target.files]); e.target.value = ""; });
  }
  told();
  return { recall, keep, fill, decisions, decide };
})();
