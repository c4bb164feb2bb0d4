// Does an element bear the name that the procedure gives? Names are compared without case, accents or repeated
// blanks; `*` in the wanted name stands for any text. The marks that sites hang on required labels (a final star or
// colon) do not count. A name is computed only after a cheap look at the element's own texts.

const ROLES_NAMED_BY_THEIR_TEXT = new Set(["alert", "listitem", "main", "region", "status", "dialog", "document"]);
const LONGEST_NAME = 400;

function plain(text) {
  return text
    .slice(0, LONGEST_NAME)
    .normalize("NFKD")
    .replace(/\p{M}/gu, "")
    .replace(/[\u2018\u2019\u02bc]/g, "'")
    .replace(/\s+/gu, " ")
    .trim()
    .toLowerCase()
    .replace(/[ *:]+$/, "");
}

function nameMatcher(wanted) {
  const pieces = wanted.split("*").map((piece) => plain(piece));
  if (pieces.every((piece) => piece === "")) return { mayBeIn: () => true, matches: () => true };
  const pattern = pieces.map((piece) => piece.replace(SPECIAL, "\\$&")).join(".*");
  const expression = new RegExp(`^${pattern}$`, "su");
  const longest = pieces.reduce((one, piece) => (piece.length > one.length ? piece : one), "");
  return { mayBeIn: textsTest(longest.replaceAll(" ", "")), matches: (plainName) => expression.test(plainName) };
}

const SPECIAL = /[\\^$.*+?()[\]{}|]/g;
const VARIANTS = { a: "aàâäáãåā", c: "cçć", e: "eéèêëēę", i: "iîïíìī", n: "nñń", o: "oôöóòõøō", u: "uùûüúū", y: "yÿý", "'": "'\u2018\u2019\u02bc" };
// Written so that a letter with an accent is one sign, and nothing stands for several: most texts of most pages.
const PLAINLY_WRITTEN = /^[\s!-~\u00a1-\u00a7\u00a9\u00ab-\u00ae\u00b0\u00b1\u00b6\u00b7\u00bb\u00bf-\u017e\u2010-\u2022\u20ac]*$/;

// Are the wanted letters in a text, blanks aside? Writing a text plainly costs more than this look at it.
function textsTest(letters) {
  const slowly = (text) => plainOnce(text).replaceAll(" ", "").includes(letters);
  if (!/^[a-z0-9']+$/.test(letters)) return slowly;
  const quickly = new RegExp([...letters].map((letter) => (VARIANTS[letter] ? `[${VARIANTS[letter]}]` : letter)).join("\\s*"), "i");
  return (text) => (PLAINLY_WRITTEN.test(text) ? quickly.test(text) : slowly(text));
}

function referredTexts(element, attribute) {
  const ids = element.getAttribute(attribute);
  if (!ids) return [];
  const root = element.getRootNode();
  return ids.split(/\s+/).map((id) => root.getElementById?.(id)).filter(Boolean);
}

const NAMED_BY_OTHER_MEANS = "input, select, [aria-labelledby], slot";
const NAMED_INSIDE = `${NAMED_BY_OTHER_MEANS}, img, [aria-label], [title]`;
const NAMES = ["aria-label", "title", "placeholder", "alt", "label"];

const NAMED_BY_ITSELF = [...NAMES, "aria-labelledby"].map((name) => `[${name}]`).join(", ");

// What a whole page has that could make names, found once: asked of one element after the other, a browser goes through
// the page again each time. `labels`: of each field; `own`: elements that name themselves.
class Naming {
  labels = new Map();
  own = new Set();

  constructor(roots) {
    for (const root of roots) {
      for (const label of root.querySelectorAll("label")) {
        const { control } = label;
        if (!control) continue;
        const known = this.labels.get(control);
        if (known) known.push(label);
        else this.labels.set(control, [label]);
      }
      for (const element of root.querySelectorAll(NAMED_BY_ITSELF)) this.own.add(element);
    }
  }
}

// All texts that could make the name, one after the other: they hold the wanted words, or the name does not. Null when
// only the whole computation can tell. `naming` is of the whole page, or null.
function textsOf(element, naming) {
  if (element.shadowRoot) return null;
  const labels = naming ? naming.labels.get(element) : element.labels;
  const names = !naming || naming.own.has(element);
  if (!names && !labels && !element.firstElementChild && !(element instanceof HTMLInputElement)) return textIn(element);
  const texts = [];
  const sources = [element];
  if (labels) sources.push(...labels);
  if (names) {
    addNames(element, texts);
    sources.push(...referredTexts(element, "aria-labelledby"));
  }
  if (element instanceof HTMLInputElement && /^(button|submit|reset|image)$/i.test(element.type)) {
    // A browser names an unlabelled submit button by itself, in its own language.
    if (!element.value) return null;
    texts.push(element.value);
  }
  for (const source of sources) {
    if (source.firstElementChild && !addNamesInside(source, element, texts)) return null;
    if (source.firstChild) texts.push(textIn(source));
  }
  return texts.length === 1 ? texts[0] : texts.join(" ");
}

// False when a field inside may add its own value to the name.
function addNamesInside(source, element, texts) {
  const first = source.firstElementChild;
  // A label around its own field, and nothing else: most of them.
  if (first === element && !first.nextElementSibling && !first.firstElementChild) return true;
  for (const named of source.querySelectorAll(NAMED_INSIDE)) {
    if (named === element) continue;
    if (named.matches(NAMED_BY_OTHER_MEANS)) return false;
    addNames(named, texts);
  }
  return true;
}

function textIn(element) {
  return element.textContent.slice(0, LONGEST_NAME);
}

function addNames(element, texts) {
  for (const name of NAMES) {
    const text = element.getAttribute(name);
    if (text) texts.push(text.slice(0, LONGEST_NAME));
  }
}

const MOST_PLAIN = 4000;
const plainTexts = new Map();

// Pages repeat their words, and each look meets the same ones.
function plainOnce(text) {
  let known = plainTexts.get(text);
  if (known === undefined) {
    if (plainTexts.size >= MOST_PLAIN) plainTexts.clear();
    known = plain(text);
    plainTexts.set(text, known);
  }
  return known;
}

function nameOf(element, role) {
  if (element === document.documentElement) return document.title;
  const name = domAccessibilityApi.computeAccessibleName(element, { computedStyleSupportsPseudoElements: false });
  if (name) return name;
  // The library knows placeholders for some types of input only; a person reads them in all.
  if (element.placeholder) return element.placeholder;
  if (!ROLES_NAMED_BY_THEIR_TEXT.has(role)) return "";
  return element.textContent.slice(0, 4 * LONGEST_NAME);
}
