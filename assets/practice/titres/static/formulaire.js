// A form's errors on screen: beside each field, tied to it, and in a summary that takes the focus.

const BESIDE = "-erreur";

export function clearErrors(screen) {
  screen.querySelector("[data-bilan]")?.replaceChildren();
  for (const words of screen.querySelectorAll(".erreur")) words.remove();
  for (const wrong of screen.querySelectorAll(".faux")) wrong.classList.remove("faux");
  for (const field of screen.querySelectorAll("[aria-invalid]")) {
    field.removeAttribute("aria-invalid");
    describe(field, (id) => !id.endsWith(BESIDE));
  }
}

export function showErrors(screen, errors) {
  clearErrors(screen);
  const names = Object.keys(errors);
  for (const name of names) mark(screen, name, errors[name]);
  const title = names.length === 1 ? "Il y a une erreur" : `Il y a ${names.length} erreurs`;
  const list = element("ul", "", names.map((name) => element("li", "", [link(screen, name, errors[name])])));
  const summary = element("div", "", [element("h2", title), element("p", "Ce n'est pas grave. Corrigez, puis recommencez."), list]);
  summary.className = "bilan";
  summary.tabIndex = -1;
  summary.setAttribute("role", "alert");
  screen.querySelector("[data-bilan]").append(summary);
  summary.focus();
}

function mark(screen, name, words) {
  const field = screen.querySelector(`[name="${name}"]`);
  const described = field.closest("fieldset") ?? field;
  const block = field.closest(".champ, .choix");
  const error = element("p", words);
  error.className = "erreur";
  error.id = name + BESIDE;
  block.classList.add("faux");
  block.insertBefore(error, field.closest(".option, .fichier") ?? field);
  described.setAttribute("aria-invalid", "true");
  describe(described, () => true, error.id);
}

function describe(field, keep, more = "") {
  const ids = (field.getAttribute("aria-describedby") ?? "").split(" ").filter(Boolean).filter(keep);
  if (more) ids.push(more);
  if (ids.length > 0) field.setAttribute("aria-describedby", ids.join(" "));
  else field.removeAttribute("aria-describedby");
}

function link(screen, name, words) {
  const anchor = element("a", words);
  anchor.href = `#${name}`;
  anchor.addEventListener("click", (event) => {
    event.preventDefault();
    screen.querySelector(`[name="${name}"]`).focus();
  });
  return anchor;
}

export function element(tag, text, children = []) {
  const made = document.createElement(tag);
  made.textContent = text;
  made.append(...children);
  return made;
}
