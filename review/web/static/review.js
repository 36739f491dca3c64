// The review page with keys and without reloads. All it does are the forms that stand in the page.
"use strict";

const main = document.querySelector("main");
document.documentElement.classList.add("js");

const rows = () => [...main.querySelectorAll(".row")];
const here = () => main.querySelector(".row.here");
const typing = (element) => element.closest("textarea, input, select");

function say(text, bad = false) {
  const said = document.querySelector("#said");
  said.textContent = text;
  said.className = bad ? "said bad" : "said";
  clearTimeout(say.timer);
  if (!bad) say.timer = setTimeout(() => said.classList.add("faded"), 4000);
}

// One editor in the current row. It is cut out of a template, which the server filled for no segment.
function furnish(row) {
  if (!row.querySelector(".editor")) {
    row.querySelector(".target").append(document.querySelector("#editor").content.cloneNode(true));
    const id = row.dataset.segment;
    for (const form of row.querySelectorAll(".editor form")) form.action = `/segments/${id}/${form.dataset.act}`;
    for (const input of row.querySelectorAll(".editor [name=base]")) input.value = row.dataset.revision;
    for (const input of row.querySelectorAll(".editor [name=at]")) input.value = row.dataset.number;
    row.querySelector("[data-act=history]").href = `/segments/${id}/history`;
    row.querySelector("textarea").value = row.querySelector("[data-text]").textContent;
    row.querySelector(".edit .hidden").append(` of segment ${row.dataset.number}`);
  }
}

// Typing is kept in this browser until the server has it: a reload, a closed tab or a crash lose nothing.
const draftKey = (row) => `mt-review:${main.dataset.store}:${row.dataset.segment}`;
const draftOf = (row) => JSON.parse(localStorage.getItem(draftKey(row)) || "null");

function keepDraft(row) {
  const form = row.querySelector(".edit");
  if (!changed(row)) return localStorage.removeItem(draftKey(row));
  const draft = { text: form.elements.target.value, base: form.elements.base.value };
  try { localStorage.setItem(draftKey(row), JSON.stringify(draft)); } catch { /* full or forbidden: the page still has it */ }
}

function openDraft(row) {
  const draft = draftOf(row);
  if (!draft) return;
  furnish(row);
  const form = row.querySelector(".edit");
  form.elements.target.value = draft.text;
  form.elements.base.value = draft.base;
  if (!changed(row)) return localStorage.removeItem(draftKey(row));
  row.classList.add("editing");
  say("What you typed before is still here, not saved yet.");
}

const changed = (row) => {
  const area = row.querySelector(".edit textarea");
  return Boolean(area) && area.value !== row.querySelector("[data-text]").textContent;
};

function goTo(row, { focus = true, flag = null } = {}) {
  if (!row) return;
  const before = here();
  if (before && before !== row) {
    before.classList.remove("here");
    before.removeAttribute("aria-current");
    // What was typed and not saved stays open where it stands.
    if (!changed(before)) { before.classList.remove("editing"); before.querySelector(".editor")?.remove(); }
  }
  row.classList.add("here");
  row.setAttribute("aria-current", "true");
  furnish(row);
  point(row, flag || row.querySelector(".note[data-open]"));
  if (focus) { row.querySelector(".no a").focus({ preventScroll: true }); row.scrollIntoView({ block: "nearest" }); }
}

function point(row, note) {
  main.querySelectorAll(".note.at").forEach((one) => one.classList.remove("at"));
  if (note) note.classList.add("at");
}

function step(by) {
  const all = rows();
  goTo(all[Math.min(Math.max(all.indexOf(here()) + by, 0), all.length - 1)]);
}

function stepFlag(by) {
  const all = [...main.querySelectorAll(".note[data-open]")];
  if (!all.length) return say("No flag is open.");
  const at = main.querySelector(".note.at");
  let index = at ? all.indexOf(at) + by : all.findIndex((one) => here().compareDocumentPosition(one) & 4);
  index = (index + all.length) % all.length;
  goTo(all[index].closest(".row"), { flag: all[index] });
}

