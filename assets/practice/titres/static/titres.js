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
const PAGES = ["titre", "identite", "photo", "recapitulatif"];

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

async function prepareForm(name) {
  const draft = await draftFor(name);
  if (draft === null) return;
  const form = place.querySelector("form");
  for (const field of form.elements) {
    const answer = draft.reponses[field.name];
    if (field.type === "radio") field.checked = field.value === answer;
    else if (answer && !field.value) field.value = answer;
  }
  onSubmit(form, () => call("PUT", `/api/pre-demande/${name}`, JSON.stringify(Object.fromEntries(new FormData(form)))));
}

async function preparePhoto(name) {
  const draft = await draftFor(name);
  if (draft === null) return;
  const form = place.querySelector("form");
  if (draft.photo) showPhoto();
  form.elements.photo.addEventListener("change", async () => {
    if (form.elements.photo.files.length === 0) return;
    place.querySelector("[data-nom]").textContent = form.elements.photo.files[0].name;
    const { ok, data } = await call("PUT", "/api/photo", form.elements.photo.files[0]);
    if (ok) {
      clearErrors(place);
      showPhoto();
    } else {
      form.elements.photo.value = "";
      place.querySelector("[data-nom]").textContent = "Aucune photo choisie";
      showErrors(place, data.erreurs);
    }
  });
  onSubmit(form, async () => {
    const { data } = await call("GET", "/api/pre-demande");
    return { ok: data.photo, data: { erreurs: { photo: "Choisissez une photo." } } };
  });
}

function showPhoto() {
  const preview = place.querySelector("[data-apercu]");
  preview.querySelector("img").src = `/api/photo?${Date.now()}`;
  preview.hidden = false;
}

async function prepareRecap(name) {
  const draft = await draftFor(name);
  if (draft === null) return;
  place.querySelector("[data-lignes]").append(...draft.lignes.map(([label, value]) => {
    const head = element("th", label);
    head.scope = "row";
    return element("tr", "", [head, element("td", value)]);
  }));
  place.querySelector("form").addEventListener("submit", async (event) => {
    event.preventDefault();
    const { ok, data } = await call("POST", "/api/pre-demande");
    if (!ok) return go(`/pre-demande/${data.suite}`);
    history.replaceState({ numero: data.numero }, "", "/pre-demande/confirmation");
    return show();
  });
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
