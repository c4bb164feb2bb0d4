// Makes this session's words from the mark that is typed, puts each where it belongs, looks again, and shows in the band
// which are there: black. Red: that place could not keep it, and why.
import { PLACES } from "./places.js";
import { watch } from "./hands.js";

const PROPER = 12;
const part = (id) => document.getElementById(id);
const cells = new Map([...part("bande").children].map((cell) => [cell.dataset.nom, cell]));
// A word that comes later than this is lost: the band says so instead of staying silent.
const PATIENCE = 15000;

export async function digest(text) {
  return new Uint8Array(await crypto.subtle.digest("SHA-256", new TextEncoder().encode(text)));
}

async function wordOf(mark, name) {
  const hex = [...(await digest(`${mark} ${name}`))].map((one) => one.toString(16).padStart(2, "0")).join("");
  return mark + hex.slice(0, PROPER);
}

function show(name, kept, why = "") {
  const cell = cells.get(name);
  if (!cell) return;
  cell.className = kept ? "kept" : "lost";
  if (!kept) part("manque").append(`${name} ${why}; `);
}

const tooLate = () => new Promise((_, refuse) => setTimeout(() => refuse(new Error("late")), PATIENCE));

async function put(name, word) {
  try {
    show(name, await Promise.race([PLACES[name](word), tooLate()]), "not found again");
  } catch (fault) {
    show(name, false, fault.message);
  }
}

part("marque").addEventListener("submit", async (event) => {
  event.preventDefault();
  const mark = part("mot").value.trim();
  if (!mark) return;
  part("mot").blur();
  const words = Object.fromEntries(await Promise.all([...cells.keys()].map(async (name) => [name, await wordOf(mark, name)])));
  watch(words, (name) => show(name, true));
  await Promise.all(Object.keys(PLACES).map((name) => put(name, words[name])));
});
