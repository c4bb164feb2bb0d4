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
  if (pieces.every((piece) => piece === "")) return { literal: "", matches: () => true };
  const pattern = pieces.map((piece) => piece.replace(/[\\^$.*+?()[\]{}|]/g, "\\$&")).join(".*");
  const expression = new RegExp(`^${pattern}$`, "su");
  const literal = pieces.reduce((longest, piece) => (piece.length > longest.length ? piece : longest), "");
  return { literal: literal.replace(/ /g, ""), matches: (plainName) => expression.test(plainName) };
}

function referredTexts(element, attribute) {
  const ids = element.getAttribute(attribute);
  if (!ids) return [];
  const root = element.getRootNode();
  return ids.split(/\s+/).map((id) => root.getElementById?.(id)).filter(Boolean);
}

const NAMED_BY_OTHER_MEANS = "input, select, [aria-labelledby], slot";
const NAMED_BY_ATTRIBUTE = "img, [aria-label], [title]";
const NAMES = ["aria-label", "title", "placeholder", "alt", "label"];

// All texts that could make the name, without blanks: it holds the wanted words, or the name does not. Null when only the
// whole computation can tell.
function textsOf(element) {
  if (element.shadowRoot) return null;
  const texts = [];
  for (const name of NAMES) if (element.hasAttribute(name)) texts.push(element.getAttribute(name));
  if (element instanceof HTMLInputElement && /^(button|submit|reset|image)$/i.test(element.type)) {
    // A browser names an unlabelled submit button by itself, in its own language.
    if (!element.value) return null;
    texts.push(element.value);
  }
  const sources = element.labels?.length ? [element, ...element.labels] : [element];
  if (element.hasAttribute("aria-labelledby")) sources.push(...referredTexts(element, "aria-labelledby"));
  for (const source of sources) {
    if (source.firstElementChild) {
      for (const other of source.querySelectorAll(NAMED_BY_OTHER_MEANS)) if (other !== element) return null;
      for (const named of source.querySelectorAll(NAMED_BY_ATTRIBUTE)) {
        for (const name of NAMES) if (named.hasAttribute(name)) texts.push(named.getAttribute(name));
      }
    }
    texts.push(source.textContent);
  }
  return texts.map((text) => plainOnce(text.slice(0, LONGEST_NAME))).join("").replaceAll(" ", "");
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
