// The service's screens: each address shows one template, wherever it stands; answers are checked and kept by the server,
// which takes its time. The same script serves both looks of the site.
import { clearErrors, showErrors } from "./erreurs.js";
import { prepareSearch } from "./recherche.js";

const place = document.getElementById("ecran");
const title = document.title;
const templates = new Map([...document.querySelectorAll("template[data-chemin]")].map((each) => [each.dataset.chemin, each]));
const prepare = { factures: prepareBills, facture: prepareBill, feuille: prepareSheet, verification: prepareRecap, confirmation: prepareEnd };

async function call(method, path, body) {
  const answer = await fetch(path, { method, body });
  return { ok: answer.ok, data: await answer.json() };
}

function go(path) {
  history.pushState({}, "", path);
  return show();
}

async function show(focus = true) {
  const template = templates.get(location.pathname) ?? templates.get("/");
  place.replaceChildren(template.content.cloneNode(true));
  document.title = `${template.dataset.titre} - ${title}`;
  scrollTo(0, 0);
  if (focus) place.querySelector("h1, [role=heading]").focus();
  await prepare[template.dataset.prepare]?.();
}

function element(tag, text) {
  const made = document.createElement(tag);
  made.textContent = text;
  return made;
}

function fill(rows) {
  const list = place.querySelector("[data-lignes]");
  const [head, cell] = list.dataset.lignes.split(" ");
  list.replaceChildren(...rows.map(([label, value]) => {
    const row = element(head === "th" ? "tr" : "div", "");
    const first = element(head, label);
    if (head === "th") first.scope = "row";
    row.append(first, element(cell, value));
    return row;
  }));
}

async function prepareBills() {
  const list = place.querySelector("[data-liste]");
  const model = document.getElementById("modele-facture");
  const { data } = await call("GET", "/api/factures");
  list.append(...data.map((bill) => {
    const row = model.content.cloneNode(true);
    for (const shown of row.querySelectorAll("[data-mois]")) shown.textContent = bill.month;
    row.querySelector("[data-montant]").textContent = bill.amount;
    row.querySelector("[data-vers]").href = `/factures/lire?facture=${bill.number}`;
    return row;
  }));
  place.querySelector("[data-attend]")?.remove();
}

async function prepareBill() {
  const number = new URLSearchParams(location.search).get("facture") ?? "F-001";
  const { data } = await call("GET", `/api/factures/${encodeURIComponent(number)}`);
  for (const shown of place.querySelectorAll("[data-mois]")) shown.textContent = data.mois ?? "";
  fill(data.lignes ?? []);
}

// The draft, unless an earlier page is not finished: then that page is shown.
async function draftOf(form) {
  const { demande, page, racine } = form.dataset;
  const { data } = await call("GET", `/api/${demande}`);
  const paths = [...templates.keys()];
  if (data.suite && paths.indexOf(`${racine}/${data.suite}`) < paths.indexOf(`${racine}/${page}`)) {
    history.replaceState({}, "", `${racine}/${data.suite}`);
    await show();
    return null;
  }
  return data;
}

// A form answers from its first instant; the draft comes later and never writes over what was done meanwhile.
async function prepareSheet() {
  const form = place.querySelector("form");
  const { demande, page, suite } = form.dataset;
  prepareSearch(form);
  onSubmit(form, () => call("PUT", `/api/${demande}/${page}`, JSON.stringify(Object.fromEntries(new FormData(form)))), () => go(suite));
  const draft = await draftOf(form);
  for (const [field, answer] of Object.entries(draft?.reponses ?? {})) {
    const control = form.elements.namedItem(field);
    if (control && !control.value) control.value = answer;
  }
}

async function prepareRecap() {
  const form = place.querySelector("form");
  const { demande, page, suite, racine } = form.dataset;
  const send = async () => {
    const { ok, data } = await call("POST", `/api/${demande}`);
    if (!ok) return go(`${racine}/${data.suite}`);
    history.pushState({ numero: data.numero }, "", suite);
    return show();
  };
  onSubmit(form, () => call("PUT", `/api/${demande}/${page}`, JSON.stringify(Object.fromEntries(new FormData(form)))), send);
  const draft = await draftOf(form);
  if (draft) fill(draft.lignes);
}

function prepareEnd() {
  const number = history.state?.numero;
  if (!number) return go("/");
  place.querySelector("[data-numero]").textContent = number;
  return undefined;
}

function onSubmit(form, save, after) {
  form.addEventListener("submit", async (event) => {
    event.preventDefault();
    const { ok, data } = await save();
    clearErrors(place);
    if (ok) await after();
    else showErrors(place, data.erreurs);
  });
}

document.addEventListener("click", (event) => {
  const sender = event.target.closest("[data-envoyer]");
  const link = event.target.closest("a[data-lien], button[data-vers]");
  if (sender === null && (link === null || event.ctrlKey || event.metaKey)) return;
  event.preventDefault();
  if (sender !== null) sender.closest("form").requestSubmit();
  else go(link.dataset.vers || link.pathname + link.search);
});
document.addEventListener("keydown", (event) => {
  if (event.key === " " && event.target.matches("[data-envoyer]")) {
    event.preventDefault();
    event.target.click();
  }
});
addEventListener("popstate", () => show());
show(false);
