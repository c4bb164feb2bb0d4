// What script adds to a form in several pages: the focus on what is wrong, the name of a chosen file, a calendar.
document.getElementById("bilan")?.focus();

for (const link of document.querySelectorAll("#bilan a")) {
  link.addEventListener("click", (event) => {
    event.preventDefault();
    document.getElementById(link.hash.slice(1))?.focus();
  });
}

for (const shown of document.querySelectorAll("[data-nom]")) {
  const field = document.getElementById(shown.dataset.nom);
  field?.addEventListener("change", () => {
    if (field.files.length > 0) shown.textContent = field.files[0].name;
  });
}

if (document.querySelector("[data-calendrier]")) import("/static/commun/calendrier.js").then(({ prepare }) => prepare());
