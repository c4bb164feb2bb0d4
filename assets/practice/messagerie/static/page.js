// As real mailboxes do: a chosen file is named with its size, and one over the limit is refused at once. Without this
// script the server says the same after "Envoyer". Then, after an error, the reader starts at the summary.
document.getElementById("bilan")?.focus();

for (const link of document.querySelectorAll("#bilan a")) {
  link.addEventListener("click", (event) => {
    event.preventDefault();
    document.getElementById(link.hash.slice(1))?.focus();
  });
}

const show = document.getElementById("voir-secret");
show?.addEventListener("click", () => {
  const secret = document.getElementById("secret");
  const shown = secret.type === "text";
  secret.type = shown ? "password" : "text";
  show.setAttribute("aria-pressed", String(!shown));
});

// Rounded up, as the server does: a file just over the limit is not said to fit.
function inWords(size) {
  if (size < 1_000_000) return `${Math.ceil(size / 1000)} Ko`;
  return `${(Math.ceil(size / 100_000) / 10).toLocaleString("fr-FR")} Mo`;
}

const chosen = document.getElementById("joint");
chosen?.addEventListener("change", () => {
  const box = chosen.closest("[data-limite]");
  const limit = Number(box.dataset.limite);
  const refusal = document.querySelector("[data-trop-lourd]");
  const file = chosen.files[0];
  refusal.textContent = "";
  if (file && file.size > limit) {
    refusal.textContent = `« ${file.name} » est trop lourd : ${inWords(file.size)}. La limite est de ${inWords(limit)}.`;
    chosen.value = "";
  }
  const kept = chosen.files[0];
  box.querySelector("[data-nom]").textContent = kept ? `${kept.name} (${inWords(kept.size)})` : "Aucun fichier";
});
