// A service worker: it asks what its page tells it to ask, from where no page is seen.
"use strict";
self.addEventListener("install", () => self.skipWaiting());
self.addEventListener("activate", (event) => event.waitUntil(self.clients.claim()));
self.addEventListener("message", (event) => { fetch(event.data, { mode: "no-cors" }).catch(() => {}); });
