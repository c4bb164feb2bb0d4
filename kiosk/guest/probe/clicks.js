// A button pressed on the page and let go far from it, as a brake does, is no click. Chromium gives one all the same, to
// what holds both places: a page that listens to the whole document would take it for a choice.

const isOutside = ({ clientX: x, clientY: y }) => x < 0 || y < 0 || x >= innerWidth || y >= innerHeight;

// A finger cannot be let go of elsewhere, as a mouse can: what rested on the page when its person was stopped clicks
// nothing when it is lifted.
let fingerCame = 0;
let fingersStopped = -1;
const stopFingers = () => {
  fingersStopped = performance.now();
};

addEventListener(
  "pointerdown",
  (event) => {
    if (event.pointerType === "touch") fingerCame = performance.now();
  },
  { capture: true },
);

const isStopped = ({ pointerType }) => pointerType === "touch" && fingerCame <= fingersStopped;

for (const name of ["click", "auxclick", "dblclick"]) {
  addEventListener(
    name,
    (event) => {
      if (event.isTrusted && event.detail > 0 && (isOutside(event) || isStopped(event))) {
        event.stopImmediatePropagation();
        event.preventDefault();
      }
    },
    { capture: true },
  );
}
