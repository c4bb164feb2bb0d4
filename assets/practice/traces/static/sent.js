// What goes over the network: answers that the browser may keep, and words that the server keeps for the visit.
async function asked(path, word, options = {}) {
  return (await fetch(path, { ...options, headers: { Mot: word } })).text();
}

// Asked for once, then taken from the browser's own reserve alone: without the word in the request.
async function reserved(path, word) {
  await asked(path, word, { cache: "reload" });
  const again = await fetch(path, { cache: "only-if-cached", mode: "same-origin" });
  return (await again.text()).includes(word);
}

async function remembered(name, word) {
  return (await (await fetch(`/envoi?nom=${name}`)).text()) === word;
}

async function until(holds) {
  while (!(await holds())) await new Promise((again) => setTimeout(again, 50));
  return true;
}

// As a page that is left: a form of the page, answered into a frame beside.
function posted(name, type, fill) {
  const form = Object.assign(document.createElement("form"), {
    method: "post", action: "/envoi", target: "cadre", enctype: type,
  });
  const field = Object.assign(document.createElement("input"), { name });
  form.append(field);
  form.hidden = true;
  fill(field);
  document.body.append(form);
  form.submit();
}

// Both forms are answered in one frame: the second is sent when the first is answered.
let answeredFirst;
const firstAnswered = new Promise((resolve) => (answeredFirst = resolve));

export const SENT = {
  "http-cache": (word) => reserved("/reserve", word),
  "http-cache-gzip": (word) => reserved("/reserve-serree", word),
  "http-redirect": (word) => reserved("/ailleurs", word),
  "http-etag": async (word) => {
    await asked("/etiquette", word, { cache: "reload" });
    return (await (await fetch("/etiquette", { cache: "no-cache" })).text()) === word;
  },
  "http-realm": async (word) => {
    const answer = await fetch("/ferme", { headers: { Mot: word }, credentials: "omit" });
    return answer.headers.get("WWW-Authenticate").includes(word);
  },
  "error-address": async (word) => {
    const answer = await fetch(`/absente/${word}?${word}`);
    return answer.status === 404 && answer.url.includes(word);
  },
  "refused-host": async (word) => {
    // Its site is not in the procedure: the proxy refuses, and the post notes which host it was.
    const refused = await fetch(`https://${word}.exercice/`, { mode: "no-cors" }).then(() => false, () => true);
    return refused;
  },
  "web-socket": (word) =>
    new Promise((resolve, refuse) => {
      const socket = new WebSocket(`wss://${location.host}/fil`);
      socket.onopen = () => socket.send(word);
      socket.onmessage = ({ data }) => resolve(data === word);
      socket.onerror = () => refuse(new Error("no socket"));
    }),
  "event-source": (word) =>
    new Promise((resolve, refuse) => {
      const source = new EventSource(`/flux?mot=${word}`);
      source.onmessage = ({ data, lastEventId }) => resolve(data === word && lastEventId === word);
      source.onerror = () => refuse(new Error("no stream"));
    }),
  "beacon": async (word) => {
    navigator.sendBeacon("/envoi", new URLSearchParams({ beacon: word }));
    return until(() => remembered("beacon", word));
  },
  "form-posted": async (word) => {
    posted("form-posted", "application/x-www-form-urlencoded", (field) => (field.value = word));
    await until(() => remembered("form-posted", word));
    answeredFirst();
    return true;
  },
  "form-file": async (word) => {
    await firstAnswered;
    posted("form-file", "multipart/form-data", (field) => {
      const files = new DataTransfer();
      files.items.add(new File([word], `${word}.txt`, { type: "text/plain" }));
      field.type = "file";
      field.files = files.files;
    });
    return until(() => remembered("form-file", `${word}.txt`));
  },
};
