// What a person does by hand on the page: when the word has come where it belongs, the band says so.
const part = (id) => document.getElementById(id);

function typed(id, name, words, kept) {
  const field = part(id);
  field.addEventListener("input", () => {
    if ((field.value ?? field.textContent) === words[name]) kept(name);
  });
}

// Typed, then taken back: it stays in the field's own memory of what can be undone.
function takenBack(words, kept) {
  let whole = false;
  part("repris").addEventListener("input", ({ target }) => {
    whole ||= target.value === words["taken-back"];
    if (whole && target.value === "") kept("taken-back");
  });
}

// One gesture chooses the line, another puts it on the clipboard: plain for programs, with its look for pages.
function copied(words, kept) {
  part("copie").textContent = words["selection"];
  document.addEventListener("copy", (event) => {
    if (!part("copie").contains(getSelection().anchorNode)) return;
    event.preventDefault();
    event.clipboardData.setData("text/plain", words["clipboard"]);
    event.clipboardData.setData("text/html", `<p><b>${words["clipboard-html"]}</b></p>`);
    for (const name of ["clipboard", "clipboard-html"]) kept(name);
  });
  document.addEventListener("selectionchange", () => {
    if (getSelection().toString().includes(words["selection"])) kept("selection");
  });
}

// The post lets nothing be dropped on a page: what is carried is at the X server from the first move on.
function dragged(words, kept) {
  part("glisse").textContent = "à glisser";
  part("glisse").addEventListener("dragstart", (event) => {
    event.dataTransfer.setData("text/plain", words["drag"]);
    event.dataTransfer.setData("text/html", `<i>${words["drag"]}</i>`);
    kept("drag");
  });
}

async function sent(file, kept) {
  const form = new FormData();
  form.append("upload", file, file.name);
  const answer = await fetch("/envoi", { method: "POST", body: form });
  if (answer.ok && (await answer.text()) === file.name) kept("upload");
}

function answered(words, kept) {
  part("alerte").addEventListener("click", () => {
    alert(words["alert"]);
    kept("alert");
  });
  part("demande").addEventListener("click", () => {
    if (prompt("Votre mot ?", words["prompt-answer"]) === words["prompt-answer"]) kept("prompt-answer");
  });
}

export function watch(words, kept) {
  for (const [id, name] of [
    ["texte", "form-text"],
    ["secret", "password"],
    ["recherche", "form-search"],
    ["long", "form-long"],
    ["libre", "form-free"],
  ]) typed(id, name, words, kept);
  takenBack(words, kept);
  copied(words, kept);
  dragged(words, kept);
  answered(words, kept);
  part("papier").addEventListener("change", ({ target }) => sent(target.files[0], kept));
  part("document").href = `/papier?mot=${words["paper-content"]}&nom=${words["paper-name"]}`;
}
