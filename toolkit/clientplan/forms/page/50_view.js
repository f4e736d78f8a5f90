// The tree of nodes as elements. An element lives as long as its node: what is typed in it is never drawn over.
function build(view, node) {
  const entry = (ELEMENTS[node.kind] ?? group)(view, node);
  entry.inside ??= entry.el;
  entry.el.dataset.id = node.id;
  view.all.set(node.id, entry);
  apply(view, entry, node);
  return entry;
}

function apply(view, entry, changed) {
  if (entry.node !== changed) Object.assign(entry.node, changed);
  if (changed.classes) entry.el.className = [...changed.classes, ...(entry.node.invalid ? ["cp-wrong"] : [])].join(" ");
  entry.update(changed);
  if (changed.children) arrange(view, entry, changed.children);
}

function arrange(view, entry, children) {
  const into = entry.inside;
  const active = held(into);
  const wanted = children.map((child) => (typeof child === "string" ? view.all.get(child) : build(view, child))).filter(Boolean);
  const elements = wanted.map((one) => one.el);
  const gone = [...into.children].filter((el) => el.dataset.id && !elements.includes(el));
  const lost = active && gone.find((el) => el.contains(active));
  const place = lost && [...view.entries.values()].find((one) => one.input === active)?.node.place;
  const next = lost && after(lost);
  for (const el of gone) forget(view, el);
  elements.forEach((el, at) => { if (into.children[at] !== el) into.insertBefore(el, into.children[at] ?? null); });
  const again = place && [...view.entries.values()].find((one) => one.node.place === place)?.input;
  if (lost) (again ?? (next?.isConnected ? next : into.querySelector(REACHED)))?.focus();
  else if (active && active !== document.activeElement) active.focus(); // moving takes it away
}

function forget(view, el) {
  for (const gone of [el, ...el.querySelectorAll("[data-id]")]) {
    const entry = view.entries.get(gone.dataset.id);
    if (entry?.leaving) dropDraft(entry);
    view.all.get(gone.dataset.id)?.end?.();
    view.all.delete(gone.dataset.id);
    view.entries.delete(gone.dataset.id);
  }
  el.remove();
}

// Drawn anew, as when a page was reloaded: what is being typed is carried over, and the focus.
function drawAll(view, tree) {
  const before = [...view.entries.values()];
  const active = before.find((one) => one.input === document.activeElement);
  for (const entry of view.all.values()) entry.end?.();
  view.all.clear();
  view.entries.clear();
  view.tree = tree;
  if (!tree.kind) return;
  const entry = build(view, tree);
  view.root.replaceChildren(entry.el);
  for (const old of before) carry(view, old);
  if (active) view.entries.get(active.node.id)?.input.focus();
  if (view.fresh) restoreAll(view);
}

function carry(view, old) {
  const waiting = view.pending.get(old.node.id);
  const entry = view.entries.get(old.node.id);
  if (!entry || !(old.quiet || waiting)) return;
  const now = entry.base;
  entry.write(old.read());
  Object.assign(entry, { base: old.base, sent: old.sent, early: old.early });
  if (waiting) waiting.entry = entry;
  if (old.quiet) {
    clearTimeout(old.quiet);
    later(view, entry);
  }
  if (!alike(now, old.base) && !alike(now, entry.read()) && !alike(now, old.sent)) changedElsewhere(view, entry, now);
}

function say(view, message, buffers) {
  try {
    view.model.send(message, undefined, buffers);
  } catch { /* the kernel is gone: what was typed is kept, and asked about again */ }
}

function happen(view, id, event, data, buffers) {
  say(view, { id, event, data, view: view.name }, buffers);
}

function received(view, message, buffers) {
  if (message.fresh === view.name) {
    view.fresh = true;
    if (message.tree) drawAll(view, message.tree); // this view came late
    else restoreAll(view);
  }
  for (const patch of message.patches ?? []) {
    const entry = view.all.get(patch.id);
    if (entry) apply(view, entry, patch);
  }
  for (const ack of message.acks ?? []) acknowledged(view, ack);
  if (message.patches?.some((patch) => patch.children)) {
    if (view.fresh) for (const entry of view.entries.values()) restore(view, entry);
    focusNew(view);
  }
  if (message.patches?.some((patch) => "drafts" in patch) && view.fresh) revive(view); // another plan lies open
  if (message.file) saveFile(message.file, buffers[0]);
}

function render({ model, el }) {
  const name = `v${Math.random().toString(36).slice(2)}`;
  const root = document.createElement("div");
  root.className = "cp-view";
  const view = { model, root, name, tree: {}, seq: 0, fresh: false, keeps: true, all: new Map(), entries: new Map(), pending: new Map() };
  el.append(root);
  root.addEventListener("keydown", (event) => {
    if (!labs(event)) event.stopPropagation();
    rowKeys(view, event);
  });
  root.addEventListener("paste", (event) => pasted(view, event));
  const keys = (event) => ownKeys(view, event);
  window.addEventListener("keydown", keys, true); // in the window: Lab listens in the document, ahead of the rest
  const redraw = () => drawAll(view, model.get("tree"));
  const hear = (message, buffers) => received(view, message, buffers ?? []);
  const flush = () => { for (const entry of view.entries.values()) if (entry.quiet) commit(view, entry); };
  model.on("change:tree", redraw);
  model.on("msg:custom", hear);
  window.addEventListener("pagehide", flush);
  redraw();
  say(view, { ready: name });
  return () => {
    flush();
    for (const entry of view.all.values()) entry.end?.();
    clearInterval(view.watching);
    model.off("change:tree", redraw);
    model.off("msg:custom", hear);
    window.removeEventListener("pagehide", flush);
    window.removeEventListener("keydown", keys, true);
  };
}

export default { render };
