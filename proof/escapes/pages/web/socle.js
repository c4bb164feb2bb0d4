// What every hostile page has: how it tells what it reached, and how it makes room for the next.
"use strict";

const { id: ID, turn } = document.currentScript.dataset;
const TURN = Number(turn);
const HOME = "https://piege.exercice", FRIEND = "https://complice.exercice", OUT = "https://dehors.exercice";
const kids = [], here = new URLSearchParams(location.search);
const sleep = (ms) => new Promise((done) => setTimeout(done, ms));
const soon = (work, ms = 1500) => Promise.race([Promise.resolve().then(work), sleep(ms)]).catch((error) => post("stumbled", error));

function post(kind, how = "") {
  const body = JSON.stringify({ kind, technique: ID, turn: TURN, how: String(how).slice(0, 300) });
  return fetch(`${HOME}/tell`, { method: "POST", mode: "no-cors", keepalive: true, body }).catch(() => {});
}
const won = (how) => post("won", how);
const tried = (how) => post("tried", how);

// Where a page of ours opened another one, that one goes first.
async function follow() {
  for (;;) {
    await sleep(120);
    if (document.visibilityState !== "visible") continue;
    const wish = await fetch(`${HOME}/wanted`).then((answer) => answer.json()).catch(() => null);
    if (!wish || wish.turn === TURN) continue;
    for (const kid of kids) try { kid.close(); } catch { /* gone already */ }
    if (here.has("kid")) { close(); await sleep(300); }
    onbeforeunload = null;
    location.replace(`${HOME}/p/${wish.name}?turn=${wish.turn}`);
    await sleep(2000);
  }
}

// To another address, in all the ways that a page has of its own.
async function go(address) {
  const link = put("a", { href: address, textContent: "x" });
  for (const way of [() => { location.href = address; }, () => link.click()]) {
    try { way(); } catch { /* refused already */ }
    await sleep(90);
  }
  link.remove();
}

function put(tag, attributes) {
  const made = Object.assign(document.createElement(tag), attributes);
  document.body.append(made);
  return made;
}

function kid(address, features = "") {
  const made = window.open(address, "", features);
  if (made) kids.push(made);
  return made;
}

const arrived = (work, by) => {
  const begin = async (event) => { try { await work(event); } catch (error) { post("stumbled", error); } tried(); };
  if (by === "load") addEventListener("load", () => setTimeout(begin, 30), { once: true });
  else addEventListener(by, begin, { once: true });
  addEventListener("load", () => post("loaded"), { once: true });
  addEventListener("pagehide", () => tried("left"), { once: true });
};
if (!here.has("quiet")) follow();
