// After an error, the reader starts at the summary. On the password field, a button shows what is typed.
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
