// The mediator's "ici": a ring and a word where they pointed. It fades by itself, moves with what is under it, takes no
// press, and is silent to screen readers. Built as the guide's ring is: a closed root in the browser's top layer.

const HERE_MS = 4000;
const HERE_FADE_MS = 700;
const MOST_HERE = 5;

const HERE_SHEET = `
  .circle { position: absolute; box-sizing: border-box; translate: -50% -50%; border-style: solid; border-radius: 50%; }
  .word { position: absolute; display: flex; align-items: center; white-space: nowrap; font-weight: 600; line-height: 1.2;
          border-style: solid; border-radius: 999px;
          font-family: "Atkinson Hyperlegible Next", "IBM Plex Sans Arabic", sans-serif; }
`;

class Here {
  #marks = [];

  constructor() {
    const follow = () => this.#marks.forEach((mark) => this.#place(mark));
    addEventListener("scroll", follow, { capture: true, passive: true });
    addEventListener("resize", follow, { passive: true });
  }

  // At (x, y) in the window, in CSS px.
  show(x, y, look) {
    while (this.#marks.length >= MOST_HERE) this.#remove(this.#marks[0]);
    const under = document.elementFromPoint(x, y) ?? document.documentElement;
    const box = under.getBoundingClientRect();
    const mark = { ...this.#build(look), under, dx: x - box.left, dy: y - box.top, look };
    this.#marks.push(mark);
    (document.documentElement ?? document).append(mark.host);
    mark.host.showPopover?.();
    this.#place(mark);
    mark.timer = setTimeout(() => this.#fade(mark), look.motion ? HERE_MS - HERE_FADE_MS : HERE_MS);
  }

  clear() {
    [...this.#marks].forEach((mark) => this.#remove(mark));
  }

  #fade(mark) {
    if (!mark.look.motion) return this.#remove(mark);
    const fading = mark.host.animate([{ opacity: 1 }, { opacity: 0 }], { duration: HERE_FADE_MS, fill: "forwards" });
    fading.onfinish = () => this.#remove(mark);
    // A page out of sight draws no frame, and an animation there never ends.
    mark.timer = setTimeout(() => this.#remove(mark), 2 * HERE_FADE_MS);
  }

  #remove(mark) {
    clearTimeout(mark.timer);
    mark.host.remove();
    this.#marks = this.#marks.filter((other) => other !== mark);
  }

  #build({ text, colours, size, side, edge, rtl }) {
    const host = document.createElement("div");
    host.ariaHidden = "true";
    host.popover = "manual";
    const style = { position: "fixed", inset: "0 auto auto 0", width: "0", height: "0", margin: "0", padding: "0",
      border: "0", background: "none", overflow: "visible", "pointer-events": "none", display: "block",
      visibility: "visible", transform: "none", direction: "ltr", "forced-color-adjust": "none" };
    for (const [name, value] of Object.entries(style)) host.style.setProperty(name, value, "important");
    const root = host.attachShadow({ mode: "closed" });
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(HERE_SHEET);
    root.adoptedStyleSheets = [sheet];
    const circle = document.createElement("div");
    circle.className = "circle";
    Object.assign(circle.style, { width: `${side}px`, height: `${side}px`, borderWidth: `${2 * edge}px`,
      borderColor: colours.orange, boxShadow: `0 0 0 ${edge}px ${colours.line}, inset 0 0 0 ${edge}px ${colours.line}` });
    const word = document.createElement("div");
    word.className = "word";
    word.dir = rtl ? "rtl" : "ltr";
    word.append(text);
    Object.assign(word.style, { fontSize: `${size}px`, padding: "0.3em 0.7em", background: colours.orange,
      color: colours.ink, borderColor: colours.line, borderWidth: `${edge}px` });
    root.append(circle, word);
    return { host, circle, word };
  }

  #place(mark) {
    if (mark.under.isConnected) {
      const box = mark.under.getBoundingClientRect();
      mark.x = box.left + mark.dx;
      mark.y = box.top + mark.dy;
    }
    const { x, y, circle, word, look } = mark;
    Object.assign(circle.style, { left: `${x}px`, top: `${y}px` });
    const reach = look.side / 2 + 12;
    const [width, height] = [word.offsetWidth, word.offsetHeight];
    const right = x + reach + width <= innerWidth;
    const left = x - reach - width >= 0;
    const onRight = look.rtl ? right && !left : right;
    Object.assign(word.style, { left: `${onRight ? x + reach : x - reach - width}px`, top: `${Math.max(0, Math.min(y - height / 2, innerHeight - height))}px` });
  }
}
