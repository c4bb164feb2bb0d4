// Finds the wanted targets. One narrow CSS query a role comes first, then a cheap look at the texts that could make the
// name; names are computed for what is left. What was found is kept: after a change of the page only what changed is
// looked at again. A search that takes long is cut in slices, so that the page goes on in between.

const MOST_CANDIDATES = 20000; // a role: what a page has beyond this is not looked at
const MOST_MATCHES = 20;
const MOST_CHANGES = 1000; // kept for the next look; a page that changes more is looked at whole
const MOST_CHANGED = 400; // elements
const MOST_REFERRING = 200;
const LOOKS_AT_THE_CLOCK_EVERY = 16; // candidates
// What makes a thing what it is, or what it is called. Any other attribute changes neither.
const NAMING = new Set(["aria-label", "aria-labelledby", "alt", "title", "placeholder", "value", "type", "role", "href", "label",
  "contenteditable", "multiple", "size", "autocomplete", "list", "open", "aria-checked", "aria-selected", "slot"]);
const HIDING = new Set(["class", "style", "hidden", "aria-hidden", "inert"]);
const LINKING = new Set(["id", "for"]);

class Finding {
  #roots;
  #groups = [];
  #found = [];
  #search = null;
  #changes = [];
  #everything = false;
  #referring = new Set();
  #naming = null; // of the whole page, while it is searched

  constructor(roots) {
    this.#roots = roots;
  }

  // Other targets from now on: [{role, name}].
  want(wanted) {
    const groups = new Map();
    this.#found = wanted.map(() => new Set());
    wanted.forEach(({ role, name }, index) => {
      if (!groups.has(role)) groups.set(role, { role, query: roleQuery(role), targets: [] });
      groups.get(role).targets.push({ index, ...nameMatcher(name) });
    });
    this.#groups = [...groups.values()];
    this.#search = this.#naming = null;
    this.again();
  }

  // Everything is looked at once more.
  again() {
    this.#everything = true;
  }

  note(changes) {
    if (this.#everything) return;
    if (this.#changes.length + changes.length > MOST_CHANGES) this.#everything = true;
    else this.#changes.push(...changes);
    if (this.#everything) this.#changes = [];
  }

  // Look until `deadline` (performance.now). True once the look is whole; the page may have changed again since.
  advance(deadline) {
    if (!this.#search && (this.#everything || !this.#takeChanges(deadline))) {
      this.#everything = false;
      this.#changes = [];
      this.#search = this.#searching();
    }
    while (this.#search) {
      if (this.#search.next().done) this.#search = null;
      else if (performance.now() >= deadline) return false;
    }
    return true;
  }

  get isBehind() {
    return this.#everything || this.#changes.length > 0;
  }

  // What was found of target `index`, in the order of the page.
  of(index) {
    const found = [...(this.#found[index] ?? [])].filter((element) => element.isConnected);
    return found.sort((one, other) => (one.compareDocumentPosition(other) & Node.DOCUMENT_POSITION_PRECEDING ? 1 : -1));
  }

  *#searching() {
    this.#referring.clear();
    this.#naming = new Naming(this.#roots());
    const before = this.#found;
    const fresh = before.map(() => new Set());
    for (const group of this.#groups) {
      let count = 0;
      for (const root of this.#roots()) {
        for (const element of root.querySelectorAll(group.query)) {
          if (++count > MOST_CANDIDATES) break;
          this.#consider(element, group, fresh);
          if (count % LOOKS_AT_THE_CLOCK_EVERY === 0) yield;
        }
      }
    }
    this.#found = fresh;
    this.#naming = null;
  }

  // False when so much changed that a whole search is cheaper.
  #takeChanges(deadline) {
    if (!this.#changes.length) return true;
    const changed = this.#changedElements(this.#changes);
    this.#changes = [];
    if (!changed) return false;
    for (const element of this.#referring) if (element.isConnected) changed.add(element);
    for (const element of changed) {
      if (performance.now() > deadline) return false;
      for (const group of this.#groups) {
        for (const { index } of group.targets) this.#found[index].delete(element);
        if (element.isConnected && element.matches(group.query)) this.#consider(element, group, this.#found);
      }
    }
    for (const set of this.#found) for (const element of set) if (!element.isConnected) set.delete(element);
    return true;
  }

  // Everything whose name or role may be another one; null when that is too much.
  #changedElements(changes) {
    const changed = new Set();
    const parents = new Set();
    for (const { type, target, attributeName, addedNodes } of changes) {
      const name = attributeName;
      if (type === "attributes" && !NAMING.has(name) && !HIDING.has(name)) {
        if (LINKING.has(name)) return null;
        continue;
      }
      const tops = type === "childList" ? [...addedNodes] : HIDING.has(name) ? [target] : [];
      for (const top of tops) if (!this.#addWhole(top, changed)) return null;
      for (let parent = target; parent && !parents.has(parent); parent = parent.parentNode ?? parent.host) {
        parents.add(parent);
        if (parent instanceof Element) this.#add(parent, changed);
      }
    }
    return changed.size > MOST_CHANGED ? null : changed;
  }

  #addWhole(top, changed) {
    if (!(top instanceof Element)) return true;
    const inside = top.getElementsByTagName("*");
    if (changed.size + inside.length > MOST_CHANGED) return false;
    this.#add(top, changed);
    for (const element of inside) this.#add(element, changed);
    return true;
  }

  #add(element, changed) {
    changed.add(element);
    if (element instanceof HTMLLabelElement && element.control) changed.add(element.control);
  }

  #consider(element, { role, targets }, found) {
    if (!hasRole(element, role)) return;
    if ((!this.#naming || this.#naming.own.has(element)) && element.hasAttribute("aria-labelledby") && this.#referring.size < MOST_REFERRING) this.#referring.add(element);
    const texts = textsOf(element, this.#naming);
    let name = null;
    for (const { index, mayBeIn, matches } of targets) {
      if (found[index].size >= MOST_MATCHES || (texts !== null && !mayBeIn(texts))) continue;
      name ??= plain(nameOf(element, role));
      if (matches(name)) found[index].add(element);
    }
  }
}
