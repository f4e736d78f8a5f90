// What was typed is kept in this browser until the kernel says that it is on the disk.
const LOST_AFTER = 3000; // ms without an answer, before it is said
const ASK_AGAIN = 5000; // ms; a kernel that was away may have come back

// The browser's own store. Where it is full or forbidden the form works all the same, and says that nothing is kept.
const shelf = {
  read(key) {
    try { return key && JSON.parse(localStorage.getItem(key)); } catch { return null; }
  },
  write(key, draft) {
    try { localStorage.setItem(key, JSON.stringify(draft)); return true; } catch { return false; }
  },
  drop(key) {
    try { localStorage.removeItem(key); } catch { /* then there is nothing in it either */ }
  },
  keys() {
    try { return Object.keys(localStorage); } catch { return []; }
  },
};

// Of the plan that the field was made for: by now another one may lie open.
const draftKey = (entry) => (entry.drafts && entry.node.place ? entry.drafts + entry.node.place : null);

function keepDraft(view, entry) {
  const key = draftKey(entry);
  if (!key) return;
  const draft = { value: entry.read(), base: entry.base, at: Date.now(), open: entry.open };
  view.keeps = shelf.write(key, draft);
}

// An open question outlives the draft: until it is answered, its text is in the browser only.
function dropDraft(entry) {
  const key = draftKey(entry);
  if (key && entry.open) shelf.write(key, entry.open);
  else if (key) shelf.drop(key);
}

const alike = (one, other) => String(one ?? "") === String(other ?? "");

// Sends what is in a field, once for each value.
function commit(view, entry) {
  clearTimeout(entry.quiet);
  entry.quiet = null;
  const value = entry.read();
  if (alike(value, entry.sent)) {
    tellState(view);
    return settled(view, entry);
  }
  entry.sent = value;
  keepDraft(view, entry);
  send(view, entry);
}

function send(view, entry) {
  entry.seq = ++view.seq;
  view.pending.set(entry.node.id, { entry, seq: entry.seq, since: Date.now(), asked: Date.now() });
  say(view, { id: entry.node.id, value: entry.sent, seq: entry.seq, view: view.name });
  watch(view);
}

// Nothing waits for this field, and it says what the plan says: no draft is needed. Another page may have one by now.
function settled(view, entry) {
  if (view.pending.has(entry.node.id) || !alike(entry.read(), entry.base)) return;
  const draft = shelf.read(draftKey(entry));
  if (draft && alike(draft.value, entry.base)) dropDraft(entry);
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
  } else if (view.entries.get(ack.id) === entry) keepDraft(view, entry); // another window may have had its own here since
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
  const typing = waiting.length > 0 || [...view.entries.values()].some((entry) => entry.quiet);
  view.root.dataset.state = lost ? "lost" : typing ? "saving" : "";
  const kept = view.keeps
    ? "Not saved, kept in this browser. Leave the page open, or come back to it"
    : "Not saved, and this browser keeps nothing. Leave the page open";
  const words = { lost: kept, saving: "Saving…" }[view.root.dataset.state] ?? "";
  for (const line of view.root.querySelectorAll(".cp-local")) {
    // who listens to the page isn't told of each pause; that nothing is saved, they are
    if (lost) line.removeAttribute("aria-hidden");
    else line.setAttribute("aria-hidden", "true");
    if (line.textContent !== words) line.textContent = words;
  }
}
