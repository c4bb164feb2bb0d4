// Is a field secret: a password, a one-time code, a bank card? Once secret, a field stays so, even when a page's "show"
// button turns it into plain text. No value leaves this file, and no name: a field is remembered by a number.

const STRONGLY_SECRET =
  'input[type="password" i], :is(input, select, textarea):is([autocomplete*="password" i], [autocomplete*="one-time-code" i], [autocomplete*="cc-" i])';
const BOX_TO_WRITE_IN = `${WRITABLE_INPUT}, input:is([type="password" i], [type="number" i], [type="search" i]), textarea`;
const FEWEST_DIGIT_BOXES = 4;
const DIGIT_BOX_REACH = 4; // ancestors
const LONGEST_CODE = 10;
const MOST_TOLD_MARKS = 24;

// Read in words without accents, capitals or marks. Identity and transport cards are no secrets, nor are postal codes.
const OTHER_CARDS =
  "(?:nationale|d identite|vitale|de sejour|de resident|grise|d electeur|electorale|d assure|d invalidite|mobilite|europeenne|d etudiant|etudiante|de transport|professionnelle|de fidelite)";
const SECRET_WORDS = new RegExp(
  [
    "mots? de passe|motdepasse|mdp|passwords?|passwd|pass ?word|pwd|passphrase|phrase secrete|pass ?code",
    "codes? (?:recus?|secrets?|confidentiels?|personnels?|uniques?|temporaires?|provisoires?|pin|otp|sms|envoyes?|a usage unique"
      + "|de (?:la )?(?:verification|securite|confirmation|validation|connexion)|d (?:acces|authentification|activation|identification)"
      + "|(?:a|de) (?:\\d+|quatre|six|huit) chiffres|par (?:sms|e ?mail|courriel))",
    "(?:verification|security|confirmation|access|authentication|activation|one time|secret|sms|pin|login|temporary) ?codes?",
    "one time (?:password|pin)|totp?|otp|otp ?code|2fa|mfa|pin|nip",
    "cryptogrammes?|cvv ?2?|cvc ?2?|csc|card (?:verification|security)(?: \\w+)?|card ?num(?:ber)?|card ?no|cc ?num(?:ber)?|pan",
    `(?:numero|n|no) (?:de )?(?:la |votre |ma |sa )?carte(?! (?:nationale )?${OTHER_CARDS})`,
    "cartes? (?:bancaires?|bleues?|de credit|de paiement)|(?:credit|debit|bank|payment) ?cards?",
  ].map((words) => `\\b(?:${words})\\b`).join("|"),
  "u",
);
const ORDINARY_CODES = /\b(?:postal|postale|insee|commune|naf|ape|departement|pays|promo|promotionnel|zip|post|country|region)\b/u;

const known = new WeakSet(); // secret fields of this document
let knowsAny = false; // most documents never have one
let remembered = new Set(); // marks of secret fields of the whole session, from the guest

function inWords(text) {
  return plain(text.replace(/([a-z])([A-Z])/g, "$1 $2")).replace(/[^\p{L}\p{N}]+/gu, " ").trim();
}

function isWrittenIn(element) {
  return element.matches(BOX_TO_WRITE_IN) || element.isContentEditable === true;
}

function labelsOf(element) {
  const texts = [...(element.labels ?? []), ...referredTexts(element, "aria-labelledby"), ...referredTexts(element, "aria-describedby")];
  const legend = element.closest("fieldset")?.querySelector("legend");
  return [...texts, legend].filter(Boolean).map((label) => label.textContent.slice(0, LONGEST_NAME));
}

function ownWords(element) {
  return ["id", "name", "aria-label", "placeholder", "title"].map((name) => element.getAttribute(name) ?? "");
}

function saysSecret(element) {
  const words = [...ownWords(element), ...labelsOf(element)].map((text) => inWords(text));
  if (words.some((text) => SECRET_WORDS.test(text))) return true;
  const digits = /^(numeric|decimal|tel)$/i.test(element.inputMode ?? "") || /^(tel|number)$/i.test(element.type ?? "");
  const short = element.maxLength > 0 && element.maxLength <= LONGEST_CODE;
  return digits && short && words.some((text) => /\bcode\b/u.test(text)) && !words.some((text) => ORDINARY_CODES.test(text));
}

// Codes are often asked for in boxes of one digit each.
function isDigitBox(element) {
  if (element.maxLength !== 1) return false;
  let around = element;
  for (let i = 0; i < DIGIT_BOX_REACH && around; i++) {
    around = parentAcrossShadow(around);
    if (around && around.querySelectorAll('input[maxlength="1"]').length >= FEWEST_DIGIT_BOXES) return true;
  }
  return false;
}

function isMasked(element) {
  const shape = getComputedStyle(element).webkitTextSecurity;
  return shape !== undefined && shape !== "none";
}

// A number for a field, the same after the page has built it again: where it is and what it is called.
function markOf(element) {
  const own = element.id || element.getAttribute("name");
  if (!own) return "";
  const text = [location.origin, own, inWords(nameOf(element, "textbox"))].join("\n");
  let high = 0xdeadbeef;
  let low = 0x41c6ce57;
  for (let i = 0; i < text.length; i++) {
    high = Math.imul(high ^ text.charCodeAt(i), 2654435761);
    low = Math.imul(low ^ text.charCodeAt(i), 1597334677);
  }
  return (low >>> 0).toString(36) + (high >>> 0).toString(36);
}

function isSecret(element) {
  if (known.has(element)) return true;
  if (!element.matches(STRONGLY_SECRET)) {
    if (!isWrittenIn(element)) return false;
    const told = saysSecret(element) || isDigitBox(element) || isMasked(element);
    if (!told && !(remembered.size && remembered.has(markOf(element) || null))) return false;
  }
  makeKnown(element);
  return true;
}

function makeKnown(field) {
  known.add(field);
  knowsAny = true;
}

function secretFields(roots) {
  const found = [];
  for (const root of roots) {
    for (const field of root.querySelectorAll(STRONGLY_SECRET)) makeKnown(field);
    if (!knowsAny) continue;
    for (const field of root.querySelectorAll("input, select, textarea, [contenteditable]")) if (known.has(field)) found.push(field);
  }
  return found;
}

function filledSecrets(roots) {
  return secretFields(roots).filter((field) => (field.value ?? field.textContent) !== "");
}
