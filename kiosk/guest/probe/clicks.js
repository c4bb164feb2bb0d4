// A button pressed on the page and let go far from it, as a brake does, is no click. Chromium gives one all the same, to
// what holds both places: a page that listens to the whole document would take it for a choice.

const isOutside = ({ clientX: x, clientY: y }) => x < 0 || y < 0 || x >= innerWidth || y >= innerHeight;

for (const name of ["click", "auxclick", "dblclick"]) {
  addEventListener(
    name,
    (event) => {
      if (event.isTrusted && event.detail > 0 && isOutside(event)) {
        event.stopImmediatePropagation();
        event.preventDefault();
      }
    },
    { capture: true },
  );
}
