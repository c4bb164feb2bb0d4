// What both versions ask the server, and small ways to build elements. No page is drawn here.
export const DATA = JSON.parse(document.getElementById("donnees").textContent);

export async function ask(method, path, body) {
  const answer = await fetch(path, { method, body: body && JSON.stringify(body) });
  return answer.json();
}

// Sends, then goes where the server says; gives back the errors when it refuses.
export async function send(method, path, body) {
  const { erreurs, suite } = await ask(method, path, body);
  if (suite) location.assign(suite);
  return erreurs ?? {};
}

// el("p", { class: "aide" }, "text", otherElement): a property where there is one, else an attribute.
export function el(tag, given = {}, ...children) {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(given)) {
    if (name.startsWith("on")) element.addEventListener(name.slice(2), value);
    else if (value !== false && value !== null) element.setAttribute(name, value === true ? "" : value);
  }
  element.append(...children);
  return element;
}

// A drawing of the shared icons.
export function icon(name) {
  const space = "http://www.w3.org/2000/svg";
  const drawing = document.createElementNS(space, "svg");
  drawing.setAttribute("class", "icone");
  drawing.setAttribute("aria-hidden", "true");
  const use = document.createElementNS(space, "use");
  use.setAttribute("href", `/static/commun/icones.svg#${name}`);
  drawing.append(use);
  return drawing;
}

// A component with an open shadow root that wears the sheet of its version.
export function component(sheet) {
  return class extends HTMLElement {
    constructor() {
      super();
      this.attachShadow({ mode: "open" }).adoptedStyleSheets = [sheet];
    }

    focus() {
      (this.input ?? this.shadowRoot.querySelector("input, button, [tabindex]"))?.focus();
    }

    draw(...children) {
      this.shadowRoot.replaceChildren(...children);
    }
  };
}

export function sheetOf(text) {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(text);
  return sheet;
}
