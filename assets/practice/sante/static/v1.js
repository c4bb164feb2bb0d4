// The first version. Every box, choice and button is a component with a shadow root of its own, inside the site's.
import { DATA, ask, component, el, icon, send, sheetOf } from "./api.js";

const Part = component(sheetOf(`
  *, *::before { box-sizing: border-box; }
  [hidden] { display: none !important; }
  :host { display: block; }
  h1, h2 { line-height: 1.2; margin: 0 0 .7rem; text-wrap: balance; } h1 { font-size: 1.75rem; } h2 { font-size: 1.2rem; }
  p { margin: 0 0 .8rem; max-width: 58ch; }
  a { color: var(--accent); text-underline-offset: .18em; }
  :focus-visible { outline: 3px solid var(--encre); outline-offset: 3px; border-radius: 4px; }
  .icone { width: 1.5em; height: 1.5em; flex: none; fill: none; stroke: currentColor; stroke-width: 2; stroke-linecap: round; stroke-linejoin: round; }
  header { background: #fff; border-bottom: 1px solid var(--trait); }
  .large { max-width: 72rem; margin-inline: auto; padding-inline: 1.75rem; }
  header .large { display: flex; flex-wrap: wrap; align-items: center; gap: .6rem 2rem; padding-block: .9rem; }
  .marque { display: flex; align-items: center; gap: .85rem; color: inherit; text-decoration: none; margin-inline-end: auto; line-height: 1.25; }
  .marque img { width: 2.8rem; height: 2.8rem; } .marque b { display: block; font-size: 1.15rem; } .marque small { font-size: .89rem; color: var(--gris); }
  nav { display: flex; flex-wrap: wrap; gap: .3rem 1.5rem; align-items: center; }
  nav a { min-height: 2.7rem; display: inline-flex; align-items: center; }
  main { padding-block: 1.6rem 2.5rem; }
  .deux { display: grid; gap: 2.25rem; align-items: start; max-width: 60rem; }
  @media (min-width: 800px) { .deux { grid-template-columns: minmax(0, 1fr) 17.5rem; } }
  iframe { display: block; width: 17.5rem; height: 31rem; border: 0; }
  label, legend { display: block; font-weight: 700; margin-bottom: .3rem; padding: 0; }
  .aide { color: var(--gris); font-size: .92rem; margin-bottom: .35rem; }
  .erreur { color: var(--rouge); font-weight: 600; margin-bottom: .35rem; }
  fieldset { border: 0; padding: 0; margin: 0 0 1.4rem; min-width: 0; }
  .champ { margin-bottom: 1.4rem; }
  input:not([type=radio], [type=checkbox]), select { width: 100%; max-width: 27rem; min-height: 3rem; padding: .45rem .8rem; font: inherit; color: inherit; background: #fff; border: 2px solid var(--trait-fort); border-radius: 12px; }
  input.court, select { max-width: 12rem; }
  .faux input, .faux select { border-color: var(--rouge); }
  .option { display: flex; align-items: center; gap: .8rem; min-height: 3.1rem; padding: .45rem 1rem; margin-top: .5rem; max-width: 27rem; font-weight: 400; background: #fff; border: 2px solid var(--trait-fort); border-radius: 12px; cursor: pointer; }
  .option:has(:checked) { border-color: var(--accent); background: var(--teinte); }
  .option input { width: 1.35rem; height: 1.35rem; margin: 0; accent-color: var(--accent); flex: none; }
  button, a.bouton { display: inline-flex; align-items: center; gap: .6rem; min-height: 3.1rem; padding: .5rem 1.7rem; font: inherit; font-weight: 700; color: #fff; background: var(--accent); border: 0; border-radius: 999px; text-decoration: none; cursor: pointer; }
  button:hover, a.bouton:hover { background: var(--accent-fort); }
  button.discret { color: var(--accent); background: none; padding-inline: .3rem; font-weight: 400; text-decoration: underline; }
  nav button.discret { min-height: 2.7rem; }
  .cartes { display: grid; grid-template-columns: repeat(auto-fit, minmax(17rem, 1fr)); gap: 1.2rem; }
  .carte { display: flex; flex-direction: column; align-items: flex-start; height: 100%; background: #fff; border-radius: 18px; padding: 1.3rem 1.4rem; border: 1px solid var(--trait); }
  .carte .icone { width: 2.1rem; height: 2.1rem; color: var(--accent); margin-bottom: .5rem; }
  .carte .bouton { margin-top: auto; }
  .fiche { background: #fff; border: 2px dashed var(--accent); border-radius: 18px; padding: 1rem 1.2rem; font-size: .95rem; }
  .fiche h2 { display: flex; gap: .5rem; font-size: 1.05rem; } .fiche dl { margin: 0; display: grid; gap: .5rem; } .fiche dt { color: var(--gris); } .fiche dd { margin: 0; font-weight: 700; }
  .pas { display: flex; gap: .5rem; list-style: none; margin: 0 0 1.5rem; padding: 0; font-size: .89rem; }
  .pas li { flex: 1; padding-top: .45rem; border-top: 6px solid var(--trait); color: var(--gris); } .pas [aria-current], .pas .fait { border-color: var(--accent); } .pas [aria-current] { font-weight: 700; color: var(--encre); }
  table { border-collapse: collapse; width: 100%; max-width: 40rem; margin-bottom: 1rem; background: #fff; border-radius: 12px; }
  th, td { text-align: start; padding: .6rem 1rem; border-bottom: 1px solid var(--trait); } th { font-weight: 400; color: var(--gris); } td { font-weight: 600; }
  .avis { border-inline-start: 6px solid #1d6b47; background: #e6f3ea; border-radius: 12px; padding: 1rem 1.2rem; margin-bottom: 1.3rem; } .avis p { margin: 0; } .numero { font-size: 1.7rem; font-weight: 700; }
`));

