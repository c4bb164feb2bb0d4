// Which kind of field has the keyboard, told to the guest; and while a secret is typed, nothing that would show it is
// pressed before the guest has said that the person pressed it. It never tells a name, a value or a place.

const QUIET_MS = 25; // between two words, so that a page that throws the focus about does not flood the guest
const BESIDE_A_SECRET = 64; // CSS px: where pages put an eye
const SHOWING_WORDS = /\b(?:afficher?|affichage|voir|montrer|reveler|devoiler|visualiser|visible|visibility|visibilite|show|reveal|display|view|unmask|unhide|toggle|masquer|cacher|hide|eye|oeil)\b/u;
const ONLY_SHOWING = /^(?:\p{L}+ )?(?:afficher|voir|montrer|show|reveal|view|masquer|cacher|hide)(?: \p{L}+)?$/u;
const CONTROL = 'button, a, label, summary, input, [role], [onclick], [tabindex], [aria-controls]';
const PRESSES = ["pointerdown", "pointerup", "mousedown", "mouseup", "click", "dblclick", "auxclick"];
const TOUCHES = ["touchstart", "touchend"];
const FRAME_TAGS = /^(?:IFRAME|FRAME|OBJECT|EMBED|FENCEDFRAME|PORTAL)$/;

class Focus {
  #say;
  #roots;
  #timer = 0;
  #lastWord = -QUIET_MS;
  #held = false;
  #inputs = 0;
  #guarded = false;
  #stopped = null;
  #stops = 0;
  #letting = false;

