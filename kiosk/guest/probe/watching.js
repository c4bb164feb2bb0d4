// The probe itself, one per document, in Chromium's isolated world: it looks for the wanted targets, and reports what
// a person could see (present, visible, filled), never a text or a value of the page, request numbers excepted, and
// those only when the person wants a receipt. It tells the guest through the console, behind a random word that only this
// world knows. It decides nothing: that is the engine's work.

const SHORTEST_PAUSE_MS = 100;
const PAUSE_PER_COST = 8; // a heavy page is looked at less often: at most an eighth of its time
const BACKSTOP_MS = 1000; // for what no event tells: a value set by the page's script, a style by media query
const MOST_CANDIDATES = 3000;
const MOST_MATCHES = 20;
const PATIENCE_MS = 10000; // a page whose last picture never comes is taken for loaded after this

class Watching {
  #frame = Math.random().toString(36).slice(2, 12).padEnd(4, "0");
  #version = 0;
  #wanted = [];
  #aim = null;
  #ring = new Ring();
  #roots = [document];
  #rootsAreOld = true;
  #lastReport = "";
  #timer = 0;
  #cost = 0;
  #here = new Here();
  #focus = new Focus((kind, more) => this.#say(kind, more), () => this.#allRoots());
  #observer = new MutationObserver((changes) => this.#changed(changes));

  constructor() {
    const listen = (names, handle) => names.forEach((name) => addEventListener(name, handle, { capture: true, passive: true }));
    listen(["input", "change"], (event) => noteInput(event));
    listen(["input", "change", "focusin", "focusout", "click", "popstate", "hashchange", "DOMContentLoaded", "load",
      "pageshow", "transitionend", "animationend", "toggle", "reset"], () => this.#soon());
    listen(["scroll", "resize"], () => this.#ring.follow());
    listen(["pagehide"], (event) => { if (event.target === document) this.#say("bye", {}); });
    this.#observe(document);
    setInterval(() => this.#lookAgain(), BACKSTOP_MS);
    if (window === window.top) this.#waitForPaint();
    this.#report("");
  }

  get frame() {
    return this.#frame;
  }

  // New targets to look for: [{role, name}], numbered by `version` so that an old report is never taken for a new one.
  watch(version, wanted) {
    if (version === this.#version) return;
    this.#version = version;
    this.#wanted = wanted.map(({ role, name }) => ({ role, query: roleQuery(role), ...nameMatcher(name) }));
    this.#scan();
  }

  // Ring around target `index`, if this frame is the one named; elsewhere the ring goes away.
  point(frame, index, look) {
    this.#aim = frame === this.#frame ? { index, look } : null;
    if (this.#aim) this.#scan();
    else this.#ring.clear();
  }

  // The guest asks which kind of field has the keyboard.
  focus(round, guarded, marks) {
    return this.#focus.answer(this.#frame, round, guarded, marks);
  }

  letThrough(frame, number) {
    if (frame === this.#frame) this.#focus.letThrough(number);
  }

  stopFingers() {
    stopFingers();
  }

  mark(x, y, look) {
    this.#here.show(x, y, look);
  }

  closePopup() {
    closePopup();
  }

  // The guest asks, when the person wants a receipt: the request numbers that the page shows, as JSON.
  numbers() {
    return JSON.stringify(numbersShown(this.#allRoots()));
  }

  #allRoots() {
    this.#refreshRoots();
    return this.#roots;
  }

  #observe(root) {
    this.#observer.observe(root, { subtree: true, childList: true, attributes: true, characterData: true });
  }

  #changed(changes) {
    if (changes.some((change) => change.addedNodes.length > 0)) this.#rootsAreOld = true;
    this.#ring.follow();
    this.#focus.changed(changes);
    this.#soon();
  }

  // No event tells that an element was given a shadow root.
  #lookAgain() {
    this.#rootsAreOld = true;
    this.#soon();
  }

  #soon() {
    if (!this.#timer) this.#timer = setTimeout(() => this.#scan(), Math.max(SHORTEST_PAUSE_MS, this.#cost * PAUSE_PER_COST));
  }

  #refreshRoots() {
    if (!this.#rootsAreOld) return;
    this.#rootsAreOld = false;
    const found = [document];
    for (let i = 0; i < found.length; i++) {
      for (const element of found[i].querySelectorAll("*")) if (element.shadowRoot) found.push(element.shadowRoot);
    }
    found.filter((root) => !this.#roots.includes(root)).forEach((root) => this.#observe(root));
    this.#roots = found;
  }

  #scan() {
    clearTimeout(this.#timer);
    this.#timer = 0;
    const begun = performance.now();
    this.#focus.look();
    this.#refreshRoots();
    const names = new Map();
    const matches = this.#wanted.map((target) => this.#find(target, names));
    const sights = matches.flatMap((found, index) => (found.length ? [this.#sight(found, index)] : []));
    this.#cost = performance.now() - begun;
    this.#report(sights);
    this.#drawRing(matches);
  }

  #find({ role, query, literal, matches }, names) {
    const found = [];
    const candidates = this.#roots.flatMap((root) => [...root.querySelectorAll(query)]).slice(0, MOST_CANDIDATES);
    for (const element of candidates) {
      if (!hasRole(element, role) || !couldBeNamed(element, literal)) continue;
      if (!names.has(element)) names.set(element, nameOf(element, role));
      if (matches(names.get(element)) && found.push(element) >= MOST_MATCHES) break;
    }
    return found;
  }

  #sight(found, index) {
    const seen = found.filter((element) => shownBox(element));
    const ticks = /^(checkbox|radio|switch)$/.test(this.#wanted[index].role);
    const filled = ticks ? seen.some((element) => isFilled(element)) : isFilled(seen[0] ?? found[0]);
    return [index, seen.length > 0, filled, seen.length > 1];
  }

  #drawRing(matches) {
    if (!this.#aim) return;
    const element = (matches[this.#aim.index] ?? []).find((candidate) => shownBox(candidate));
    if (element) this.#ring.point(element, this.#aim.look);
    else this.#ring.clear();
  }

  #report(sights) {
    const ready = document.readyState === "complete" || performance.now() > PATIENCE_MS;
    const report = { v: this.#version, ready, s: sights || [] };
    const written = JSON.stringify(report);
    // Without targets yet, repeat: the first word of a new document may have come before the guest could answer.
    if (written === this.#lastReport && this.#version > 0) return;
    this.#lastReport = written;
    this.#say("facts", report);
  }

  #say(kind, more) {
    const top = window === window.top;
    console.log(PROBE_WORD + JSON.stringify({ f: this.#frame, k: kind, top, ...more }));
  }

  // The first paint with something in it, told once.
  #waitForPaint() {
    new PerformanceObserver((list, observer) => {
      if (!list.getEntriesByName("first-contentful-paint").length) return;
      observer.disconnect();
      this.#say("painted", {}); // the entry comes once the frame has been shown
    }).observe({ type: "paint", buffered: true });
  }
}

globalThis.pageProbe ??= new Watching();
