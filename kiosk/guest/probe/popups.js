// A list or a calendar that a page's field has opened is closed without a choice, and the page does not hear of it.

const TOLD_BY_CLOSING = ["input", "change", "blur", "focus", "focusin", "focusout"];
let closing = false;

for (const name of TOLD_BY_CLOSING) {
  addEventListener(name, (event) => { if (closing) event.stopImmediatePropagation(); }, { capture: true });
}

// Closed by anything, Escape too, Chromium's list takes what the arrows last lit: the field's own choice is put back
// before anybody hears of the other.
function closeList(select) {
  const chosen = [...select.options].map((option) => option.selected);
  closing = true;
  try {
    select.blur();
    chosen.forEach((was, index) => {
      const option = select.options[index];
      if (option.selected !== was && (was || select.multiple)) option.selected = was;
    });
    if (!select.multiple && !chosen.includes(true)) select.selectedIndex = -1;
    select.focus({ preventScroll: true });
  } finally {
    closing = false;
  }
}

// A field that is not there for an instant loses its calendar, and keeps its value and the focus.
function closeCalendar(field) {
  const before = [field.style.getPropertyValue("display"), field.style.getPropertyPriority("display")];
  field.style.setProperty("display", "none", "important");
  field.getBoundingClientRect();
  if (before[0]) field.style.setProperty("display", ...before);
  else field.style.removeProperty("display");
  if (field.getAttribute("style") === "") field.removeAttribute("style");
  field.getBoundingClientRect();
}

function closePopup() {
  const field = deepFocus();
  if (field instanceof HTMLSelectElement) closeList(field);
  else if (field instanceof HTMLInputElement) closeCalendar(field);
}