// A box to write in, with its label, its hint and its error.
customElements.define("sante-champ", class extends Part {
  connectedCallback() {
    const { name, label, hint, type = "text", mode, pattern, short } = this.dataset;
    this.error = el("p", { class: "erreur", id: "erreur", hidden: true });
    this.input = el("input", { id: "champ", name, type, autocomplete: type === "password" ? "current-password" : "off", spellcheck: "false",
      inputmode: mode ?? null, pattern: pattern ?? null, class: short ? "court" : null, "aria-describedby": "aide erreur" });
    this.input.value = this.dataset.value ?? "";
    this.input.addEventListener("keydown", ({ key }) => { if (key === "Enter") this.dispatchEvent(new Event("valider", { bubbles: true })); });
    this.box = el("div", { class: "champ" }, el("label", { for: "champ" }, label), el("p", { class: "aide", id: "aide", hidden: !hint }, hint ?? ""), this.error, this.input);
    this.draw(this.box);
  }

  get value() { return this.input.value; }

  set problem(words) {
    this.error.textContent = words;
    this.error.hidden = !words;
    this.input.setAttribute("aria-invalid", String(Boolean(words)));
    this.box.classList.toggle("faux", Boolean(words));
  }
});

customElements.define("sante-liste", class extends Part {
  connectedCallback() {
    const { name, label, hint, choices, value } = this.dataset;
    this.error = el("p", { class: "erreur", hidden: true });
    this.input = el("select", { id: "liste", name }, el("option", { value: "" }, "Choisissez"), ...choices.split(" ").map((each) => el("option", { value: each, selected: each === value }, each)));
    this.draw(el("div", { class: "champ" }, el("label", { for: "liste" }, label), el("p", { class: "aide", hidden: !hint }, hint ?? ""), this.error, this.input));
  }

  get value() { return this.input.value; }

  set problem(words) { this.error.textContent = words; this.error.hidden = !words; }
});

customElements.define("sante-choix", class extends Part {
  connectedCallback() {
    const { name, label, value } = this.dataset;
    this.error = el("p", { class: "erreur", hidden: true });
    const options = this.options.map(([id, words]) => el("label", { class: "option" }, el("input", { type: "radio", name, value: id, checked: id === value }), el("span", {}, words)));
    this.draw(el("fieldset", {}, el("legend", {}, label), this.error, ...options));
  }

  get value() { return this.shadowRoot.querySelector("input:checked")?.value ?? ""; }

  set problem(words) { this.error.textContent = words; this.error.hidden = !words; }
});

customElements.define("sante-case", class extends Part {
  connectedCallback() {
    this.error = el("p", { class: "erreur", hidden: true });
    this.input = el("input", { type: "checkbox", name: this.dataset.name });
    this.draw(el("div", { class: "champ" }, this.error, el("label", { class: "option" }, this.input, el("span", {}, this.dataset.label))));
  }

  get value() { return this.input.checked ? "oui" : ""; }

  set problem(words) { this.error.textContent = words; this.error.hidden = !words; }
});

