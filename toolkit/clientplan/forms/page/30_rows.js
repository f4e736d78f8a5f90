// Lists by keyboard: Enter for the next row, Ctrl+Enter for a new one, Alt with an arrow to move it; a paste fills cells.
function rowKeys(view, event) {
  const { target } = event;
  const row = target.closest?.(".cp-row");
  const list = row?.closest(".cp-rows");
  if (!list || !view.root.contains(list)) return;
  if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) {
    event.preventDefault();
    addRow(view, list, target);
  } else if (event.key === "Enter" && target.tagName === "INPUT") {
    event.preventDefault();
    let next = row.nextElementSibling; // what was removed leaves a line between
    while (next && !next.classList.contains("cp-row")) next = next.nextElementSibling;
    if (next) (same(next, target) ?? firstInput(next))?.focus();
    else addRow(view, list, target);
  } else if (event.altKey && (event.key === "ArrowUp" || event.key === "ArrowDown")) {
    event.preventDefault();
    leave(view, target);
    happen(view, row.dataset.id, "move", { by: event.key === "ArrowUp" ? -1 : 1 });
  }
}

function addRow(view, list, from) {
  leave(view, from);
  view.focusOn = { list, name: null };
  list.querySelector(":scope > .cp-add")?.click();
}

// After rows came: the new one is where the person wants to write.
function focusNew(view) {
  const wanted = view.focusOn;
  const rows = wanted ? wanted.list.querySelectorAll(".cp-row") : [];
  if (!wanted || !rows.length) return;
  view.focusOn = null;
  firstInput(rows[rows.length - 1])?.focus();
}

function pasted(view, event) {
  const row = event.target.closest?.(".cp-row");
  const name = event.target.dataset?.name;
  const text = event.clipboardData?.getData("text/plain") ?? "";
  if (!row || !name || event.target.tagName === "TEXTAREA" || !/[\t\n]/.test(text.trim())) return;
  event.preventDefault();
  happen(view, row.dataset.id, "paste", { name, text });
}

const same = (row, input) => input.dataset.name && row.querySelector(`[data-name="${CSS.escape(input.dataset.name)}"]`);
const firstInput = (row) => row.querySelector("input:not([type=checkbox]), textarea, select");

// What is in the field counts before anything else happens to its row.
function leave(view, input) {
  const entry = [...view.entries.values()].find((one) => one.input === input);
  if (entry?.quiet) commit(view, entry);
}