function edit(row) {
  furnish(row);
  row.classList.add("editing");
  const area = row.querySelector(".edit textarea");
  area.focus();
  const at = row.querySelector("[data-text] mark:not(.why):not(.done)");
  if (at) {
    const range = document.createRange();
    range.selectNodeContents(row.querySelector("[data-text]"));
    range.setEndBefore(at);
    const start = range.toString().length;
    area.setSelectionRange(start, start + at.textContent.length);
  }
}

function close(row) {
  localStorage.removeItem(draftKey(row));
  const area = row.querySelector(".edit textarea");
  area.value = row.querySelector("[data-text]").textContent;
  row.classList.remove("editing");
  row.querySelector(".no a").focus({ preventScroll: true });
}

// The answer holds parts of the page with the ids they have here.
function put(html) {
  const parts = new DOMParser().parseFromString(html, "text/html");
  const current = here()?.id;
  const pointed = main.querySelector(".note.at")?.id;
  for (const part of parts.body.children) {
    const old = document.getElementById(part.id);
    if (!old) continue;
    // A row that holds unsaved typing keeps it: only its flags are renewed.
    if (old.matches(".row") && old.matches(".editing") && changed(old) && old.dataset.revision === part.dataset.revision) {
      old.querySelector(".notes").replaceWith(part.querySelector(".notes"));
    } else if (part.id === "said") say(part.textContent, part.classList.contains("bad"));
    else old.replaceWith(part);
  }
  const row = current && document.getElementById(current);
  if (row) goTo(row, { focus: false, flag: pointed && document.querySelector(`#${pointed}[data-open]`) });
}

async function send(form, button) {
  const row = form.closest(".row");
  const data = new FormData(form, button || undefined);
  for (const name of ["show", "order"]) if (!data.has(name)) data.set(name, main.dataset[name]);
  say("Saving …");
  // What is typed into a text that is on its way would belong to no revision.
  const area = form.querySelector("textarea");
  if (area) area.readOnly = true;
  let answer;
  try {
    answer = await fetch(form.action, { method: "POST", body: new URLSearchParams(data), headers: { "X-Partial": "1" } });
  } catch {
    if (area) area.readOnly = false;
    return say("The server does not answer. Nothing is lost: what you typed stays here. Try again.", true);
  }
  // The server wants a name first: let the browser go there with the form.
  if (answer.status === 401) return form.submit();
  const html = await answer.text();
  if (answer.status === 409 && row) {
    if (area) area.readOnly = false;
    return conflict(row, html);
  }
  const wasEditing = row?.classList.contains("editing");
  if (answer.ok && form.elements.target) localStorage.removeItem(draftKey(row));
  if (answer.ok && wasEditing) { row.classList.remove("editing"); row.querySelector(".editor").remove(); }
  put(html);
  if (!answer.ok) {
    if (area) area.readOnly = false;
    return;
  }
  scores();
  const again = row && document.getElementById(row.id);
  if (again && data.get("go") === "next") {
    const all = rows();
    goTo(all[all.indexOf(again) + 1] || again);
  } else if (again && row.contains(document.activeElement) === false) again.querySelector(".no a").focus({ preventScroll: true });
}

function conflict(row, html) {
  row.querySelector(".stale")?.remove();
  const parts = new DOMParser().parseFromString(html, "text/html");
  const stale = parts.querySelector(".stale");
  row.querySelector(".target").append(stale);
  stale.querySelector("textarea").focus();
  say("Somebody saved this segment first. Choose a text.", true);
}

async function scores() {
  clearTimeout(scores.timer);
  scores.timer = setTimeout(async () => {
    const answer = await fetch(main.dataset.scores, { headers: { "X-Partial": "1" } }).catch(() => null);
    if (!answer?.ok) return;
    const open = document.querySelector("#scores").open;
    put(await answer.text());
    document.querySelector("#scores").open = open;
  }, 300);
}

