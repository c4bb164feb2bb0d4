// A service worker that keeps a word in its own memory and answers for an address that exists nowhere else.
let word = "";
addEventListener("install", () => skipWaiting());
addEventListener("activate", (event) => event.waitUntil(clients.claim()));
addEventListener("message", ({ data, ports }) => {
  if (data.keep) word = data.keep;
  ports[0].postMessage(word);
});
addEventListener("fetch", (event) => {
  const address = new URL(event.request.url);
  if (address.pathname === "/ouvrier/reponse") event.respondWith(new Response(address.searchParams.get("mot")));
});
