// The focus is never lost: not when a row comes, moves or goes, and not when a button does its work and vanishes.
const REACHED = "input, textarea, select, button:not(:disabled), a[href], summary";

// Rows that come through a click are where the person wants to write.
function expectRow(view, list) {
  if (list) view.expects = { list, known: new Set(list.querySelectorAll(".cp-row")) };
}

function focusNew(view) {
  const fresh = [...(view.expects?.list.querySelectorAll(".cp-row") ?? [])].find((row) => !view.expects.known.has(row));
  if (!fresh) return;
  view.expects = null;
  firstInput(fresh)?.focus();
}

// Where the focus is, for what happens next; null where it is outside of `within`.
const held = (within) => (within.contains(document.activeElement) ? document.activeElement : null);

// Where to go on from a removed element: in the next row, else with what is left beside it, else right before it.
function after(el) {
  if (el.classList.contains("cp-row")) {
    const row = neighbour(el, "nextElementSibling") ?? neighbour(el, "previousElementSibling");
    return (row && firstInput(row)) ?? el.closest(".cp-rows")?.querySelector(":scope > .cp-add");
  }
  const beside = [...el.parentElement.querySelectorAll(REACHED)].filter((one) => !el.contains(one));
  return beside[0] ?? before(el);
}

function before(el) {
  const all = [...(el.closest(".cp-view")?.querySelectorAll(REACHED) ?? [])].filter((one) => !el.contains(one));
  const ahead = all.filter((one) => el.compareDocumentPosition(one) & Node.DOCUMENT_POSITION_PRECEDING);
  return ahead[ahead.length - 1] ?? all[0];
}

// Lab's keys work wherever the focus is not in a text box: d twice deletes the cell that shows the form, Shift+Enter
// runs it again. Of all of them only saving, finding, the side bar and the list of commands are left to it.
const SUPPRESS = "data-lm-suppress-shortcuts"; // Lab's own sign for an element that keeps its keys to itself

function ownKeys(view, event) {
  if (!view.root.contains(event.target)) return;
  event.target.toggleAttribute(SUPPRESS, !labs(event));
}

function labs(event) {
  const key = event.key.toLowerCase();
  const command = (event.ctrlKey || event.metaKey) && !event.altKey;
  return command && (event.shiftKey ? key === "c" : ["s", "f", "b"].includes(key));
}
