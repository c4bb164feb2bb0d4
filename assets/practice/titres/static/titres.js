// The agency's screens: each address shows one template; answers are checked and kept by the server.
import { clearErrors, element, showErrors } from "./formulaire.js";

const TITLE = "Agence des titres d'exercice";
const place = document.getElementById("ecran");

const ROUTES = {
  "/": ["accueil"],
  "/pre-demande/titre": ["titre", prepareForm],
  "/pre-demande/identite": ["identite", prepareForm],
  "/pre-demande/photo": ["photo", preparePhoto],
  "/pre-demande/recapitulatif": ["recapitulatif", prepareRecap],
  "/pre-demande/confirmation": ["confirmation", prepareConfirmation],
  "/suivi": ["suivi", prepareFollow],
};
// The second version of the site asks in another order.
const PAGES = place.dataset.pages.split(" ");

async function call(method, path, body) {
  const answer = await fetch(path, { method, body });
  return { ok: answer.ok, data: await answer.json() };
}

function go(path) {
  history.pushState({}, "", path);
  return show();
}

async function show(focus = true) {
  const [name, prepare] = ROUTES[location.pathname] ?? ROUTES["/"];
  const template = document.getElementById(`ecran-${name}`);
  const screen = template.content.cloneNode(true);
  place.replaceChildren(screen);
  document.title = `${template.dataset.titre} - ${TITLE}`;
  scrollTo(0, 0);
  if (focus) place.querySelector("h1").focus();
  await prepare?.(name);
}

// The draft, unless an earlier page is not finished: then that page is shown.
async function draftFor(name) {
  const { data } = await call("GET", "/api/pre-demande");
  if (PAGES.indexOf(data.suite) >= PAGES.indexOf(name)) return data;
  history.replaceState({}, "", `/pre-demande/${data.suite}`);
  await show();
  return null;
}

// A form answers from its first instant; the draft comes later and never writes over what was done meanwhile.
async function prepareForm(name) {
  const form = place.querySelector("form");
  onSubmit(form, () => call("PUT", `/api/pre-demande/${name}`, JSON.stringify(Object.fromEntries(new FormData(form)))));
  const draft = await draftFor(name);
  for (const [field, answer] of Object.entries(draft?.reponses ?? {})) {
    const control = form.elements.namedItem(field);
    if (control && !control.value) control.value = answer;
  }
}

async function preparePhoto(name) {
  const form = place.querySelector("form");
  let sending = Promise.resolve();
  form.elements.photo.addEventListener("change", () => {
    if (form.elements.photo.files.length > 0) sending = sendPhoto(form);
  });
  onSubmit(form, async () => {
    await sending;
    const { data } = await call("GET", "/api/pre-demande");
    return { ok: data.photo, data: { erreurs: { photo: "Choisissez une photo." } } };
  });
  const draft = await draftFor(name);
  if (draft?.photo) showPhoto();
}

async function sendPhoto(form) {
  const [file] = form.elements.photo.files;
  const chosen = place.querySelector("[data-nom]");
  chosen.textContent = file.name;
  const { ok, data } = await call("PUT", "/api/photo", file);
  if (ok) {
    clearErrors(place);
    showPhoto();
  } else {
    form.elements.photo.value = "";
    chosen.textContent = "Aucune photo choisie";
    showErrors(place, data.erreurs);
  }
}

function showPhoto() {
  const preview = place.querySelector("[data-apercu]");
  preview.querySelector("img").src = `/api/photo?${Date.now()}`;
  preview.hidden = false;
}

async function prepareRecap(name) {
  place.querySelector("form").addEventListener("submit", async (event) => {
    event.preventDefault();
    const { ok, data } = await call("POST", "/api/pre-demande");
    if (!ok) return go(`/pre-demande/${data.suite}`);
    history.replaceState({ numero: data.numero }, "", "/pre-demande/confirmation");
    return show();
  });
  const draft = await draftFor(name);
  const rows = (draft?.lignes ?? []).map(([label, value]) => {
    const head = element("th", label);
    head.scope = "row";
    return element("tr", "", [head, element("td", value)]);
  });
  place.querySelector("[data-lignes]")?.append(...rows);
}

function prepareConfirmation() {
  const number = history.state?.numero;
  if (!number) return go("/");
  place.querySelector("[data-numero]").textContent = number;
  place.querySelector("[data-pdf]").href = `/recapitulatif/${number}.pdf`;
  return undefined;
}

function prepareFollow() {
  const form = place.querySelector("form");
  form.addEventListener("submit", async (event) => {
    event.preventDefault();
    const number = form.elements.numero.value.trim() || "0";
    const { ok, data } = await call("GET", `/api/suivi/${encodeURIComponent(number)}`);
    const result = place.querySelector("[data-resultat]");
    result.hidden = !ok;
    if (!ok) return showErrors(place, data.erreurs);
    clearErrors(place);
    place.querySelector("[data-etat]").textContent = data.state;
    const milestones = data.milestones.map((words) => element("li", words));
    milestones.slice(0, data.reached).forEach((milestone) => milestone.classList.add("fait"));
    place.querySelector("[data-jalons]").replaceChildren(...milestones);
    return result.querySelector("h2").focus();
  });
}

function onSubmit(form, save) {
  form.addEventListener("submit", async (event) => {
    event.preventDefault();
    const { ok, data } = await save();
    if (ok) go(form.dataset.suite);
    else showErrors(place, data.erreurs);
  });
}

document.addEventListener("click", (event) => {
  const link = event.target.closest("a[data-lien]");
  if (link === null || event.ctrlKey || event.metaKey) return;
  event.preventDefault();
  go(link.pathname);
});
addEventListener("popstate", () => show());
show(false);