customElements.define("sante-bouton", class extends Part {
  connectedCallback() {
    this.draw(el("button", { type: "button", class: this.dataset.discret ? "discret" : null, onclick: () => this.dispatchEvent(new Event("valider", { bubbles: true })) }, this.dataset.label));
  }
});

customElements.define("sante-carte", class extends Part {
  connectedCallback() {
    const { drawing, title, text, href, label } = this.dataset;
    this.draw(el("div", { class: "carte" }, icon(drawing), el("h2", {}, title), el("p", {}, text), el("a", { class: "bouton", href }, label)));
  }
});

customElements.define("sante-fiche", class extends Part {
  connectedCallback() {
    const rows = this.rows.map(([label, value]) => el("div", {}, el("dt", {}, label), el("dd", {}, value)));
    this.draw(el("aside", { class: "fiche", "aria-labelledby": "titre" }, el("h2", { id: "titre" }, icon("graduation-cap"), "Données d'entraînement"), el("p", {}, "Cette personne n'existe pas."), el("dl", {}, ...rows)));
  }
});

const data = (tag, given, more = {}) => Object.assign(el(tag, Object.fromEntries(Object.entries(given).map(([name, value]) => [`data-${name}`, value]))), more);
const champ = (name, label, more = {}) => data("sante-champ", { name, label, ...more });
const bouton = (label) => data("sante-bouton", { label });
const fiche = (...rows) => data("sante-fiche", {}, { rows });
const { exercice } = DATA;

// Boxes and one button: what is wrong is written above each box, and the first wrong one takes the focus.
function form(path, method, boxes, button) {
  const whole = el("div", {}, ...boxes, bouton(button));
  whole.addEventListener("valider", async () => {
    const answers = Object.fromEntries(boxes.filter((box) => box.dataset.name).map((box) => [box.dataset.name, box.value]));
    const errors = await send(method, path, answers);
    boxes.forEach((box) => { box.problem = errors[box.dataset.name] ?? ""; });
    boxes.find((box) => errors[box.dataset.name])?.focus();
  });
  return whole;
}

const two = (first, second) => [el("div", { class: "deux" }, el("div", {}, ...first), second)];

const QUESTIONS = {
  foyer: ({ personnes }) => [data("sante-liste", { name: "personnes", label: "Personnes dans votre foyer", hint: "Vous, et les personnes qui vivent avec vous.", choices: "1 2 3 4 5 6 7 8", value: personnes ?? "" })],
  ressources: ({ ressources }) => [champ("ressources", "Ressources des 12 derniers mois", { hint: "En euros. Salaires, aides et pensions, tout compris.", mode: "decimal", short: "oui", value: ressources ?? "" })],
  organisme: ({ organisme }) => [data("sante-choix", { name: "organisme", label: "Qui doit gérer votre complémentaire ?", value: organisme ?? "" }, { options: Object.entries(DATA.organismes) })],
  signature: () => [data("sante-case", { name: "atteste", label: "J'atteste que mes réponses sont exactes" })],
};
const CARDS = {
  foyer: () => fiche(["Personnes dans le foyer", exercice.personnes]),
  ressources: () => fiche(["Ressources", `${exercice.ressources} €`]),
  organisme: () => fiche(["Organisme", "La caisse de santé d'exercice"]),
  signature: () => fiche(["C'est un exercice", "Rien n'est envoyé pour de vrai."]),
};

function home() {
  return [el("h1", {}, "Votre santé, vos droits"), el("p", {}, "Prenez une attestation. Demandez la complémentaire santé."),
    el("p", {}, el("a", { class: "bouton", href: "/connexion" }, "Mon compte santé")),
    fiche(["Nom", exercice.nom], ["Numéro de sécurité sociale", exercice.numero], ["Mot de passe", exercice.secret], ["Personnes dans le foyer", exercice.personnes], ["Ressources", `${exercice.ressources} €`])];
}

function login() {
  return two([el("h1", {}, "Se connecter"), form("/api/connexion", "POST", [
    champ("numero", "Numéro de sécurité sociale", { hint: "15 chiffres. Il est sur la carte Vitale.", mode: "numeric", pattern: "\\d( ?\\d){14}" }),
    champ("secret", "Mot de passe", { type: "password" })], "Se connecter")], fiche(["Numéro de sécurité sociale", exercice.numero], ["Mot de passe", exercice.secret]));
}

