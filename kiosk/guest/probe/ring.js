// The guide's ring: a mark around the field and its label, with one short word beside it. It lives in a closed
// shadow root in the browser's top layer, takes no click, is silent to screen readers, and never lies over what it
// points at. Everything is built with DOM calls and CSSOM, which a strict Content-Security-Policy does not block.

const RING_GAP = 8; // CSS px between the box pointed at and the ink
const RING_INK = 4;
const RING_MARK = 7;
const LABEL_REACH = 90; // a label further from its field than this is not wrapped in
const SETTLE_MS = 160;
const LOOK_AGAIN_MS = [40, 120]; // a page that moves its parts slowly begins after it was changed
const HOLD_MS = 2000; // a page's own script may scroll after this: it often goes to its first mistake
const EDGE = 4; // the tag keeps this far from the edge of the page

const RING_SHEET = `
  .ring { position: absolute; box-sizing: border-box; border-style: solid; }
  .tag { position: absolute; display: flex; align-items: center; white-space: nowrap; font-weight: 600;
         line-height: 1.2; font-family: "Atkinson Hyperlegible Next", "IBM Plex Sans Arabic", sans-serif; }
  .tag::before { content: ""; position: absolute; inset-inline-start: 1.1em; bottom: 100%;
                 border: 0.45em solid transparent; border-bottom-color: inherit; border-top-width: 0; }
  .tag.on-border::before { display: none; }
  svg { flex: none; width: 1.2em; height: 1.2em; fill: none; stroke: currentColor; stroke-width: 2;
        stroke-linecap: round; stroke-linejoin: round; }
`;

function union(first, second) {
  const left = Math.min(first.left, second.left);
  const top = Math.min(first.top, second.top);
  return new DOMRect(
    left, top, Math.max(first.right, second.right) - left, Math.max(first.bottom, second.bottom) - top,
  );
}

// A label often is as wide as its column: what counts is where its words are.
function wordsBox(label) {
  if (!shownBox(label)) return null;
  const words = document.createRange();
  words.selectNodeContents(label);
  const box = words.getBoundingClientRect();
  return isTooSmall(box) ? null : box;
}

function overlap(box, left, top, width, height) {
  return box.left < left + width && box.right > left && box.top < top + height && box.bottom > top;
}

function boxWithLabel(element) {
  let whole = shownBox(element);
  if (!whole) return null;
  for (const label of [...(element.labels ?? []), ...referredTexts(element, "aria-labelledby")]) {
    const box = wordsBox(label);
    if (!box) continue;
    const joined = union(whole, box);
    const gap = Math.max(joined.height - whole.height - box.height, joined.width - whole.width - box.width);
    if (gap <= LABEL_REACH) whole = joined;
  }
  return whole;
}

function svgIcon(shapes) {
  const space = "http://www.w3.org/2000/svg";
  const icon = document.createElementNS(space, "svg");
  icon.setAttribute("viewBox", "0 0 24 24");
  for (const [name, attributes] of shapes) {
    const shape = document.createElementNS(space, name);
    for (const [key, value] of Object.entries(attributes)) shape.setAttribute(key, value);
    icon.append(shape);
  }
  return icon;
}

class Ring {
  #host = null;
  #outline = null;
  #tag = null;
  #element = null;
  #look = null;
  #drawn = "";
  #looks = 0;
  #timer = 0;
  #frame = 0;
  #touched = false;
  #heldUntil = 0;

  constructor() {
    const touched = () => { this.#touched = true; };
    for (const gesture of ["wheel", "touchmove", "keydown", "pointerdown"]) {
      addEventListener(gesture, touched, { capture: true, passive: true });
    }
  }

  // Point at `element`. The page scrolls until the person touches it, never against their own scrolling.
  point(element, look) {
    const changed = element !== this.#element || JSON.stringify(look) !== JSON.stringify(this.#look);
    if (changed) this.#aim(element, look);
    this.follow();
  }

  #aim(element, look) {
    const moved = element !== this.#element;
    this.#element = element;
    this.#look = look;
    this.#build();
    if (moved) this.#holdInView();
    this.#drawn = "";
    if (look.motion) this.#outline.animate([{ opacity: 0 }, { opacity: 1 }], { duration: SETTLE_MS, easing: "ease-out" });
  }

