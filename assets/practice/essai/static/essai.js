// Keeps a word in each place where a page can keep something, then looks into every place again.
import { PLACES } from "./places.js";

const part = (id) => document.getElementById(id);

async function look() {
  const found = await Promise.all(PLACES.map(({ find }) => find().catch(() => "")));
  const word = found.find((one) => one) ?? "";
  part("places").replaceChildren(...PLACES.map(({ name }, number) => line(name, word && found[number] === word)));
  part("bilan-titre").textContent = heading(word, found);
  part("papier").hidden = !word;
  part("papier").href = `/papier?mot=${encodeURIComponent(word)}`;
  part("bilan").hidden = false;
  if (word) document.title = `${word} - Page d'essai`;
}

function heading(word, found) {
  if (!word) return "La page ne retrouve aucun mot";
  return found.every((one) => one === word) ? "Votre mot est gardé partout" : "Votre mot est gardé à quelques endroits";
}

function line(name, here) {
  const item = part("place").content.cloneNode(true).firstElementChild;
  item.querySelector("span").textContent = here ? name : `${name} : rien`;
  item.classList.toggle("vide", !here);
  return item;
}

part("essai").addEventListener("submit", async (event) => {
  event.preventDefault();
  const word = part("mot").value.trim();
  if (!word) return;
  await Promise.allSettled(PLACES.map(({ keep }) => keep(word)));
  await look();
});

look();
