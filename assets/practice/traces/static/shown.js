// What the page itself holds: its address, its title, its script's memory, its pixels.
const RUN = 42;

async function inPixels(word) {
  const picture = document.getElementById("pixels").getContext("2d");
  const bytes = [];
  for (let number = 0; bytes.length < 3 * RUN; number += 1) {
    const text = new TextEncoder().encode(`${word} ${number}`);
    bytes.push(...new Uint8Array(await crypto.subtle.digest("SHA-256", text)));
  }
  for (let column = 0; column < RUN; column += 1) {
    const [red, green, blue] = bytes.slice(3 * column);
    picture.fillStyle = `rgb(${red} ${green} ${blue})`;
    picture.fillRect(column, 0, 1, 8);
  }
  return picture.getImageData(0, 0, 1, 1).data[0] === bytes[0];
}

function fault(word) {
  return new Promise((resolve) => {
    addEventListener("error", ({ message }) => resolve(message.includes(word)), { once: true });
    setTimeout(() => {
      throw new Error(word);
    });
  });
}

async function described(word) {
  const [one, other] = [new RTCPeerConnection(), new RTCPeerConnection()];
  one.createDataChannel("traces");
  const { sdp } = await one.createOffer();
  await other.setRemoteDescription({ type: "offer", sdp: sdp.replace(/(a=ice-ufrag:)\S+/g, `$1${word}`) });
  return other.remoteDescription.sdp.includes(word);
}

const address = (change) => {
  const now = new URL(location);
  change(now);
  history.replaceState(history.state, "", now);
};

export const SHOWN = {
  "history-state": async (word) => {
    history.pushState({ mot: word }, "");
    return history.state.mot === word;
  },
  "address-query": async (word) => {
    history.pushState(history.state, "");
    address((now) => now.searchParams.set("mot", word));
    return location.search.includes(word);
  },
  "address-fragment": async (word) => {
    history.pushState(history.state, "");
    address((now) => (now.hash = word));
    return location.hash.includes(word);
  },
  "frame-address": (word) =>
    new Promise((resolve) => {
      const frame = Object.assign(document.createElement("iframe"), { src: `/vide?mot=${word}`, width: 1, height: 1 });
      frame.onload = () => resolve(frame.contentWindow.location.search.includes(word));
      document.body.append(frame);
    }),
  "title": async (word) => {
    document.title = `${word} - Page des traces`;
    return document.title.startsWith(word);
  },
  "window-name": async (word) => {
    window.name = word;
    return window.name === word;
  },
  "hidden-field": async (word) => {
    const field = Object.assign(document.createElement("input"), { type: "hidden", name: "cache", value: word });
    document.getElementById("marque").append(field);
    return new FormData(document.getElementById("marque")).get("cache") === word;
  },
  "blob-address": async (word) => {
    const blob = URL.createObjectURL(new Blob([word], { type: "text/plain" }));
    return (await (await fetch(blob)).text()) === word;
  },
  "console": async (word) => {
    console.log(word);
    console.error(word);
    return true;
  },
  "script-error": fault,
  "notification-refused": (word) =>
    new Promise((resolve) => {
      Notification.requestPermission().then((answer) => {
        new Notification(word, { body: word }).onerror = () => resolve(answer === "denied");
      });
    }),
  "media-title": async (word) => {
    navigator.mediaSession.metadata = new MediaMetadata({ title: word, artist: word });
    return navigator.mediaSession.metadata.title === word;
  },
  "lock-name": async (word) => {
    navigator.locks.request(word, () => new Promise(() => {}));
    const { held, pending } = await navigator.locks.query();
    return [...held, ...pending].some(({ name }) => name === word);
  },
  "performance-mark": async (word) => performance.mark(word).name === word && performance.getEntriesByName(word).length > 0,
  "web-rtc": described,
  "screen-pixels": inPixels,
};