  clear() {
    cancelAnimationFrame(this.#frame);
    clearTimeout(this.#timer);
    this.#frame = 0;
    this.#host?.remove();
    this.#host = this.#element = this.#look = null;
  }

  // Something may have moved: draw with the next frame, and each frame as long as something moves. In between, looks
  // that ask for no frame: a page in which a person types has better things to draw.
  follow() {
    this.#looks = 0;
    if (this.#element && !this.#frame) this.#frame = requestAnimationFrame(() => this.#step());
  }

  #step() {
    this.#frame = 0;
    if (!this.#element) return;
    if (this.#draw()) this.follow();
    else this.#lookLater();
  }

  #lookLater() {
    clearTimeout(this.#timer);
    if (this.#looks >= LOOK_AGAIN_MS.length) return;
    this.#timer = setTimeout(() => {
      if (!this.#element || this.#frame) return;
      if (this.#draw()) this.follow();
      else this.#lookLater();
    }, LOOK_AGAIN_MS[this.#looks++]);
  }

  #build() {
    this.#host?.remove();
    this.#host = document.createElement("div");
    this.#host.ariaHidden = "true";
    this.#host.popover = "manual";
    const style = { position: "fixed", inset: "0 auto auto 0", width: "0", height: "0", margin: "0", padding: "0",
      border: "0", background: "none", overflow: "visible", "pointer-events": "none", display: "block",
      visibility: "visible", opacity: "1", transform: "none", direction: "ltr" };
    for (const [name, value] of Object.entries(style)) this.#host.style.setProperty(name, value, "important");
    const root = this.#host.attachShadow({ mode: "closed" });
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(RING_SHEET);
    root.adoptedStyleSheets = [sheet];
    this.#outline = document.createElement("div");
    this.#outline.className = "ring";
    this.#tag = this.#buildTag();
    root.append(this.#outline, this.#tag);
    this.#show();
  }

  #buildTag() {
    const { text, icon, colours, size, rtl } = this.#look;
    const tag = document.createElement("div");
    tag.className = "tag";
    tag.dir = rtl ? "rtl" : "ltr";
    tag.append(svgIcon(icon), document.createTextNode(text));
    Object.assign(tag.style, { background: colours.ink, borderColor: colours.ink, color: colours.paper,
      fontSize: `${size}px`, padding: "0.5em 0.8em", gap: "0.55em", borderRadius: "8px" });
    return tag;
  }

  // The top layer keeps the ring above a page's own dialogs.
  #show() {
    (document.documentElement ?? document).append(this.#host);
    this.#host.showPopover?.();
  }

  #bringIntoView(first = false) {
    const box = boxWithLabel(this.#element);
    if (!box) return;
    const margin = RING_GAP + RING_INK + RING_MARK;
    const seen = box.top >= margin && box.bottom <= innerHeight - margin && box.left >= 0 && box.right <= innerWidth;
    // The call is repeated by Chromium in the parent frames, other origins included.
    if (!seen) {
      this.#element.scrollIntoView({ block: "center", inline: "nearest", behavior: "instant" });
    } else if (window !== window.top) {
      if (first) this.#bringRingIntoView(margin);
      else this.#element.scrollIntoView({ block: "nearest", inline: "nearest", behavior: "instant" });
    }
  }

  // In a frame nobody knows what the page around it cuts off: the ring's own room is asked for with the element's.
  // Once: it touches the page's element, if only for as long as the call takes.
  #bringRingIntoView(margin) {
    const { style } = this.#element;
    const bare = !this.#element.hasAttribute("style");
    const own = style.scrollMargin;
    style.scrollMargin = `${margin}px`;
    this.#element.scrollIntoView({ block: "nearest", inline: "nearest", behavior: "instant" });
    style.scrollMargin = own;
    if (bare && this.#element.hasAttribute("style")) this.#element.removeAttribute("style");
  }

  // At once, and not in a frame: a frame of another site gets none while it is out of sight.
  #holdInView() {
    this.#touched = false;
    this.#heldUntil = performance.now() + HOLD_MS;
    this.#bringIntoView(true);
  }

  // A page that still builds itself moves its fields: the target is brought back, until the person takes over.
  #keepInView() {
    if (document.readyState !== "complete") this.#heldUntil = performance.now() + HOLD_MS;
    if (!this.#touched && performance.now() < this.#heldUntil) this.#bringIntoView();
  }

  // True when something moved since the last frame.
  #draw() {
    this.#keepInView();
    const box = boxWithLabel(this.#element);
    this.#host.style.setProperty("visibility", box ? "visible" : "hidden", "important");
    if (!box) return this.#changed("hidden");
    if (!this.#host.isConnected) this.#show();
    const position = [box.left, box.top, box.width, box.height, innerWidth, innerHeight].map(Math.round).join();
    if (!this.#changed(position)) return false;
    const { colours } = this.#look;
    const around = this.#around(box);
    Object.assign(this.#outline.style, {
      left: `${around.left}px`, top: `${around.top}px`, width: `${around.width}px`, height: `${around.height}px`,
      borderColor: colours.ink, borderWidth: `${RING_INK}px`, borderRadius: "10px",
      boxShadow: `0 0 0 ${RING_MARK}px ${colours.mark}`,
    });
    this.#placeTag(box, around);
    return true;
  }

  // The ink's outer edge. At the edge of the page the ring comes nearer rather than leave the screen.
  #around(box) {
    const reach = (room) => Math.max(RING_INK, Math.min(RING_GAP + RING_INK, room - RING_MARK));
    const left = box.left - reach(box.left);
    const top = box.top - reach(box.top);
    const right = box.right + reach(innerWidth - box.right);
    const bottom = box.bottom + reach(innerHeight - box.bottom);
    return new DOMRect(left, top, right - left, bottom - top);
  }

  #changed(position) {
    const changed = position !== this.#drawn;
    this.#drawn = position;
    return changed;
  }

  #placeTag(box, around) {
    const { rtl } = this.#look;
    const width = this.#tag.offsetWidth;
    const height = this.#tag.offsetHeight;
    const inside = (left) => Math.max(EDGE, Math.min(left, innerWidth - width - EDGE));
    const below = { left: inside(rtl ? box.right - width : around.left + 8), top: around.bottom + RING_MARK + 9 };
    const above = { left: inside(rtl ? around.left + 20 : around.right - width - 20), top: box.top - height - 1 };
    // Beside the words of the label, which seldom are as wide as their field.
    const inset = { left: above.left, top: Math.max(EDGE, around.top - RING_MARK) };
    const beside = {
      left: rtl ? around.left - RING_MARK - 9 - width : around.right + RING_MARK + 9,
      top: (around.top + around.bottom - height) / 2,
    };
    const place = [below, above, inset, beside].find((each) => this.#isFree(each, width, height));
    // Nowhere without hiding something: the ring says where, and the panel says what.
    this.#tag.style.visibility = place ? "" : "hidden";
    if (!place) return;
    this.#tag.classList.toggle("on-border", place !== below);
    Object.assign(this.#tag.style, { left: `${place.left}px`, top: `${place.top}px` });
  }

  #isFree(place, width, height) {
    const { left, top } = place;
    const seen = left >= 0 && left + width <= innerWidth && top >= EDGE && top + height <= innerHeight - EDGE;
    return seen && !this.#hidesSomething(place, width, height);
  }

  // Would a tag there lie over something that the person may want to use or read in a form?
  #hidesSomething({ left, top }, width, height) {
    for (const x of [left + 4, left + width / 2, left + width - 4]) {
      for (const y of [top + 4, top + height / 2, top + height - 4]) {
        const under = document.elementFromPoint(x, y);
        if (under?.closest("input, select, textarea, button, a[href], [role=button], [role=alert]")) return true;
        const words = under?.closest("label");
        if (words && overlap(wordsBox(words) ?? words.getBoundingClientRect(), left, top, width, height)) return true;
      }
    }
    return false;
  }
}
