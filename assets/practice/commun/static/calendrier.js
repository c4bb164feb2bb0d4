// A calendar of the site's own: a dialog with two lists (month, year) and a grid of days. Arrows move from day to day,
// Escape closes. It writes jj/mm/aaaa into the field beside its button, which can also be written by hand.
const MONTHS = ["janvier", "février", "mars", "avril", "mai", "juin", "juillet", "août", "septembre", "octobre", "novembre", "décembre"];
const DAYS = ["lundi", "mardi", "mercredi", "jeudi", "vendredi", "samedi", "dimanche"];
const YEARS_BACK = 20;
const MOVES = { ArrowLeft: -1, ArrowRight: 1, ArrowUp: -7, ArrowDown: 7 };

function element(tag, attributes = {}, children = []) {
  const made = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) made.setAttribute(name, value);
  made.append(...children);
  return made;
}

function list(id, label, options, chosen) {
  const select = element("select", { id }, options.map(([value, words]) => element("option", { value }, [words])));
  select.value = String(chosen);
  return [element("label", { for: id }, [label]), select];
}

class Calendar {
  #field;
  #dialog;
  #shown;

  constructor(button) {
    this.#field = document.getElementById(button.dataset.calendrier);
    const now = new Date();
    const [day, month, year] = this.#field.value.split("/").map(Number);
    this.#shown = day && month && year ? new Date(year, month - 1, day) : now;
    const years = "avenir" in button.dataset ? [0, 1].map((more) => now.getFullYear() + more)
      : Array.from({ length: YEARS_BACK }, (_, back) => now.getFullYear() - back);
    const title = element("h2", { id: "calendrier-titre" }, [button.dataset.titre]);
    const lists = element("div", { class: "calendrier-listes" }, [
      ...list("calendrier-mois", "Mois", MONTHS.map((name, at) => [at, name]), this.#shown.getMonth()),
      ...list("calendrier-annee", "Année", years.map((each) => [each, String(each)]), this.#shown.getFullYear()),
    ]);
    const head = element("tr", {}, DAYS.map((name) => element("th", { scope: "col", abbr: name }, [name.slice(0, 2)])));
    const grid = element("table", { role: "grid", "aria-labelledby": "calendrier-titre" }, [element("thead", {}, [head]), element("tbody")]);
    const close = element("button", { type: "button", class: "bouton clair" }, ["Fermer le calendrier"]);
    this.#dialog = element("dialog", { class: "calendrier", "aria-labelledby": "calendrier-titre" }, [title, lists, grid, close]);
    close.addEventListener("click", () => this.#dialog.close());
    lists.addEventListener("change", () => this.#turn());
    grid.addEventListener("click", (event) => this.#choose(event.target.closest("button")));
    grid.addEventListener("keydown", (event) => this.#move(event));
    this.#dialog.addEventListener("close", () => {
      this.#dialog.remove();
      this.#field.focus();
    });
  }

  open() {
    document.body.append(this.#dialog);
    this.#draw();
    this.#dialog.showModal();
  }

  #turn() {
    const [month, year] = [...this.#dialog.querySelectorAll("select")].map((select) => Number(select.value));
    this.#shown = new Date(year, month, Math.min(this.#shown.getDate(), new Date(year, month + 1, 0).getDate()));
    this.#draw();
  }

  #draw() {
    const [year, month] = [this.#shown.getFullYear(), this.#shown.getMonth()];
    const before = (new Date(year, month, 1).getDay() + 6) % 7;
    const last = new Date(year, month + 1, 0).getDate();
    const cells = Array.from({ length: before }, () => element("td"));
    for (let day = 1; day <= last; day++) {
      const words = `${day === 1 ? "1er" : day} ${MONTHS[month]} ${year}`;
      const current = day === this.#shown.getDate();
      const button = element("button", { type: "button", "aria-label": words, "data-jour": day, tabindex: current ? "0" : "-1" }, [String(day)]);
      cells.push(element("td", {}, [button]));
    }
    const weeks = [];
    while (cells.length > 0) weeks.push(element("tr", {}, cells.splice(0, 7)));
    this.#dialog.querySelector("tbody").replaceChildren(...weeks);
  }

  #choose(button) {
    if (button === null) return;
    const parts = [button.dataset.jour, String(this.#shown.getMonth() + 1)].map((part) => part.padStart(2, "0"));
    this.#field.value = [...parts, this.#shown.getFullYear()].join("/");
    this.#field.dispatchEvent(new Event("change", { bubbles: true }));
    this.#dialog.close();
  }

  #move(event) {
    const by = MOVES[event.key];
    if (by === undefined) return;
    event.preventDefault();
    const moved = new Date(this.#shown);
    moved.setDate(moved.getDate() + by);
    if (moved.getMonth() !== this.#shown.getMonth()) return;
    this.#shown = moved;
    this.#draw();
    this.#dialog.querySelector('[tabindex="0"]').focus();
  }
}

export function prepare() {
  for (const button of document.querySelectorAll("[data-calendrier]")) {
    button.hidden = false;
    button.addEventListener("click", () => new Calendar(button).open());
  }
}
