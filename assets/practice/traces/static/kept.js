// What the browser keeps for a site: stores, caches, cookies, workers.
const YEAR = 31536000;
const DATABASE = "traces";

function settled(request) {
  return new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });
}

function database(name) {
  const opening = indexedDB.open(name, 1);
  opening.onupgradeneeded = () => opening.result.createObjectStore("mots");
  return settled(opening);
}

// One connection for all: an opening that waits for another's upgrade is no trace, only time.
const words = database(DATABASE);
const store = async (mode) => (await words).transaction("mots", mode).objectStore("mots");

async function inDatabase(key, value) {
  await settled((await store("readwrite")).put(value, key));
  return settled((await store("readonly")).get(key));
}

async function packed(word) {
  const stream = new Blob([word.repeat(3)]).stream().pipeThrough(new CompressionStream("gzip"));
  return new Response(stream).arrayBuffer();
}

async function unpacked(content) {
  return new Response(new Blob([content]).stream().pipeThrough(new DecompressionStream("gzip"))).text();
}

const cookies = () => new Map(document.cookie.split("; ").map((one) => one.split("=")));
const attributes = "Path=/; Secure; SameSite=Strict";

// Two that scripts cannot read: the server says what it was sent.
async function unreadable(kind, word) {
  await fetch(`/temoin?genre=${kind}`, { method: "PUT", headers: { Mot: word } });
  return (await (await fetch(`/temoin?genre=${kind}`)).text()) === word;
}

async function written(folder, name, content) {
  const writer = await (await folder.getFileHandle(name, { create: true })).createWritable();
  await writer.write(content);
  await writer.close();
}

async function read(folder, name) {
  return (await (await folder.getFileHandle(name)).getFile()).text();
}

function told(port, word) {
  return new Promise((resolve) => {
    port.addEventListener("message", ({ data }) => resolve(data === word));
    port.start?.();
    port.postMessage({ keep: word });
  });
}

let worker;
const ownWorker = () => (worker ??= new Worker("/static/traces/fil.js"));

// Registered once, with the word of the kind that is about its address.
let tellRegistered;
const whenRegistered = new Promise((resolve) => (tellRegistered = resolve));

export const KEPT = {
  "local-storage": async (word) => {
    localStorage.setItem("mot", word);
    return localStorage.getItem("mot") === word;
  },
  "session-storage": async (word) => {
    sessionStorage.setItem("mot", word);
    return sessionStorage.getItem("mot") === word;
  },
  "indexed-db": async (word) => (await inDatabase("clair", word)) === word,
  "indexed-db-bytes": async (word) => {
    const content = new TextEncoder().encode(word);
    return new TextDecoder().decode(await inDatabase("octets", content)) === word;
  },
  "indexed-db-blob": async (word) => (await (await inDatabase("fichier", new Blob([word]))).text()) === word,
  "indexed-db-gzip": async (word) => (await unpacked(await inDatabase("serre", await packed(word)))).startsWith(word),
  "indexed-db-name": async (word) => {
    (await database(word)).close();
    return (await indexedDB.databases()).some(({ name }) => name === word);
  },
  "cache-storage": async (word) => {
    const cache = await caches.open("traces");
    await cache.put("/mot", new Response(word));
    return (await (await cache.match("/mot")).text()) === word;
  },
  "cache-name": async (word) => {
    await caches.open(word);
    return caches.has(word);
  },
  "opfs-content": async (word) => {
    const folder = await navigator.storage.getDirectory();
    await written(folder, "mot", word);
    return (await read(folder, "mot")) === word;
  },
  "opfs-name": async (word) => {
    const folder = await (await navigator.storage.getDirectory()).getDirectoryHandle(word, { create: true });
    return folder.name === word;
  },
  "storage-bucket": async (word) => {
    await navigator.storageBuckets.open(word);
    return (await navigator.storageBuckets.keys()).includes(word);
  },
  "cookie-of-year": async (word) => {
    document.cookie = `durable=${word}; ${attributes}; Max-Age=${YEAR}`;
    return cookies().get("durable") === word;
  },
  "cookie-of-visit": async (word) => {
    document.cookie = `visite=${word}; ${attributes}`;
    return cookies().get("visite") === word;
  },
  "cookie-name": async (word) => {
    document.cookie = `${word}=1; ${attributes}`;
    return cookies().has(word);
  },
  "cookie-unreadable": (word) => unreadable("durable", word),
  "cookie-unreadable-of-visit": (word) => unreadable("visite", word),
  "worker": (word) => told(ownWorker(), word),
  "shared-worker": (word) => told(new SharedWorker("/static/traces/fil.js").port, word),
  "service-worker": async (word) => {
    await navigator.serviceWorker.register(`/ouvrier.js?mot=${word}`);
    const registered = await navigator.serviceWorker.ready;
    tellRegistered(registered);
    return registered.active.scriptURL.includes(word);
  },
  "service-worker-memory": async (word) => {
    const { active } = await whenRegistered;
    const { port1, port2 } = new MessageChannel();
    const answer = new Promise((resolve) => (port1.onmessage = ({ data }) => resolve(data === word)));
    active.postMessage({ keep: word }, [port2]);
    return answer;
  },
  "broadcast-channel": (word) =>
    new Promise((resolve) => {
      const channel = new BroadcastChannel("traces");
      ownWorker();
      // Heard by the worker once it runs; before, nobody answers.
      const asking = setInterval(() => channel.postMessage({ ask: word }), 100);
      channel.onmessage = ({ data }) => {
        clearInterval(asking);
        resolve(data.told === word);
      };
    }),
};