async function history(link) {
  const row = link.closest(".row");
  const old = row.querySelector("#history");
  if (old) return old.remove();
  const answer = await fetch(link.href, { headers: { "X-Partial": "1" } }).catch(() => null);
  if (!answer?.ok) return say("The history cannot be fetched now. Try again.", true);
  row.querySelector(".editor").insertAdjacentHTML("beforeend", await answer.text());
}

document.addEventListener("submit", (event) => {
  if (!event.target.matches("form[data-partial]")) return;
  event.preventDefault();
  send(event.target, event.submitter);
});

document.addEventListener("click", (event) => {
  for (const menu of document.querySelectorAll("details.menu[open]")) if (!menu.contains(event.target)) menu.open = false;
  const link = event.target.closest("a[data-act=history]");
  if (link) { event.preventDefault(); return history(link); }
  const act = event.target.closest("[data-do]")?.dataset.do;
  const row = event.target.closest(".row");
  if (!row) return;
  if (act === "edit") return edit(row);
  if (act === "close") return close(row);
  if (act === "theirs") {
    event.preventDefault();
    localStorage.removeItem(draftKey(row));
    location.replace(event.target.href);
    return location.reload();  // the address may differ by its anchor alone
  }
  const number = event.target.closest(".no a");
  if (number) event.preventDefault();
  if (row !== here() && !typing(event.target)) goTo(row, { focus: Boolean(number), flag: event.target.closest(".note[data-open]") });
  if (event.target.closest("[data-text]") && !String(getSelection())) edit(row);
});

function keyed(scope, key) {
  const element = scope?.querySelector(`[data-key="${key}"]`);
  if (!element) return false;
  if (element.matches("form")) element.requestSubmit();
  else if (element.matches("details")) { element.open = true; element.querySelector("form button").focus(); } else element.click();
  return true;
}

const ACTS = {
  j: () => step(1), ArrowDown: () => step(1), k: () => step(-1), ArrowUp: () => step(-1),
  n: () => stepFlag(1), p: () => stepFlag(-1),
  Enter: () => edit(here()), a: () => keyed(here(), "a"), h: () => keyed(here(), "h"),
  c: () => keyed(main.querySelector(".note.at"), "c") || say("No flag is current here."),
  x: () => keyed(main.querySelector(".note.at"), "x") || say("No flag is current here."),
  z: () => keyed(document.querySelector("#head"), "z"),
  "?": () => document.querySelector("#keys").showModal(),
};

document.addEventListener("keydown", (event) => {
  if (event.defaultPrevented || event.isComposing) return;
  const area = event.target.closest(".row textarea");
  if (area && event.key === "Enter" && (event.ctrlKey || event.metaKey)) { event.preventDefault(); return area.form.requestSubmit(); }
  if (area && event.key === "Escape" && area.closest(".edit")) return close(area.closest(".row"));
  const menu = event.target.closest("details.menu[open]");
  if (menu && event.key === "Escape") { menu.open = false; return menu.querySelector("summary").focus(); }
  if (typing(event.target) || event.ctrlKey || event.metaKey || event.altKey || document.querySelector("dialog[open]")) return;
  if (menu && /^[1-9]$/.test(event.key)) { menu.querySelectorAll("form button")[event.key - 1]?.click(); return event.preventDefault(); }
  if (/^[1-9]$/.test(event.key)) return void (keyed(here()?.querySelector(".notes"), event.key) || say("No such suggestion here."));
  // A button or a link that has the focus takes Enter itself; a segment's number opens its editor.
  if (event.key === "Enter" && event.target.closest("button, a, summary") && !event.target.closest(".no")) return;
  const act = ACTS[event.key];
  if (act && here()) { event.preventDefault(); act(); }
});

document.addEventListener("input", (event) => {
  if (event.target.matches(".edit textarea")) keepDraft(event.target.closest(".row"));
});

rows().forEach(openDraft);
if (here()) goTo(here(), { focus: false });
