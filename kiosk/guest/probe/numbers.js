// The numbers of a request that the page shows ("Numéro de dossier : 2026-1234"), for the person's receipt. Only texts
// that a person can see, never what stands in a field, and nothing near words that speak of a secret.

const MOST_TEXTS = 20000;
const MOST_NUMBERS = 6;
const LONGEST_NUMBER = 40;
const FEWEST_SIGNS = 5;
const FEWEST_DIGITS = 3;
const TEXTS_AFTER = 2; // the number may stand in the next cell, or in bold of its own
const REACH = 80; // letters

const NO_TEXT_IN = "script, style, noscript, template, textarea, select, datalist, [contenteditable]:not([contenteditable=false i]), svg";
const NUMBER_WORDS = new RegExp(
  "\\b(?:numeros?|n[o°]|ref|references?|dossiers?|demandes?|confirmations?|suivi|recepisses?|enregistrements?|accuse de reception"
    + "|request|case|tracking)(?!\\p{L})",
  "u",
);
const OTHER_NUMBERS = /\b(?:telephone|tel|appel(?:ez|er)?|gratuit|fax|surtaxe|siret|siren|securite sociale|carte|compte|iban|bic)\b/u;
// In one piece, or with marks; blanks only between figures, and after a few capitals: "CAF 12 345".
const NUMBER = /(?<![\p{L}\p{N}])[A-Za-z0-9]+(?:(?:[./_-]|(?<=\d|(?<![\p{L}\p{N}])[A-Z]{1,4}) (?=\d))[A-Za-z0-9]+)*(?![\p{L}\p{N}])/gu;
const AMOUNT = /^ ?(?:,\d\d ?)?(?:€|euros?|eur\b|%)/i;
const DATE = /^(?:\d{1,2}[./ -]\d{1,2}[./ -]\d{2,4}|\d{4}[./-]\d{1,2}[./-]\d{1,2})$/;
const PHONE = /^(?:0|33 ?)[1-9](?:[ .]?\d\d){4}$|^0 ?8\d\d(?: ?\d{3}){2}$/;

function lookLikeWords(text) {
  return plain(text.slice(0, LONGEST_NAME)).replace(/[^\p{L}\p{N}°]+/gu, " ");
}

function isShownText(node, seen) {
  const parent = node.parentElement ?? node.getRootNode().host;
  if (!parent) return false;
  if (!seen.has(parent)) {
    const visible = parent.checkVisibility({ visibilityProperty: true, contentVisibilityAuto: true, opacityProperty: true });
    seen.set(parent, visible && !parent.closest(NO_TEXT_IN) && !isMasked(parent) && !isHiddenByAnAncestor(parent));
  }
  return seen.get(parent);
}

function textsShown(roots) {
  const seen = new Map();
  const found = [];
  for (const root of roots) {
    const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
    for (let left = MOST_TEXTS; left > 0 && walker.nextNode(); left--) {
      const text = walker.currentNode.data;
      if (text.trim() !== "" && isShownText(walker.currentNode, seen)) found.push(text.replace(/\s+/gu, " ").slice(0, LONGEST_NAME));
    }
  }
  return found;
}

function numbersIn(text) {
  const found = [...text.matchAll(NUMBER)].filter((match) => !AMOUNT.test(text.slice(match.index + match[0].length)));
  return found.map(([number]) => number).filter((number) => {
    const digits = number.replace(/\D/g, "").length;
    const long = number.length >= FEWEST_SIGNS && number.length <= LONGEST_NUMBER;
    return long && digits >= FEWEST_DIGITS && !DATE.test(number) && !PHONE.test(number);
  });
}

// A text that names a number, with what follows it: the number comes after its name.
function numbersNear(texts, index) {
  const words = lookLikeWords(texts[index]);
  if (!NUMBER_WORDS.test(words) || SECRET_WORDS.test(words) || OTHER_NUMBERS.test(words)) return [];
  const own = numbersIn(texts[index]);
  if (own.length) return own;
  for (const next of texts.slice(index + 1, index + 1 + TEXTS_AFTER)) {
    const following = lookLikeWords(next);
    if (SECRET_WORDS.test(following) || OTHER_NUMBERS.test(following)) return [];
    const numbers = numbersIn(next.slice(0, REACH));
    if (numbers.length) return numbers.slice(0, 1);
  }
  return [];
}

function numbersShown(roots) {
  const secrets = new Set(filledSecrets(roots).map((field) => field.value ?? field.textContent));
  const texts = textsShown(roots);
  const found = new Set();
  for (let index = 0; index < texts.length && found.size < MOST_NUMBERS; index++) {
    for (const number of numbersNear(texts, index)) {
      if (found.size < MOST_NUMBERS && ![...secrets].some((secret) => number.includes(secret))) found.add(number);
    }
  }
  return [...found];
}
