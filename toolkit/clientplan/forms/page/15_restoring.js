// Drafts that an earlier page left, and what was changed elsewhere under somebody's hands: nothing is decided unasked.

// Only once the kernel said that the page shows the plan as it is: a page that was reloaded draws an old one first.
function restoreAll(view) {
  for (const entry of view.entries.values()) restore(view, entry);
  revive(view);
}

// A draft goes back into its field, unless the plan says something else by now.
function restore(view, entry) {
  if (entry.checked) return;
  const draft = entry.early ?? shelf.read(draftKey(entry));
  entry.checked = true;
  entry.early = null;
  if (!draft) return;
  if (draft.open) ask(view, entry, draft.open);
  const { value } = draft;
  if (!entry.offers(value)) return gone(entry, draft);
  if (entry.quiet || view.pending.has(entry.node.id)) {
    if (!alike(value, entry.read()) && !alike(value, entry.base)) ask(view, entry, draft);
  } else if (alike(value, entry.base)) confirm(view, entry, draft);
  else if (alike(draft.base, entry.base)) {
    entry.write(value);
    entry.note("Restored: this wasn't saved when the page was left");
    commit(view, entry);
  } else ask(view, entry, draft);
}

// The kernel has it too, but perhaps not on the disk, as with what the plan refuses: its answer tells.
function confirm(view, entry, draft) {
  entry.sent = entry.base;
  entry.base = draft.base;
  send(view, entry);
}

function gone(entry, draft) {
  entry.note(`“${draft.value}” was chosen here and not saved. It isn't offered any more`);
  dropDraft(entry);
}

function ask(view, entry, draft) {
  entry.open = { value: draft.value, base: draft.base, at: draft.at };
  keepDraft(view, entry);
  const closed = (act) => () => {
    entry.open = null;
    act();
  };
  const mine = closed(() => {
    entry.write(draft.value);
    commit(view, entry);
  });
  const theirs = closed(() => {
    if (entry.quiet || view.pending.has(entry.node.id)) keepDraft(view, entry);
    else dropDraft(entry);
  });
  entry.question(
    `This was typed here and not saved: “${entry.words(draft.value)}”. The plan says something else by now.`,
    { "Put it back": mine, "Keep what the plan says": theirs },
  );
}

// Somebody changed, in another window, what is being typed here: what is typed goes over it, and what they wrote is shown.
function changedElsewhere(view, entry, value) {
  const theirs = () => {
    entry.write(value);
    commit(view, entry);
  };
  entry.question(
    `While you were writing, this was changed in another window to “${entry.words(value)}”.`,
    { "Keep what I write": () => {}, "Take theirs": theirs },
  );
}

// Drafts of rows that were never saved: the kernel makes the row, and the draft finds its field then.
function revive(view) {
  const { drafts, parts } = view.tree;
  if (!drafts || !parts) return;
  const known = new Set([...view.entries.values()].map((entry) => entry.node.place));
  const places = shelf.keys()
    .filter((key) => key.startsWith(drafts))
    .map((key) => key.slice(drafts.length))
    .filter((place) => parts.includes(place.split("/")[0]) && !known.has(place) && shelf.read(drafts + place)?.value);
  places.sort((one, other) => one.localeCompare(other, "en", { numeric: true })); // rows in the order of their numbers
  if (places.length) happen(view, view.tree.id, "revive", { places });
}
