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
  return { literal: literal.replace(/ /g, ""), matches: (name) => expression.test(plain(name)) };
}

function referredTexts(element, attribute) {
  const ids = element.getAttribute(attribute);
  if (!ids) return [];
  const root = element.getRootNode();
  return ids.split(/\s+/).map((id) => root.getElementById?.(id)).filter(Boolean);
}

const NAMED_BY_OTHER_MEANS = "img, svg, input, select, [aria-label], [aria-labelledby], [title], slot";

// False only when no text that could make the name holds the wanted words.
function couldBeNamed(element, literal) {
  if (literal === "" || element.shadowRoot) return true;
  const sources = [element, ...(element.labels ?? []), ...referredTexts(element, "aria-labelledby")];
  if (sources.some((source) => source.querySelector(NAMED_BY_OTHER_MEANS))) return true;
  const attributes = ["aria-label", "title", "placeholder", "alt", "label"].map((name) => element.getAttribute(name));
  const shown = element instanceof HTMLInputElement && /^(button|submit|reset|image)$/i.test(element.type);
  const own = [...attributes, shown ? element.value || element.type : null];
  const texts = [...own, ...sources.map((source) => source.textContent.slice(0, 4 * LONGEST_NAME))];
  // A browser names an unlabelled submit button by itself, in its own language.
  if (shown && !element.value) return true;
  return texts.some((text) => text && plain(text).replace(/ /g, "").includes(literal));
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
