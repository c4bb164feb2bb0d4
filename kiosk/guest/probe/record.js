// While a walkthrough is being made: on what the mediator acted, by role and accessible name, and how. Never a value,
// a key or a choice: what is typed is looked at here for one purpose, so that no name that repeats it goes out. Digits
// become `*`, and so does a name made of what was typed. Silent until the guest asks.

const LONGEST_RECORDED = 80;
const SHORTEST_TYPED = 3; // letters: shorter words are in every name
const MOST_TYPED_FIELDS = 400;
const MOST_TYPED_WORDS = 400;

// What a press can be meant for, the most telling first. What is chosen in a list is told as its field.
const PRESSED_ROLES = ["tab", "menuitemcheckbox", "menuitemradio", "menuitem", "switch", "checkbox", "radio", "button", "link"];
const CHOSEN_ROLES = ["option", "gridcell", "treeitem"];
const FIELD_ROLES = ["password", "file", "checkbox", "radio", "searchbox", "spinbutton", "slider", "combobox", "listbox", "textbox"];
const TICKED = /^(?:checkbox|radio|switch|menuitemcheckbox|menuitemradio)$/;
const OPENS_A_CHOICE = '[role="combobox"], [role="listbox"], [aria-haspopup="listbox"], [aria-haspopup="grid"], [aria-haspopup="dialog"], [aria-haspopup="true"]';
const FIELD = "input, select, textarea, [contenteditable]";

class Recording {
  #on = false;
  #typed = new Set(); // fields that were written in, in this document
  #marks = new Set(); // words typed in the session, as numbers
  #told = new Set();
  #field = null; // the last field, or what opened the last choice

