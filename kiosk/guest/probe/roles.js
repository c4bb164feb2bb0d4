// Which elements can have a role. One narrow CSS query per role comes first, so that names, which are dear to
// compute, are computed for a handful of candidates only. An explicit `role` attribute always wins.

const INPUTS_WITH_THEIR_OWN_ROLE = [
  "button", "checkbox", "color", "file", "hidden", "image", "number", "password", "radio", "range", "reset", "search",
  "submit",
];
// Dates, times and telephone numbers have no role of their own in ARIA: to a person they are boxes to write in.
const WRITABLE_INPUT = "input" + INPUTS_WITH_THEIR_OWN_ROLE.map((type) => `:not([type="${type}" i])`).join("");

const IMPLICIT_ROLE_QUERIES = {
  alert: "",
  button: 'button, summary, input:is([type="button" i], [type="submit" i], [type="reset" i], [type="image" i])',
  checkbox: 'input[type="checkbox" i]',
  combobox: 'select:not([multiple]):not([size]), select[size="1"], input[list]',
  dialog: "dialog[open]",
  alertdialog: "",
  article: "article",
  cell: "td",
  columnheader: "th",
  complementary: "aside",
  grid: "",
  gridcell: "",
  menu: "",
  menuitemcheckbox: "",
  menuitemradio: "",
  progressbar: "progress",
  radiogroup: "",
  row: "tr",
  rowheader: 'th[scope="row" i]',
  search: "search",
  slider: 'input[type="range" i]',
  table: "table",
  tablist: "",
  tabpanel: "",
  tree: "",
  treeitem: "",
  document: "html",
  file: 'input[type="file" i]',
  form: "form",
  group: "fieldset, details, optgroup",
  heading: "h1, h2, h3, h4, h5, h6",
  img: "img, svg",
  link: "a[href], area[href]",
  list: "ul, ol, menu",
  listbox: 'select[multiple], select[size]:not([size="1"])',
  listitem: "li",
  main: "main",
  menuitem: "",
  navigation: "nav",
  option: "option",
  // A password box stays one after the page's "show" button turned it into plain text.
  password: 'input[type="password" i], input[autocomplete*="password" i]',
  radio: 'input[type="radio" i]',
  region: "section[aria-label], section[aria-labelledby]",
  searchbox: 'input[type="search" i]',
  spinbutton: 'input[type="number" i]',
  status: "output",
  switch: "",
  tab: "",
  textbox: `${WRITABLE_INPUT}:not([list]), textarea, [contenteditable=""], [contenteditable="true"]`,
};

const EXPLICIT_ALIASES = { dialog: ["alertdialog"], group: ["radiogroup"] };

function roleQuery(role) {
  const explicit = [role, ...(EXPLICIT_ALIASES[role] ?? [])].map((name) => `[role~="${name}"]`);
  const implicit = IMPLICIT_ROLE_QUERIES[role];
  return (implicit ? [implicit, ...explicit] : explicit).join(", ");
}

function hasRole(element, role) {
  const given = element.getAttribute("role");
  if (!given) return true;
  const written = given.trim().toLowerCase().split(/\s+/)[0];
  if (!written || written === "presentation" || written === "none") return true;
  if (role === "file" || role === "password") return true;
  return written === role || (EXPLICIT_ALIASES[role] ?? []).includes(written);
}
