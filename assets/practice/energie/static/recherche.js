// The address field: what is typed is looked up on the (slow) server, and the answers are offered in a list below it. The
// arrows move in the list, Enter takes, Escape closes. Only a late answer to the last thing typed is shown.
const QUIET_MS = 250;
const FEWEST_SIGNS = 3;

export function prepareSearch(form) {
  const box = form.querySelector("[data-recherche]");
  if (box !== null) new Search(box);
}

class Search {
  #box;
  #field;
  #state;
  #list = null;
  #at = -1;
  #asked = 0;
  #timer = 0;

  constructor(box) {
    this.#box = box;
    this.#field = box.querySelector("input");
    this.#state = box.querySelector('[role="status"]');
    this.#field.addEventListener("input", () => this.#typed());
    this.#field.addEventListener("keydown", (event) => this.#key(event));
    this.#field.addEventListener("blur", () => this.#close());
  }

  #typed() {
    clearTimeout(this.#timer);
    this.#asked += 1;
    this.#close();
    this.#say("");
    if (this.#field.value.trim().length >= FEWEST_SIGNS) this.#timer = setTimeout(() => this.#ask(), QUIET_MS);
  }

  async #ask() {
    const asked = this.#asked;
    this.#say("Recherche…");
    const answer = await fetch(`/api/adresses?q=${encodeURIComponent(this.#field.value)}`);
    const found = await answer.json();
    if (asked !== this.#asked || !this.#field.isConnected) return;
    this.#say(found.length > 0 ? "Choisissez dans la liste." : "Aucun résultat. Vérifiez ce que vous avez écrit.");
    if (found.length > 0) this.#open(found);
  }

  #open(found) {
    const [outer, inner] = this.#box.dataset.recherche.split(" ");
    this.#close();
    this.#list = document.createElement(outer);
    this.#list.id = "adresse-liste";
    this.#list.className = "liste-choix";
    this.#list.setAttribute("role", "listbox");
    this.#list.setAttribute("aria-label", "Adresses");
    for (const [at, address] of found.entries()) {
      const option = document.createElement(inner);
      option.id = `adresse-${at}`;
      option.setAttribute("role", "option");
      option.setAttribute("aria-selected", "false");
      option.textContent = address;
      this.#list.append(option);
    }
    // The field must keep the focus while the list is pressed, or the list would close first.
    this.#list.addEventListener("mousedown", (event) => event.preventDefault());
    this.#list.addEventListener("click", (event) => this.#take(event.target.closest('[role="option"]')));
    this.#field.after(this.#list);
    this.#field.setAttribute("aria-expanded", "true");
  }

  #close() {
    this.#list?.remove();
    this.#list = null;
    this.#at = -1;
    this.#field.setAttribute("aria-expanded", "false");
    this.#field.removeAttribute("aria-activedescendant");
  }

  #take(option) {
    if (option === null || option === undefined) return;
    clearTimeout(this.#timer);
    this.#asked += 1;
    this.#field.value = option.textContent;
    this.#close();
    this.#say(`${this.#state.dataset.choisi} : ${this.#field.value}`, true);
  }

  #key(event) {
    const options = [...(this.#list?.children ?? [])];
    if (event.key === "Escape") this.#close();
    if (options.length === 0) return;
    if (event.key === "ArrowDown" || event.key === "ArrowUp") {
      event.preventDefault();
      const step = event.key === "ArrowDown" ? 1 : options.length - 1;
      this.#at = this.#at < 0 && step > 1 ? options.length - 1 : (this.#at + step) % options.length;
      options.forEach((option, at) => option.setAttribute("aria-selected", String(at === this.#at)));
      this.#field.setAttribute("aria-activedescendant", options[this.#at].id);
    } else if (event.key === "Enter" && this.#at >= 0) {
      event.preventDefault();
      this.#take(options[this.#at]);
    }
  }

  #say(words, chosen = false) {
    this.#state.textContent = words;
    this.#state.classList.toggle("choisi", chosen);
  }
}