  constructor(say, roots) {
    this.#say = say;
    this.#roots = roots;
    const listen = (names, handle, passive = false) => names.forEach((name) => addEventListener(name, handle, { capture: true, passive }));
    listen(["keydown", "mousedown", "mouseup", ...TOUCHES], (event) => this.#hear(event), true);
    listen([...PRESSES, "keydown", "keyup"], (event) => this.#guard(event));
    listen(["focusin", "focusout", "focus", "blur"], () => this.moved());
    listen(["input", "change"], (event) => { if (known.has(event.composedPath()[0])) this.look(); });
    this.moved();
  }

  // The focus may be elsewhere, or in a field that changed. The guest asks; this is not an answer.
  moved() {
    this.#noteFocused();
    if (this.#timer) return;
    // Leaving a field and coming into the next one is one word.
    const wait = Math.max(0, this.#lastWord + QUIET_MS - performance.now());
    this.#timer = setTimeout(() => {
      this.#timer = 0;
      this.#lastWord = performance.now();
      this.#say("focus", {});
    }, wait);
  }

  changed(changes) {
    const focused = deepFocus();
    const touched = ({ target, type }) => type === "attributes" && target === focused;
    if (!focused?.isConnected || changes.some(touched)) this.moved();
  }

  // Does the page hold a secret that was typed? Now and then, and when one is typed.
  look() {
    const held = filledSecrets(this.#roots()).length > 0;
    if (held === this.#held) return;
    this.#held = held;
    this.moved();
  }

  // The guest's question. `marks`: secret fields of the session; `guarded`: a mediator could press.
  answer(frame, round, guarded, marks) {
    this.#setGuarded(guarded);
    remembered = new Set(marks);
    const secrets = secretFields(this.#roots());
    this.#held = secrets.some((field) => (field.value ?? field.textContent) !== "");
    const state = this.#state();
    const told = [...new Set([deepFocus(), ...secrets].filter((field) => field && known.has(field)).map(markOf))];
    return JSON.stringify({ f: frame, r: round, s: state, h: this.#held, m: told.filter(Boolean).slice(0, MOST_TOLD_MARKS) });
  }

  // The person pressed it: let the press that was stopped have its effect.
  letThrough(number) {
    const control = number === this.#stops ? this.#stopped : null;
    this.#stopped = null;
    if (!control?.isConnected) return;
    this.#letting = true;
    try {
      control.click();
    } finally {
      this.#letting = false;
    }
  }

  // A listener that may stop touches makes Chromium draw, with each frame, where all parts of the page are: each key that
  // is typed waits for that. Only while somebody must be stopped.
  #setGuarded(guarded) {
    if (guarded === this.#guarded) return;
    this.#guarded = guarded;
    const change = guarded ? addEventListener : removeEventListener;
    for (const name of TOUCHES) change.call(window, name, this.#guardTouch, { capture: true, passive: false });
  }

  #guardTouch = (event) => this.#guard(event);

  #state() {
    if (document.readyState === "loading") return "unknown";
    if (!document.hasFocus()) return "none";
    const focused = deepFocus();
    if (!focused || focused === document.body || focused === document.documentElement) return "open";
    if (FRAME_TAGS.test(focused.tagName)) return "inner";
    if (isSecret(focused)) return "secret";
    if (isWrittenIn(focused) || focused instanceof HTMLInputElement || focused instanceof HTMLSelectElement) return "open";
    // A closed root cannot be looked into: the focus may be on the host, or in a field inside.
    return couldHideARoot(focused) ? "host" : "open";
  }

  // The guest waits until what it sent has had its effect here: the focus moves right after the event.
  #hear(event) {
    if (!event.isTrusted || event.isComposing || event.keyCode === 229) return;
    this.#inputs += 1;
    if (this.#inputs > 1) return;
    setTimeout(() => {
      this.#noteFocused();
      this.#say("heard", { n: this.#inputs });
      this.#inputs = 0;
    });
  }

  #noteFocused() {
    const focused = deepFocus();
    if (focused) isSecret(focused);
  }

  #guard(event) {
    if (!this.#guarded || !event.isTrusted || this.#letting) return;
    const key = event.type.startsWith("key");
    if (key && event.key !== "Enter" && event.key !== " ") return;
    const path = event.composedPath().filter((node) => node instanceof Element);
    if (!path.length || isWrittenIn(path[0]) || path[0] instanceof HTMLSelectElement) return;
    const secrets = filledSecrets(this.#roots());
    const point = key || !event.clientX ? middleOf(path[0]) : { x: event.clientX, y: event.clientY };
    if (!secrets.length || !(couldShow(path) || secrets.some((field) => liesBeside(field, point)))) return;
    event.preventDefault();
    event.stopImmediatePropagation();
    if (event.type !== "click" && event.type !== "keydown") return;
    this.#stopped = path.find((node) => node.matches(CONTROL) && node.click) ?? path.find((node) => node.click) ?? null;
    this.#stops += 1;
    this.#say("stopped", { n: this.#stops });
  }
}

function deepFocus() {
  let focused = document.activeElement;
  while (focused?.shadowRoot?.activeElement) focused = focused.shadowRoot.activeElement;
  return focused;
}

const HOSTS = /^(?:ARTICLE|ASIDE|BLOCKQUOTE|BODY|DIV|FOOTER|H[1-6]|HEADER|MAIN|NAV|P|SECTION|SPAN)$/;

function couldHideARoot(element) {
  return element.shadowRoot === null && (element.tagName.includes("-") || HOSTS.test(element.tagName));
}

function couldShow(path) {
  const control = path.find((node) => node.matches(CONTROL));
  if (!control) return false;
  const names = [nameOf(control, "button") || control.textContent.slice(0, LONGEST_NAME), control.getAttribute("title") ?? ""];
  for (const label of control.labels ?? []) names.push(label.textContent.slice(0, LONGEST_NAME));
  const hints = [control, path[0]].flatMap((node) => [node.id, node.getAttribute("class") ?? "", node.getAttribute("name") ?? ""]);
  const words = [...names, ...hints].map((text) => inWords(text));
  const all = words.join(" ");
  if (!SHOWING_WORDS.test(all)) return false;
  return SECRET_WORDS.test(all) || /\b(?:code|passe|eye|oeil|pass)\b/u.test(all) || words.some((text) => ONLY_SHOWING.test(text));
}

function middleOf(element) {
  const box = element.getBoundingClientRect();
  return { x: box.left + box.width / 2, y: box.top + box.height / 2 };
}

function liesBeside(field, { x, y }) {
  const box = field.getBoundingClientRect();
  return x >= box.left - BESIDE_A_SECRET && x <= box.right + BESIDE_A_SECRET && y >= box.top - 6 && y <= box.bottom + 6;
}
