// Asks for messages every second. A new one is announced; it is read when the person opens it, as on a real phone.
const EVERY_MS = 1000;
const part = (id) => document.getElementById(id);
let opened = 0;
let latest = null;

async function look() {
  const messages = await (await fetch("/messages")).json();
  latest = messages.at(-1) ?? null;
  if (latest === null || latest.number <= opened) return;
  part("annonce-de").textContent = latest.sender;
  part("attente").hidden = true;
  part("annonce").hidden = false;
}

part("annonce").addEventListener("click", () => {
  opened = latest.number;
  part("fil-de").textContent = latest.sender;
  part("texte").textContent = latest.text;
  part("code").textContent = latest.code;
  part("annonce").hidden = true;
  part("fil").hidden = false;
});

setInterval(() => look().catch(() => undefined), EVERY_MS);
