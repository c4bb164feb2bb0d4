// The second version: other components, words inside the boxes, rounds to choose from that are no radio buttons.
import { DATA, ask, component, el, icon, send, sheetOf } from "./api.js";

const Piece = component(sheetOf(`
  *, *::before { box-sizing: border-box; }
  [hidden] { display: none !important; }
  :host { display: block; }
  h1, h2 { line-height: 1.25; margin: 0 0 .8rem; text-wrap: balance; } h1 { font-size: 1.6rem; } h2 { font-size: 1.15rem; }
  p { margin: 0 0 .9rem; max-width: 56ch; }
  a { color: var(--ton); }
  :focus-visible { outline: 3px solid var(--texte); outline-offset: 3px; border-radius: 8px; }
  .icone { width: 1.5em; height: 1.5em; flex: none; fill: none; stroke: currentColor; stroke-width: 2; stroke-linecap: round; stroke-linejoin: round; }
  .bande { display: flex; flex-wrap: wrap; align-items: center; gap: .6rem 1rem; padding: 1rem 1.75rem; background: var(--nuit); color: #fff; }
  .bande a { color: #fff; text-decoration: none; display: inline-flex; gap: .7rem; align-items: center; line-height: 1.2; } .bande img { width: 2.4rem; } .bande b { display: block; font-size: 1.1rem; } .bande small { font-size: .86rem; }
  .bande .suite { margin-inline-start: auto; display: flex; gap: .4rem; } .bande .suite a, .bande .suite button { min-height: 2.7rem; padding: .3rem 1.1rem; border-radius: 8px; color: #fff; background: rgb(255 255 255 / 16%); border: 0; font: inherit; cursor: pointer; }
  .bande :focus-visible { outline-color: #fff; }
  .page { max-width: 47rem; margin: 1.5rem auto 2rem; padding: 1.8rem 2rem; background: #fff; border-radius: 8px; box-shadow: 0 1px 4px rgb(20 30 80 / 18%); }
  .page.avec { max-width: 58rem; display: grid; grid-template-columns: minmax(0, 1fr) 17.5rem; gap: 2rem; }
  @media (max-width: 760px) { .page.avec { grid-template-columns: 1fr; } }
  iframe { display: block; width: 17.5rem; height: 31rem; border: 0; }
  input { width: 100%; min-height: 3.4rem; padding: .5rem 1.1rem; font: inherit; font-size: 1.08rem; color: inherit; background: var(--creux); border: 0; border-inline-start: 6px solid var(--ton); border-radius: 4px; }
  input::placeholder { color: var(--gris); opacity: 1; }
  .ligne { margin-bottom: 1rem; } .souci { display: block; color: #a3241c; font-weight: 600; padding-top: .3rem; }
  [role=radio], [role=checkbox] { display: flex; align-items: center; gap: .9rem; min-height: 3.3rem; padding: .4rem 1.1rem; margin-bottom: .6rem; border-radius: 4px; background: var(--creux); cursor: pointer; }
  [role=radio]::before, [role=checkbox]::before { content: ""; flex: none; width: 1.3rem; height: 1.3rem; border: 2px solid var(--ton); border-radius: 50%; background: #fff; } [role=checkbox]::before { border-radius: 4px; }
  [aria-checked=true] { box-shadow: inset 0 0 0 2px var(--ton); } [aria-checked=true]::before { background: var(--ton); box-shadow: inset 0 0 0 3px #fff; }
  .action { display: inline-flex; align-items: center; justify-content: center; gap: .6rem; min-height: 3.3rem; padding: .4rem 1.8rem; font: inherit; font-weight: 700; color: #fff; background: var(--ton); border: 0; border-radius: 8px; text-decoration: none; cursor: pointer; }
  .action:hover { background: var(--nuit); } .action.pale { color: var(--ton); background: none; box-shadow: inset 0 0 0 2px var(--ton); }
  .tuile { display: flex; align-items: center; gap: 1rem; padding: 1.1rem 1.3rem; margin-bottom: .8rem; border-radius: 8px; background: var(--creux); color: var(--texte); text-decoration: none; font-weight: 700; } .tuile .icone { color: var(--ton); width: 2rem; height: 2rem; } .tuile small { display: block; font-weight: 400; color: var(--gris); font-size: .92rem; } .tuile:hover { box-shadow: inset 0 0 0 3px var(--ton); }
  .memo { margin-top: 1.8rem; padding-top: 1rem; border-top: 2px dotted var(--gris); } .memo p { margin: 0 0 .35rem; } .memo span { color: var(--gris); }
  .ou { color: var(--gris); font-weight: 600; margin-bottom: .3rem; }
  .dit { display: flex; justify-content: space-between; gap: 1rem; padding: .5rem 0; border-bottom: 1px solid var(--creux); } .dit span { color: var(--gris); }
  .fin { margin: 1.2rem 0; padding: 1.2rem; border-radius: 8px; background: #e6f3ea; } .fin b { display: block; font-size: 1.7rem; }
`));

