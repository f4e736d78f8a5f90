// Lists by keyboard: Enter for the next row and Shift+Enter for the one before, Ctrl+Enter for a new one, Alt with an
// arrow to move it; a paste fills cells.
function rowKeys(view, event) {
  const { target } = event;
  const row = target.closest?.(".cp-row");
  const list = row?.closest(".cp-rows");
  if (!list || event.isComposing) return;
  if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) {
    event.preventDefault();
    addRow(view, list, target);
  } else if (event.key === "Enter" && target.tagName === "INPUT" && !event.altKey) {
    event.preventDefault();
    const next = neighbour(row, event.shiftKey ? "previousElementSibling" : "nextElementSibling");
    if (next) (same(next, target) ?? firstInput(next))?.focus();
    else if (!event.shiftKey) addRow(view, list, target);
  } else if (event.altKey && (event.key === "ArrowUp" || event.key === "ArrowDown")) {
    event.preventDefault();
    leave(view, target);
    happen(view, row.dataset.id, "move", { by: event.key === "ArrowUp" ? -1 : 1 });
  }
}

// What was removed leaves a line between.
function neighbour(row, towards) {
  let next = row[towards];
  while (next && !next.classList.contains("cp-row")) next = next[towards];
  return next;
}

function addRow(view, list, from) {
  leave(view, from);
  list.querySelector(":scope > .cp-add")?.click();
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
