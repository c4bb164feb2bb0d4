// What a person writes in the fields of a page, told to the guest as they write, so that a page that stopped comes back
// with it. Never a secret (see `secrets.js`), never a file. What is told stays inside of the sandbox.

const LONGEST_KEPT = 4000;
const MOST_KEPT = 200; // fields of one document
const KEEP_AFTER_MS = 100;
const BRING_BACK_MS = 5000; // a page may build its form late
const BRING_BACK_EVERY_MS = 100;
const KEPT_FIELD = 'input:not([type="password" i], [type="file" i], [type="hidden" i], [type="button" i], [type="submit" i], [type="reset" i], [type="image" i]), select, textarea';

class Keeping {
  #changed = new Set();
  #told = new Set(); // names of fields
  #waiting = new Map(); // name of a field -> what was in it
  #timer = 0;
  #begun = location.protocol !== "https:";

  constructor() {
    const listen = (names, handle) => names.forEach((name) => addEventListener(name, handle, { capture: true, passive: true }));
    listen(["input", "change"], (event) => { if (event.isTrusted) this.#note(event.composedPath()[0]); });
    // The last letters before the page goes elsewhere, or stops.
    listen(["change", "focusout", "submit"], () => this.#tell());
    // Not sooner: the guest may not know yet that this document is the one on screen.
    listen(["DOMContentLoaded"], () => this.#begin());
    // In a new process the script may come after it.
    if (document.readyState !== "loading") this.#begin();
  }

  // The guest says what was in the fields of this address: {name: value}.
  bringBack(fields) {
    this.#waiting = new Map(Object.entries(fields));
    const until = performance.now() + BRING_BACK_MS;
    const again = () => {
      this.#bringBack();
      if (this.#waiting.size && performance.now() < until) setTimeout(again, BRING_BACK_EVERY_MS);
    };
    again();
  }

  #begin() {
    if (!this.#begun) this.#say({ k: "began", top: window === window.top });
    this.#begun = true;
  }

  #note(field) {
    if (!(field instanceof Element) || !field.matches(KEPT_FIELD)) return;
    this.#begin();
    // Whoever writes here knows better than what was kept.
    if (this.#waiting.size) this.#waiting.delete(this.#nameOf(field));
    this.#changed.add(field);
    this.#timer ||= setTimeout(() => this.#tell(), KEEP_AFTER_MS);
  }

  #tell() {
    clearTimeout(this.#timer);
    this.#timer = 0;
    for (const field of this.#changed) if (field.isConnected) this.#tellOf(field);
    this.#changed.clear();
  }

  #tellOf(field) {
    const name = this.#nameOf(field);
    if (name === null) return;
    const value = isSecret(field) ? null : heldBy(field);
    if (value === null && !this.#told.has(name)) return;
    if (!this.#told.has(name) && this.#told.size >= MOST_KEPT) return;
    this.#told.add(name);
    this.#say({ k: "kept", n: name, v: value });
    if (value && field.type === "radio") this.#forgetOthers(field);
  }

  // Of a group, one alone is chosen.
  #forgetOthers(chosen) {
    for (const field of chosen.name ? document.getElementsByName(chosen.name) : []) {
      const name = field === chosen || field.form !== chosen.form ? null : this.#nameOf(field);
      if (name !== null && this.#told.delete(name)) this.#say({ k: "kept", n: name, v: null });
    }
  }

  #bringBack() {
    if (!this.#waiting.size) return;
    const fields = new Map([...document.querySelectorAll(KEPT_FIELD)].slice(0, 5 * MOST_KEPT).map((field) => [this.#nameOf(field), field]));
    for (const [name, value] of [...this.#waiting]) {
      const field = fields.get(name);
      // A list that the page still fills has not got what was chosen yet.
      if (!field || !canHold(field, value)) continue;
      this.#waiting.delete(name);
      this.#told.add(name);
      if (!isSecret(field) && !field.disabled && !field.readOnly && isUntouched(field)) put(field, value);
    }
  }

  // The same in the same document loaded again: what the field is called, and which one of those it is.
  #nameOf(field) {
    if (field.getRootNode() !== document) return null;
    const called = field.id ? `#${field.id}` : `${field.type}:${field.getAttribute("name") ?? ""}`;
    const alike = field.id ? `#${CSS.escape(field.id)}` : field.name ? `[name="${CSS.escape(field.name)}"]` : KEPT_FIELD;
    return `${called}:${[...document.querySelectorAll(alike)].indexOf(field)}`.slice(0, 200);
  }

  #say(what) {
    console.log(PROBE_WORD + JSON.stringify({ a: location.href.split("#")[0], ...what }));
  }
}

function ticks(field) {
  return /^(?:checkbox|radio)$/i.test(field.type);
}

function heldBy(field) {
  if (ticks(field)) return field.checked ? "on" : "";
  const value = field instanceof HTMLSelectElement ? JSON.stringify([...field.selectedOptions].map((option) => option.value)) : field.value;
  return value.length <= LONGEST_KEPT ? value : null;
}

function chosenIn(value) {
  try {
    return JSON.parse(value);
  } catch {
    return []; // of what is a list now, and was none
  }
}

function canHold(field, value) {
  if (!(field instanceof HTMLSelectElement)) return true;
  return chosenIn(value).every((wanted) => [...field.options].some((option) => option.value === wanted));
}

// What the site itself put there this time is not written over.
function isUntouched(field) {
  if (ticks(field)) return field.checked === field.defaultChecked;
  if (field instanceof HTMLSelectElement) return true;
  return field.value === field.defaultValue;
}

function put(field, value) {
  if (value === heldBy(field)) return;
  // A press: some pages listen to nothing else.
  if (ticks(field)) return field.click();
  if (field instanceof HTMLSelectElement) {
    const chosen = chosenIn(value);
    for (const option of field.options) option.selected = chosen.includes(option.value);
  } else {
    field.value = value;
  }
  // A page learns of what is written from these.
  for (const name of ["input", "change"]) field.dispatchEvent(new Event(name, { bubbles: true }));
}

globalThis.pageKeeping ??= new Keeping();
