// Where a page can keep a word: each place has a name for people, a way to keep and a way to find again.
const header = (word) => ({ Mot: encodeURIComponent(word) });
const text = async (answer) => (answer?.ok ? answer.text() : "");

async function cookies() {
  return (await fetch("/temoins")).json();
}

async function keepCookies(word) {
  await fetch("/temoins", { method: "PUT", headers: header(word) });
}

// A cookie that scripts may read, beside the two that only the server may.
async function keepOpenCookie(word) {
  document.cookie = `essai-page=${encodeURIComponent(word)}; Path=/; Secure; SameSite=Strict; Max-Age=31536000`;
}

async function findOpenCookie() {
  return decodeURIComponent(document.cookie.match(/(?:^|; )essai-page=([^;]*)/)?.[1] ?? "");
}

function settled(request) {
  return new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });
}

async function words(mode) {
  const opening = indexedDB.open("essai", 1);
  opening.onupgradeneeded = () => opening.result.createObjectStore("mots");
  return (await settled(opening)).transaction("mots", mode).objectStore("mots");
}

async function keepInWorker(word) {
  await navigator.serviceWorker.register(`/ouvrier.js?mot=${encodeURIComponent(word)}`);
  await navigator.serviceWorker.ready;
}

async function findInWorker() {
  const registered = await navigator.serviceWorker.getRegistration();
  const worker = registered?.active ?? registered?.waiting ?? registered?.installing;
  return worker ? (new URL(worker.scriptURL).searchParams.get("mot") ?? "") : "";
}

export const PLACES = [
  { name: "Cookie gardé un an", keep: keepCookies, find: async () => (await cookies())[0] },
  { name: "Cookie de la visite", keep: keepCookies, find: async () => (await cookies())[1] },
  { name: "Cookie de la page", keep: keepOpenCookie, find: findOpenCookie },
  {
    name: "Mémoire du site (localStorage)",
    keep: async (word) => localStorage.setItem("mot", word),
    find: async () => localStorage.getItem("mot") ?? "",
  },
  {
    name: "Mémoire de la page (sessionStorage)",
    keep: async (word) => sessionStorage.setItem("mot", word),
    find: async () => sessionStorage.getItem("mot") ?? "",
  },
  {
    name: "Base de données (IndexedDB)",
    keep: async (word) => settled((await words("readwrite")).put(word, "mot")),
    find: async () => (await settled((await words("readonly")).get("mot"))) ?? "",
  },
  {
    name: "Réserve du site (Cache)",
    keep: async (word) => (await caches.open("essai")).put("/mot", new Response(word)),
    find: async () => text(await caches.match("/mot")),
  },
  {
    name: "Réserve du navigateur (cache HTTP)",
    keep: async (word) => (await fetch("/reserve", { headers: header(word), cache: "reload" })).text(),
    find: async () => text(await fetch("/reserve", { cache: "only-if-cached", mode: "same-origin" })),
  },
  { name: "Programme en arrière-plan (service worker)", keep: keepInWorker, find: findInWorker },
  {
    name: "Adresse de la page",
    keep: async (word) => history.pushState(null, "", `/?mot=${encodeURIComponent(word)}`),
    find: async () => new URLSearchParams(location.search).get("mot") ?? "",
  },
];
