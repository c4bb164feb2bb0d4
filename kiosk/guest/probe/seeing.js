// Can a person see an element, or reach it by scrolling? And which box on the screen belongs to it.

const SMALLEST_SIDE = 2; // smaller boxes are hidden on purpose: "visually hidden" text is one pixel wide

function parentAcrossShadow(element) {
  return element.parentElement ?? element.getRootNode().host ?? null;
}

function isTooSmall(box) {
  return box.width < SMALLEST_SIDE || box.height < SMALLEST_SIDE;
}

function isHiddenByAnAncestor(element) {
  for (let parent = element; parent; parent = parentAcrossShadow(parent)) {
    if (parent.getAttribute("aria-hidden") === "true" || parent.inert) return true;
    if (parent === element || parent === document.body || parent === document.documentElement) continue;
    if (getComputedStyle(parent).overflow !== "visible" && isTooSmall(parent.getBoundingClientRect())) return true;
  }
  return false;
}

function ownBox(element, transparentCounts) {
  const style = { visibilityProperty: true, contentVisibilityAuto: true, opacityProperty: !transparentCounts };
  if (!element.checkVisibility(style)) return null;
  const box = element.getBoundingClientRect();
  if (isTooSmall(box) || box.right + scrollX <= 0 || box.bottom + scrollY <= 0) return null;
  return isHiddenByAnAncestor(element) ? null : box;
}

// Two links to one page, two buttons that send one form: whichever is taken, the same happens.
function areTheSame(elements) {
  const acts = new Set(elements.map((element) => actOf(element)));
  return acts.size === 1 && !acts.has(null);
}

function actOf(element) {
  const link = element.closest("a[href]");
  if (link) return link.href.startsWith("http") ? link.href : null;
  if (!/^(submit|image)$/i.test(element.type ?? "") || !element.form) return null;
  const { form, name, value, formAction } = element;
  formNumbers.set(form, formNumbers.get(form) ?? ++formCount);
  return [formNumbers.get(form), name, name ? value : "", formAction].join("\n");
}

const formNumbers = new WeakMap();
let formCount = 0;

// Sites draw their own boxes and file buttons: the real input is transparent or tiny, and its label is what shows.
const OFTEN_REDRAWN = /^(checkbox|radio|file)$/i;

function shownBox(element) {
  const redrawn = element instanceof HTMLInputElement && OFTEN_REDRAWN.test(element.type);
  if (element instanceof HTMLOptionElement) return element.closest("select") && shownBox(element.closest("select"));
  const box = ownBox(element, redrawn);
  if (box || !redrawn) return box;
  for (const label of element.labels ?? []) {
    const labelBox = ownBox(label, false);
    if (labelBox) return labelBox;
  }
  return null;
}
