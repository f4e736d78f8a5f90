// What was typed is kept in this browser until the kernel says that it is on the disk.
const LOST_AFTER = 3000; // ms without an answer, before it is said
const ASK_AGAIN = 5000; // ms; a kernel that was away may have come back

function draftKey(view, entry) {
  const prefix = view.tree.drafts;
  return prefix && entry.node.place ? prefix + entry.node.place : null;
}

function keepDraft(view, entry) {
  const key = draftKey(view, entry);
  if (!key) return;
  try {
    const draft = { value: inWords(entry, entry.read()), base: inWords(entry, entry.base), at: Date.now() };
    localStorage.setItem(key, JSON.stringify(draft));
  } catch { /* the browser keeps nothing for us: the field says so itself when it isn't saved */ }
}

function readDraft(key) {
  try {
    return JSON.parse(localStorage.getItem(key));
  } catch {
    return null;
  }
}

function dropDraft(view, entry) {
  const key = draftKey(view, entry);
  if (key) try { localStorage.removeItem(key); } catch { /* as above */ }
}

// A choice by its label: what there is to choose may have changed by the time that a draft comes back.
const inWords = (entry, value) => (entry.node.sort === "choice" ? entry.node.options?.[Number(value)] : value);
const fromWords = (entry, words) => (entry.node.sort === "choice" ? entry.node.options?.indexOf(words) : words);
const alike = (one, other) => String(one ?? "") === String(other ?? "");

// Sends what is in a field, once for each value.
function commit(view, entry) {
  clearTimeout(entry.quiet);
  entry.quiet = null;
  const value = entry.read();
  if (alike(value, entry.sent)) return settled(view, entry);
  entry.sent = value;
  entry.seq = ++view.seq;
  view.pending.set(entry.node.id, { entry, seq: entry.seq, since: Date.now(), asked: Date.now() });
  keepDraft(view, entry);
  say(view, { id: entry.node.id, value, seq: entry.seq, view: view.name });
  watch(view);
}

// Nothing waits for this field, and it says what the plan says: no draft is needed.
function settled(view, entry) {
  if (!view.pending.has(entry.node.id) && alike(entry.read(), entry.base)) dropDraft(view, entry);
}

function acknowledged(view, ack) {
  if (ack.view !== view.name) return;
  const waiting = view.pending.get(ack.id);
  if (!waiting || waiting.seq !== ack.seq) return;
  view.pending.delete(ack.id);
  const { entry } = waiting;
  if (ack.kept) {
    entry.base = entry.sent;
    if (!entry.quiet) settled(view, entry);
  }
  tellState(view);
}

function watch(view) {
  tellState(view);
  if (view.watching) return;
  view.watching = setInterval(() => {
    const now = Date.now();
    for (const waiting of view.pending.values()) {
      if (now - waiting.asked < ASK_AGAIN) continue;
      waiting.asked = now;
      say(view, { id: waiting.entry.node.id, value: waiting.entry.sent, seq: waiting.seq, view: view.name });
    }
    tellState(view);
    if (!view.pending.size) {
      clearInterval(view.watching);
      view.watching = null;
    }
  }, 500);
}

// "Saving…", or that it isn't saved, over what the kernel said last.
function tellState(view) {
  const waiting = [...view.pending.values()];
  const lost = waiting.some((one) => Date.now() - one.since > LOST_AFTER);
  const words = lost ? "Not saved, kept in this browser. Leave the page open, or come back to it" : waiting.length ? "Saving…" : "";
  view.root.dataset.state = lost ? "lost" : waiting.length ? "saving" : "";
  for (const line of view.root.querySelectorAll(".cp-local")) if (line.textContent !== words) line.textContent = words;
}

// A draft that an earlier page left: back into its field, unless the plan says something else by now.
function restore(view, entry) {
  const key = draftKey(view, entry);
  const draft = key && !entry.checked ? readDraft(key) : null;
  entry.checked = true;
  if (!draft) return;
  const base = inWords(entry, entry.base);
  if (alike(draft.value, base) || fromWords(entry, draft.value) === -1) return dropDraft(view, entry);
  if (alike(draft.base, base)) {
    entry.write(fromWords(entry, draft.value));
    entry.note("Restored: this wasn't saved when the page was left");
    return commit(view, entry);
  }
  entry.ask(draft.value, () => {
    entry.write(fromWords(entry, draft.value));
    commit(view, entry);
  }, () => dropDraft(view, entry));
}

// Drafts of rows that were never saved: the kernel makes the row, and the draft finds its field then.
function revive(view) {
  const { drafts, parts } = view.tree;
  if (!drafts || !parts) return;
  const known = new Set([...view.entries.values()].map((entry) => entry.node.place));
  const places = [];
  for (let at = 0; at < localStorage.length; at++) {
    const key = localStorage.key(at);
    if (!key.startsWith(drafts)) continue;
    const place = key.slice(drafts.length);
    if (parts.includes(place.split("/")[0]) && !known.has(place) && readDraft(key)?.value) places.push(place);
  }
  if (places.length) happen(view, view.tree.id, "revive", { places: places.sort() });
}
