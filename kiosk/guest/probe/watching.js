// The probe itself, one per document, in Chromium's isolated world: it looks for the wanted targets, and reports what
// a person could see (present, visible, filled), never a text or a value of the page, request numbers excepted, and
// those only when the person wants a receipt. (What is written in fields: `keeping.js`.) It tells the guest through the
// console, behind a random word that only this world knows. It decides nothing: that is the engine's work.

const SHORTEST_PAUSE_MS = 100;
const PAUSE_PER_COST = 8; // a heavy page is looked at less often: at most an eighth of its time
const SLICE_MS = 6; // as much of one frame as a look may take
const IDLE_WITHIN_MS = 150; // a page that is never idle is looked at all the same
const BACKSTOP_MS = 1000; // for what no event tells: a value set by the page's script, a style by media query
const WHOLE_EVERY = 5; // backstops: what a look at the changes alone may have missed
const MOST_ROOTS = 2000;
// By the HTML standard none of these can have a shadow root, and most elements of most pages are one of them. Looked at
// one after the other they would cost most of what a look costs.
const MAY_HAVE_ROOT = `:not(${["a", "b", "br", "button", "em", "fieldset", "form", "i", "img", "input", "label", "legend", "li", "link",
  "meta", "ol", "option", "path", "script", "select", "strong", "style", "svg", "table", "tbody", "td", "textarea", "tfoot", "th", "thead",
  "tr", "ul"].join(", ")})`;
const TYPING_MS = 80; // after a key another may come, and nothing is to be seen before the person rests
const TYPING_WITHIN_MS = 500; // for as long as a look may wait for that
const PATIENCE_MS = 10000; // a page whose last picture never comes is taken for loaded after this

class Watching {
  #frame = Math.random().toString(36).slice(2, 12).padEnd(4, "0");
  #version = 0;
  #wanted = [];
  #aim = null;
  #ring = new Ring();
  #roots = [document];
  #rootsAreOld = true;
  #finding = new Finding(() => this.#roots);
  #lastReport = "";
  #timer = 0;
  #cost = 0;
  #spent = 0;
  #status = performance.getEntriesByType("navigation")[0]?.responseStatus ?? 0;
  #knows = false;
  #keyAt = -Infinity;
  #backstops = 0;
  #here = new Here();
  #focus = new Focus((kind, more) => this.#say(kind, more), () => this.#allRoots());
  #observer = new MutationObserver((changes) => this.#changed(changes));

  constructor() {
    const listen = (names, handle) => names.forEach((name) => addEventListener(name, handle, { capture: true, passive: true }));
    listen(["input", "change"], (event) => noteInput(event));
    listen(["keydown"], () => { this.#keyAt = performance.now(); });
    // At once: what the page does about it may take the field away.
    listen(["change", "focusout", "submit"], () => this.#glance());
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
    this.#wanted = wanted;
    this.#knows = false;
    this.#finding.want(wanted);
    this.#look();
  }

  // Ring around target `index`, if this frame is the one named; elsewhere the ring goes away.
  point(frame, index, look) {
    this.#aim = frame === this.#frame ? { index, look } : null;
    if (this.#aim && this.#knows) this.#drawRing();
    else if (!this.#aim) this.#ring.clear();
  }

  // In milliseconds, what the last whole look took. A heavy page is looked at less often.
  get cost() {
    return this.#cost;
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
    if (changes.some(({ addedNodes }) => addedNodes.length > 0)) this.#findRoots(changes);
    this.#finding.note(changes);
    this.#ring.follow();
    this.#focus.changed(changes);
    this.#soon();
  }

  // No event tells that an element was given a shadow root.
  #lookAgain() {
    this.#rootsAreOld = true;
    if (++this.#backstops % WHOLE_EVERY === 0) this.#finding.again();
    this.#soon();
  }

  #soon(pause = Math.max(SHORTEST_PAUSE_MS, this.#cost * PAUSE_PER_COST)) {
    if (this.#timer) return;
    this.#timer = setTimeout(() => this.#whenIdle(performance.now() + TYPING_WITHIN_MS), pause);
  }

  #whenIdle(latest) {
    const now = performance.now();
    if (now < Math.min(this.#keyAt + TYPING_MS, latest)) {
      this.#timer = setTimeout(() => this.#whenIdle(latest), TYPING_MS);
    } else {
      requestIdleCallback(() => this.#look(), { timeout: IDLE_WITHIN_MS });
    }
  }

  #findRoots(changes) {
    if (this.#rootsAreOld) return;
    for (const { addedNodes } of changes) {
      for (const added of addedNodes) {
        // Looked for with all others when it is large.
        if (added.childElementCount > 50) this.#rootsAreOld = true;
        else if (added instanceof Element) this.#noteRoots(added);
      }
    }
  }

  #noteRoots(top) {
    for (const element of [top, ...top.querySelectorAll(MAY_HAVE_ROOT)]) {
      const root = element.shadowRoot;
      if (!root || this.#roots.includes(root) || this.#roots.length >= MOST_ROOTS) continue;
      this.#roots.push(root);
      this.#observe(root);
      this.#finding.again();
      for (const child of root.children) this.#noteRoots(child);
    }
  }

  #refreshRoots() {
    if (!this.#rootsAreOld) return;
    this.#rootsAreOld = false;
    const found = [document];
    for (let i = 0; i < found.length; i++) {
      for (const element of found[i].querySelectorAll(MAY_HAVE_ROOT)) {
        if (element.shadowRoot && found.length < MOST_ROOTS) found.push(element.shadowRoot);
      }
    }
    const fresh = found.filter((root) => !this.#roots.includes(root));
    fresh.forEach((root) => this.#observe(root));
    if (fresh.length || found.length !== this.#roots.length) this.#finding.again();
    this.#roots = found;
  }

  // One look, or a slice of it.
  #look() {
    clearTimeout(this.#timer);
    this.#timer = 0;
    const begun = performance.now();
    if (this.#spent === 0) {
      this.#focus.look();
      this.#refreshRoots();
    }
    const ended = this.#finding.advance(begun + SLICE_MS);
    if (ended) this.#tell();
    this.#spent += performance.now() - begun;
    if (!ended) return this.#soon(0);
    this.#cost = this.#spent;
    this.#spent = 0;
    if (this.#finding.isBehind) this.#soon();
  }

  // What is known of the page, as it is at this instant.
  #glance() {
    if (this.#knows) this.#tell();
  }

  #tell() {
    this.#knows = true;
    this.#report(this.#wanted.flatMap((_, index) => this.#sight(this.#finding.of(index), index)));
    this.#drawRing();
  }

  #sight(found, index) {
    if (!found.length) return [];
    const seen = found.filter((element) => shownBox(element));
    const ticks = /^(checkbox|radio|switch|option|gridcell)$/.test(this.#wanted[index].role);
    // Of two fields of one name, one alone is not "the field".
    const judged = seen.length ? seen : found.slice(0, 1);
    const filled = ticks ? seen.some((element) => isFilled(element)) : judged.every((element) => isFilled(element));
    return [[index, seen.length > 0, filled, seen.length > 1 && !areTheSame(seen)]];
  }

  #drawRing() {
    if (!this.#aim) return;
    const element = this.#finding.of(this.#aim.index).find((candidate) => shownBox(candidate));
    if (element) this.#ring.point(element, this.#aim.look);
    else this.#ring.clear();
  }

  #report(sights) {
    const ready = document.readyState === "complete" || performance.now() > PATIENCE_MS;
    const report = { v: this.#version, ready, s: sights || [], status: this.#status };
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
