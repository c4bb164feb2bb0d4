// Has the person filled a field in? Only yes or no ever leaves this file: never a value, a length or a choice.
// A text counts once it is settled, so that the guide never moves on in the middle of a word.

const SETTLED_AFTER_MS = 4000;
const lastInputs = new WeakMap();
const touched = new WeakSet();

function noteInput(event) {
  const field = event.composedPath()[0];
  if (!(field instanceof Element)) return;
  touched.add(field);
  // The browser says "change" once the person has finished with the field, by Enter too.
  lastInputs.set(field, event.type === "change" ? -Infinity : performance.now());
}

function focusedElement() {
  if (!document.hasFocus()) return null;
  let focused = document.activeElement;
  while (focused?.shadowRoot?.activeElement) focused = focused.shadowRoot.activeElement;
  return focused;
}

function breaksItsOwnRules({ patternMismatch, tooShort, tooLong, typeMismatch, badInput, rangeUnderflow, rangeOverflow }) {
  return patternMismatch || tooShort || tooLong || typeMismatch || badInput || rangeUnderflow || rangeOverflow;
}

// The field's own rules say that nothing can be added: "7 digits", and 7 are there.
function isFull(field) {
  const { value, maxLength, pattern } = field;
  if (maxLength > 0 && value.length >= maxLength) return true;
  if (!pattern || field.validity.patternMismatch) return false;
  try {
    const rule = new RegExp(`^(?:${pattern})$`, "v");
    return !["0", "a", " "].some((more) => rule.test(value + more));
  } catch {
    return false;
  }
}

function isTextFilled(field) {
  if (field.value === "" || breaksItsOwnRules(field.validity)) return false;
  if (focusedElement() !== field || isFull(field)) return true;
  return performance.now() - (lastInputs.get(field) ?? -Infinity) >= SETTLED_AFTER_MS;
}

function isGroupFilled(group) {
  const fields = [...group.querySelectorAll("input, select, textarea")].filter(
    (field) => !field.disabled && field.type !== "hidden" && !(field instanceof HTMLInputElement && isButton(field)),
  );
  const radios = fields.filter((field) => field.type === "radio");
  const boxes = fields.filter((field) => field.type === "checkbox");
  const others = fields.filter((field) => !radios.includes(field) && !boxes.includes(field));
  const names = new Set(radios.map((radio) => radio.name));
  const answered = [...names].every((name) => radios.some((radio) => radio.name === name && radio.checked));
  const ticked = boxes.length === 0 || radios.length + others.length > 0 || boxes.some((box) => box.checked);
  return fields.length > 0 && answered && ticked && others.every((field) => isFilled(field));
}

// What a list shows when nobody has chosen is no choice.
function isChosen(select) {
  if (select.selectedIndex < 0 || select.value === "") return false;
  return select.selectedIndex > 0 || touched.has(select) || select.options[0].defaultSelected;
}

function isButton(input) {
  return /^(button|submit|reset|image)$/i.test(input.type);
}

function isFilled(element) {
  if (element instanceof HTMLSelectElement) return isChosen(element);
  if (element instanceof HTMLOptionElement) return element.selected;
  if (element instanceof HTMLTextAreaElement) return isTextFilled(element);
  if (element instanceof HTMLInputElement) {
    if (/^(checkbox|radio)$/i.test(element.type)) return element.checked;
    if (/^file$/i.test(element.type)) return element.files.length > 0;
    return !isButton(element) && isTextFilled(element);
  }
  for (const state of ["aria-checked", "aria-selected", "aria-pressed"]) {
    if (element.hasAttribute(state)) return element.getAttribute(state) === "true";
  }
  if (element.isContentEditable) return element.textContent.trim() !== "" && focusedElement() !== element;
  if (/^(FIELDSET)$/.test(element.tagName) || /group/.test(element.getAttribute("role") ?? "")) {
    return isGroupFilled(element);
  }
  return false;
}