function code() {
  const again = data("sante-bouton", { label: "Recevoir un nouveau code", discret: "oui" });
  again.addEventListener("valider", (event) => { event.stopPropagation(); send("POST", "/api/nouveau-code"); });
  return two([el("h1", {}, "Le code du téléphone"), el("p", {}, "Nous avons envoyé un message sur le téléphone d'exercice."),
    form("/api/code", "POST", [champ("code", "Code reçu par message", { hint: "6 chiffres.", mode: "numeric", pattern: "\\d( ?\\d){5}", short: "oui" })], "Valider le code"), again],
  el("iframe", { src: "https://telephone.exercice/", title: "Téléphone d'exercice" }));
}

function account() {
  return [el("h1", {}, `Bonjour ${DATA.nom}`), el("div", { class: "cartes" },
    data("sante-carte", { drawing: "file-text", title: "Attestations", text: "Les papiers qui prouvent vos droits.", href: "/attestations", label: "Mes attestations" }),
    data("sante-carte", { drawing: "hand-coins", title: "Complémentaire santé", text: "Une aide pour payer vos soins, selon vos ressources.", href: "/complementaire", label: "Demander la complémentaire" }))];
}

function certificates() {
  return [el("h1", {}, "Mes attestations"), el("div", { class: "cartes" },
    data("sante-carte", { drawing: "file-text", title: "Attestation de droits", text: "Le médecin, l'école ou l'employeur peut la demander.", href: "/attestations/attestation-de-droits.pdf", label: "Télécharger l'attestation de droits" }))];
}

async function request(name) {
  const { reponses, feuilles, bilan, envoyee } = await ask("GET", "/api/demande");
  if (name === "confirmation") {
    return [el("h1", {}, "Votre demande est envoyée"), el("div", { class: "avis", role: "status" }, el("p", {}, "Votre numéro de demande :"), el("p", { class: "numero" }, envoyee.numero), el("p", {}, `Gardez ce numéro. Il prouve votre demande du ${envoyee.jour}.`)),
      el("p", {}, "Ici, c'est un exercice : rien n'a été envoyé."), el("p", {}, el("a", { href: "/mon-compte" }, "Revenir à mon compte"))];
  }
  const here = feuilles.findIndex(({ id }) => id === name);
  const steps = el("ol", { class: "pas", "aria-label": "Pages de la demande" }, ...feuilles.map(({ titre }, index) =>
    el("li", { class: index < here ? "fait" : null, "aria-current": index === here ? "step" : null }, `${index + 1}. ${titre}`)));
  const rows = bilan.flatMap(({ lignes }) => lignes).map(([label, value]) => el("tr", {}, el("th", { scope: "row" }, label), el("td", {}, value)));
  const recap = name === "signature" ? [el("table", {}, ...rows)] : [];
  const last = here === feuilles.length - 1;
  return [steps, ...two([el("h1", {}, feuilles[here].titre), ...recap, form(`/api/demande/${name}`, "PUT", QUESTIONS[name](reponses), last ? "Envoyer ma demande" : "Continuer")], CARDS[name]())];
}

const PAGES = { "/": home, "/connexion": login, "/connexion/code": code, "/mon-compte": account, "/attestations": certificates };

customElements.define("sante-site", class extends Part {
  async connectedCallback() {
    const leave = data("sante-bouton", { label: "Me déconnecter", discret: "oui" });
    leave.addEventListener("valider", () => send("POST", "/api/deconnexion"));
    const menu = DATA.nom ? [el("nav", { "aria-label": "Menu" }, el("a", { href: "/mon-compte" }, "Mon compte"), leave)] : [];
    const header = el("header", {}, el("div", { class: "large" }, el("a", { class: "marque", href: "/" }, el("img", { src: "/static/sante/icone.svg", alt: "" }),
      el("span", {}, el("b", {}, "Santé d'exercice"), el("small", {}, "Site d'entraînement. Rien n'est envoyé."))), ...menu));
    const drawn = await (PAGES[location.pathname] ?? (() => request(location.pathname.split("/").at(-1))))();
    this.draw(header, el("main", { id: "contenu" }, el("div", { class: "large" }, ...drawn)));
  }
});