const isPress = ({ type, key }) => type === "click" || key === "Enter" || key === " ";

customElements.define("vie-ligne", class extends Piece {
  connectedCallback() {
    const { name, words, type = "text", mode, value = "" } = this.dataset;
    this.trouble = el("span", { class: "souci", role: "alert" });
    this.input = el("input", { name, type, placeholder: words, "aria-label": words, autocomplete: type === "password" ? "current-password" : "off", spellcheck: "false", inputmode: mode ?? null });
    this.input.value = value;
    this.input.addEventListener("keydown", ({ key }) => { if (key === "Enter") this.dispatchEvent(new Event("aller", { bubbles: true })); });
    this.draw(el("div", { class: "ligne" }, this.input, this.trouble));
  }

  get value() { return this.input.value; }

  set problem(words) { this.trouble.textContent = words; }
});

// One of several, as drawn rounds: the arrows move between them, the space bar chooses.
customElements.define("vie-ronds", class extends Piece {
  connectedCallback() {
    const { words, value = "" } = this.dataset;
    this.value = value;
    this.trouble = el("span", { class: "souci", role: "alert" });
    this.rounds = this.options.map(([id, text]) => {
      const press = (event) => { if (isPress(event)) { event.preventDefault(); this.choose(id); } };
      return el("div", { role: "radio", tabindex: "0", "data-id": id, onclick: press, onkeydown: (event) => this.#move(event, press) }, text);
    });
    this.draw(el("div", { role: "radiogroup", "aria-labelledby": "dit" }, el("h2", { id: "dit" }, words), ...this.rounds, this.trouble));
    this.choose(value);
  }

  choose(id) {
    this.value = id;
    this.rounds.forEach((round) => round.setAttribute("aria-checked", String(round.dataset.id === id)));
  }

  #move(event, press) {
    const by = { ArrowDown: 1, ArrowRight: 1, ArrowUp: -1, ArrowLeft: -1 }[event.key];
    if (!by) return press(event);
    event.preventDefault();
    const next = this.rounds.at((this.rounds.indexOf(event.target) + by) % this.rounds.length);
    this.choose(next.dataset.id);
    next.focus();
  }

  set problem(words) { this.trouble.textContent = words; }
});

customElements.define("vie-coche", class extends Piece {
  connectedCallback() {
    this.trouble = el("span", { class: "souci", role: "alert" });
    const press = (event) => {
      if (!isPress(event)) return;
      event.preventDefault();
      this.box.setAttribute("aria-checked", String(this.box.getAttribute("aria-checked") !== "true"));
    };
    this.box = el("div", { role: "checkbox", tabindex: "0", "aria-checked": "false", onclick: press, onkeydown: press }, this.dataset.words);
    this.draw(this.box, this.trouble);
  }

  get value() { return this.box.getAttribute("aria-checked") === "true" ? "oui" : ""; }

  set problem(words) { this.trouble.textContent = words; }
});

// A button that is a link, as after so many redesigns.
customElements.define("vie-action", class extends Piece {
  connectedCallback() {
    const { words, pale } = this.dataset;
    const press = (event) => { if (isPress(event)) { event.preventDefault(); this.dispatchEvent(new Event("aller", { bubbles: true })); } };
    this.draw(el("a", { class: pale ? "action pale" : "action", role: "button", href: "#", onclick: press, onkeydown: (event) => { if (event.key === " ") press(event); } }, words));
  }
});

const made = (tag, given, more = {}) => Object.assign(el(tag, Object.fromEntries(Object.entries(given).map(([name, value]) => [`data-${name}`, value]))), more);
const line = (name, words, more = {}) => made("vie-ligne", { name, words, ...more });
const memo = (...rows) => el("div", { class: "memo" }, el("p", {}, el("b", {}, "Pour l'exercice")), ...rows.map(([label, value]) => el("p", {}, el("span", {}, `${label} : `), el("b", {}, value))));
const tile = (href, drawing, words, more) => el("a", { class: "tuile", href }, icon(drawing), el("span", {}, words, el("small", {}, more)));
const { exercice } = DATA;

function asked(path, method, pieces, words) {
  const whole = el("div", {}, ...pieces, made("vie-action", { words }));
  whole.addEventListener("aller", async () => {
    const errors = await send(method, path, Object.fromEntries(pieces.map((piece) => [piece.dataset.name, piece.value])));
    pieces.forEach((piece) => { piece.problem = errors[piece.dataset.name] ?? ""; });
    pieces.find((piece) => errors[piece.dataset.name])?.focus();
  });
  return whole;
}

const QUESTIONS = {
  menage: ({ ressources, personnes }) => [
    line("ressources", "Vos ressources sur 12 mois, en euros", { mode: "decimal", value: ressources ?? "" }),
    line("personnes", "Nombre de personnes chez vous", { mode: "numeric", value: personnes ?? "" })],
  gestion: ({ organisme }) => [made("vie-ronds", { name: "organisme", words: "Choisissez", value: organisme ?? "" }, { options: Object.entries(DATA.organismes).reverse() })],
  signature: () => [made("vie-coche", { name: "atteste", words: "Tout est exact, je l'atteste sur l'honneur" })],
};
const MEMOS = {
  menage: () => [memo(["Ressources", `${exercice.ressources} €`], ["Personnes", exercice.personnes])],
  gestion: () => [memo(["Organisme", "La caisse de santé d'exercice"])],
  signature: () => [],
};

const page = (...children) => [el("main", { class: "page" }, ...children)];

function home() {
  return page(el("h1", {}, "Bienvenue"), tile("/connexion", "lock", "Accéder à mon compte", "Attestations, complémentaire santé"),
    memo(["Nom", exercice.nom], ["Numéro de sécurité sociale", exercice.numero], ["Mot de passe", exercice.secret], ["Personnes", exercice.personnes], ["Ressources", `${exercice.ressources} €`]));
}

function login() {
  return page(el("h1", {}, "Qui êtes-vous ?"), asked("/api/connexion", "POST", [
    line("numero", "Votre numéro de sécurité sociale (15 chiffres)", { mode: "numeric" }), line("secret", "Mot de passe de votre compte", { type: "password" })], "Je me connecte"),
  memo(["Numéro", exercice.numero], ["Mot de passe", exercice.secret]));
}

function code() {
  const again = made("vie-action", { words: "Je n'ai rien reçu", pale: "oui" });
  again.addEventListener("aller", () => send("POST", "/api/nouveau-code"));
  return [el("main", { class: "page avec" }, el("div", {}, el("h1", {}, "Regardez votre téléphone"), asked("/api/code", "POST", [line("code", "Code à 6 chiffres", { mode: "numeric" })], "Confirmer"), el("p", {}, ""), again),
    el("iframe", { src: "https://telephone.exercice/", title: "Téléphone" }))];
}

function account() {
  return page(el("h1", {}, DATA.nom), tile("/complementaire", "hand-coins", "Complémentaire santé : faire ma demande", "Selon vos ressources"), tile("/attestations", "file-text", "Attestations et documents", "Vos droits"));
}

function certificates() {
  return page(el("h1", {}, "Vos documents"), el("div", { class: "dit" }, el("span", {}, "Attestation de droits"), el("a", { class: "action", role: "button", href: "/attestations/attestation-de-droits.pdf" }, icon("download"), "Obtenir mon attestation")));
}

async function request(name) {
  const { reponses, feuilles, bilan, envoyee } = await ask("GET", "/api/demande");
  if (name === "confirmation") return page(el("div", { class: "fin", role: "status" }, "Demande numéro", el("b", {}, envoyee.numero), `Reçue le ${envoyee.jour}. C'est un exercice.`), el("h1", {}, "C'est fait"), tile("/mon-compte", "house", "Accueil", ""));
  const here = feuilles.findIndex(({ id }) => id === name);
  const last = here === feuilles.length - 1;
  const recap = last ? bilan.flatMap(({ lignes }) => lignes).map(([label, value]) => el("div", { class: "dit" }, el("span", {}, label), el("b", {}, value))) : [];
  return page(el("p", { class: "ou" }, `Étape ${here + 1} sur ${feuilles.length}`), el("h1", {}, feuilles[here].titre), ...recap, el("p", {}, ""), asked(`/api/demande/${name}`, "PUT", QUESTIONS[name](reponses), last ? "Transmettre" : "Étape suivante"), ...MEMOS[name]());
}

const PAGES = { "/": home, "/connexion": login, "/connexion/code": code, "/mon-compte": account, "/attestations": certificates };

customElements.define("vie-appli", class extends Piece {
  async connectedCallback() {
    const leave = el("button", { type: "button", onclick: () => send("POST", "/api/deconnexion") }, "Quitter");
    const rest = DATA.nom ? [el("div", { class: "suite" }, el("a", { href: "/mon-compte" }, "Accueil"), leave)] : [];
    const band = el("div", { class: "bande" }, el("a", { href: "/" }, el("img", { src: "/static/sante/icone.svg", alt: "" }), el("span", {}, el("b", {}, "Santé d'exercice"), el("small", {}, "Site d'entraînement. Rien n'est envoyé."))), ...rest);
    this.draw(band, ...(await (PAGES[location.pathname] ?? (() => request(location.pathname.split("/").at(-1))))()));
  }
});
