// Nothing is dragged out of its place in a page: a text, a link or a picture let go elsewhere opens or fills something
// that nobody chose. Sliders and lists that a page moves by itself with the pointer are not touched.

addEventListener("dragstart", (event) => event.preventDefault(), { capture: true });
