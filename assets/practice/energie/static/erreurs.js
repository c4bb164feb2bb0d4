// A form's errors on screen: beside each field, tied to it, and in a summary that takes the focus. Two looks.
const LOOKS = {
  1: { block: ".champ, .choix", wrong: "faux", words: "erreur", summary: "bilan", title: "À corriger" },
  2: { block: ".bloc", wrong: "en-erreur", words: "alerte", summary: "arret", title: "À corriger avant de continuer" },
};
const look = LOOKS[document.documentElement.dataset.version];
const BESIDE = "-erreur";

export function clearErrors(screen) {
  screen.querySelector("[data-bilan]")?.replaceChildren();
  for (const words of screen.querySelectorAll(`.${look.words}`)) words.remove();
  for (const block of screen.querySelectorAll(`.${look.wrong}`)) block.classList.remove(look.wrong);
  for (const field of screen.querySelectorAll("[aria-invalid]")) {
    field.removeAttribute("aria-invalid");
    describe(field, (id) => !id.endsWith(BESIDE));
  }
}

export function showErrors(screen, errors) {
  clearErrors(screen);
  const summary = made("div", look.summary);
  summary.tabIndex = -1;
  summary.setAttribute("role", "alert");
  summary.append(made("h2", "", look.title), ...Object.entries(errors).map(([name, words]) => {
    mark(screen, name, words);
    const line = made("div", "");
    line.append(linkTo(screen, name, words));
    return line;
  }));
  screen.querySelector("[data-bilan]").append(summary);
  summary.focus();
}

function mark(screen, name, words) {
  const field = screen.querySelector(`[name="${name}"]`);
  const block = field.closest(look.block);
  const error = made("p", look.words, words);
  error.id = name + BESIDE;
  block.classList.add(look.wrong);
  block.insertBefore(error, [...block.children].find((child) => child.contains(field)));
  field.setAttribute("aria-invalid", "true");
  describe(field, () => true, error.id);
}

function describe(field, keep, more = "") {
  const ids = (field.getAttribute("aria-describedby") ?? "").split(" ").filter(Boolean).filter(keep);
  if (more) ids.push(more);
  if (ids.length > 0) field.setAttribute("aria-describedby", ids.join(" "));
  else field.removeAttribute("aria-describedby");
}

function linkTo(screen, name, words) {
  const anchor = made("a", "", words);
  anchor.href = `#${name}`;
  anchor.addEventListener("click", (event) => {
    event.preventDefault();
    screen.querySelector(`[name="${name}"]`).focus();
  });
  return anchor;
}

function made(tag, style, text = "") {
  const element = document.createElement(tag);
  if (style) element.className = style;
  element.textContent = text;
  return element;
}
