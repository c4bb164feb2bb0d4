// A service worker that does nothing but be there, with the word in its own address.
addEventListener("install", () => skipWaiting());
addEventListener("activate", (event) => event.waitUntil(clients.claim()));
