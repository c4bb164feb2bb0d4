// Five idle minutes end the session. One minute before, a dialog says so and one button is enough to stay.
// When time is up, the answers already typed are saved first: nobody loses a page for having read it slowly.
const WARNING_MS = 240_000;
const END_MS = 302_000;
const dialog = document.getElementById("fin-proche");
let warning;
let end;

function start() {
  clearTimeout(warning);
  clearTimeout(end);
  warning = setTimeout(() => dialog.showModal(), WARNING_MS);
  end = setTimeout(leave, END_MS);
}

function leave() {
  const save = document.querySelector("button[name=geste]");
  if (save) save.form.requestSubmit(save);
  else location.assign(`/session-expiree?suite=${location.pathname}`);
}

document.getElementById("rester").addEventListener("click", async () => {
  dialog.close();
  const answer = await fetch("/session/prolonger", { method: "POST" });
  if ((await answer.json()).ouverte) start();
  else leave();
});

start();