  constructor() {
    const listen = (name, handle) => addEventListener(name, (event) => { if (this.#on && event.isTrusted) handle(event); }, { capture: true, passive: true });
    listen("input", (event) => this.#written(event));
    listen("change", (event) => this.#changed(event));
    listen("focusout", () => this.#tellMarks());
    listen("click", (event) => this.#pressed(event));
  }

  // `marks`: numbers of the words that were typed in the session, in any document.
  on(marks) {
    this.#on = true;
    this.#marks = new Set(marks);
  }

  #written(event) {
    const field = fieldOf(event.composedPath()[0]);
    if (!field || field.matches('select, input:is([type="checkbox" i], [type="radio" i], [type="file" i], [type="range" i])')) return;
    this.#remember(field);
    if (field === this.#field) return;
    this.#field = field;
    this.#tell("write", field, roleOf(field, FIELD_ROLES));
  }

  #changed(event) {
    const field = fieldOf(event.composedPath()[0]);
    if (!field) return;
    this.#tellMarks();
    if (field instanceof HTMLInputElement && /^(?:radio|checkbox)$/i.test(field.type)) return this.#ticked(field, field.type.toLowerCase());
    if (!field.matches('select, input:is([type="file" i], [type="range" i])')) return;
    this.#field = field;
    this.#tell("choose", field, roleOf(field, FIELD_ROLES));
  }

  #pressed(event) {
    this.#tellMarks();
    for (const node of event.composedPath()) {
      if (!(node instanceof Element)) continue;
      // What is inside of a field is the field's.
      if (node.matches(FIELD) && !isPressable(node)) return;
      if (roleOf(node, CHOSEN_ROLES)) return this.#chosen(node);
      const role = roleOf(node, PRESSED_ROLES);
      if (!role) {
        // The press on a label comes again, on its field.
        if (node instanceof HTMLLabelElement && node.control) return;
        continue;
      }
      if (TICKED.test(role)) return this.#ticked(node, role);
      if (node.matches(OPENS_A_CHOICE)) this.#field = node;
      return this.#tell(sends(node) ? "send" : "click", node, role);
    }
  }

  // A group asks the question, and any of its answers is right. An answer alone is told where nothing asks.
  #ticked(node, role) {
    if (role === "radio" || role === "menuitemradio") {
      const group = ancestorOf(node, 'fieldset, [role="radiogroup"], [role="group"]');
      const groupRole = group?.getAttribute("role") === "radiogroup" ? "radiogroup" : "group";
      if (group && this.#nameOf(group, groupRole) !== "*") return this.#tell("choose", group, groupRole);
    }
    this.#tell("choose", node, role);
  }

  // What is chosen in a list or a calendar is a value: its field is told.
  #chosen(node) {
    const list = ancestorOf(node, '[role="listbox"], [role="grid"], [role="tree"], [role="menu"], table, select');
    const owner = list?.id ? ownerOf(list) : null;
    const field = owner ?? this.#field;
    if (field?.isConnected) this.#tell("choose", field, roleOf(field, [...FIELD_ROLES, ...PRESSED_ROLES]));
  }

  #remember(field) {
    if (this.#typed.size < MOST_TYPED_FIELDS) this.#typed.add(field);
  }

  #tell(gesture, element, role) {
    if (!role) return;
    const secret = isSecret(element) && element.matches('input[type="password" i], input[autocomplete*="password" i]');
    const a = location.protocol === "https:" ? location.host + location.pathname : "";
    this.#say({ k: "did", g: gesture, r: secret ? "password" : role, n: this.#nameOf(element, role), a, top: window === window.top });
  }

  // Words typed in any other document of the session must not come back in a name: they go to the guest as numbers that
  // mean nothing elsewhere. Of secrets, not even those.
  #tellMarks() {
    const fresh = [];
    for (const field of this.#typed) {
      if (isSecret(field)) continue;
      for (const word of wordsOf(valueOf(field))) {
        const mark = markOfWord(word);
        if (this.#told.has(mark) || this.#told.size >= MOST_TYPED_WORDS) continue;
        this.#told.add(mark);
        fresh.push(mark);
      }
    }
    for (let i = 0; i < fresh.length; i += 100) this.#say({ k: "typed", m: fresh.slice(i, i + 100) });
  }

  #nameOf(element, role) {
    const named = nameOf(element, role).slice(0, 4 * LONGEST_RECORDED).replace(/\s+/gu, " ").trim().replace(/[\s*:]+$/u, "");
    const whole = plain(named);
    if (this.#repeatsAField(whole, element)) return "*";
    const words = named.split(" ").map((word) => (/\p{N}/u.test(word) || this.#wasTyped(word) ? "*" : word));
    const name = words.filter((word, at) => word !== "*" || words[at - 1] !== "*").join(" ");
    if (!/\p{L}/u.test(name)) return "*";
    if (name.length <= LONGEST_RECORDED) return name;
    const cut = name.slice(0, LONGEST_RECORDED - 1);
    return cut.slice(0, Math.max(cut.lastIndexOf(" "), 1)).replace(/[ *]+$/, "") + "*";
  }

  // Suggestions under a field, greetings, a name that holds a field of its own: whatever repeats what a field of this
  // document holds is nobody's name.
  #repeatsAField(name, element) {
    const fields = new Set(this.#typed);
    for (const root of rootsAround(element)) for (const field of root.querySelectorAll(FIELD)) fields.add(field);
    for (const field of fields) {
      if (isPressable(field) || (field instanceof HTMLInputElement && /^(?:hidden|checkbox|radio|file|range)$/i.test(field.type))) continue;
      const held = plain(field instanceof HTMLSelectElement ? insideOf(field, element) : valueOf(field));
      if (held.length >= SHORTEST_TYPED && name.includes(held)) return true;
    }
    return false;
  }

  #wasTyped(word) {
    return this.#marks.size + this.#told.size > 0 && wordsOf(word).some((one) => this.#marks.has(markOfWord(one)) || this.#told.has(markOfWord(one)));
  }

  #say(more) {
    console.log(PROBE_WORD + JSON.stringify(more));
  }
}

function fieldOf(node) {
  return node instanceof Element ? node.closest(FIELD) : null;
}

function isPressable(element) {
  return element instanceof HTMLInputElement && /^(?:button|submit|reset|image)$/i.test(element.type);
}

function roleOf(element, roles) {
  return roles.find((role) => element.matches(roleQuery(role)) && hasRole(element, role)) ?? null;
}

function sends(element) {
  return Boolean(element.form) && /^(?:submit|image)$/i.test(element.type ?? "") && element.form.method !== "get";
}

function ancestorOf(element, query) {
  for (let around = element; around; around = parentAcrossShadow(around)) if (around.matches(query)) return around;
  return null;
}

function ownerOf(list) {
  const id = CSS.escape(list.id);
  return list.getRootNode().querySelector(`[aria-controls~="${id}"], [aria-owns~="${id}"], input[list="${id}"]`);
}

function rootsAround(element) {
  const roots = new Set([document]);
  for (let root = element.getRootNode(); root instanceof ShadowRoot; root = root.host.getRootNode()) roots.add(root);
  return roots;
}

function valueOf(field) {
  return (field.isContentEditable ? field.textContent : field.value) ?? "";
}

// A list of choices counts where it stands within what is named.
function insideOf(select, element) {
  const named = [element, ...(element.labels ?? []), ...referredTexts(element, "aria-labelledby")];
  return named.some((one) => one !== select && one.contains(select)) ? (select.selectedOptions[0]?.text ?? "") : "";
}

function wordsOf(text) {
  return plain(text.slice(0, LONGEST_NAME)).split(/[^\p{L}\p{N}]+/u).filter((word) => word.length >= SHORTEST_TYPED);
}

function markOfWord(word) {
  let high = 0xdeadbeef;
  let low = 0x41c6ce57;
  for (const letter of PROBE_WORD + word) {
    high = Math.imul(high ^ letter.codePointAt(0), 2654435761);
    low = Math.imul(low ^ letter.codePointAt(0), 1597334677);
  }
  return (low >>> 0).toString(36) + (high >>> 0).toString(36);
}

globalThis.pageRecording ??= new Recording();
