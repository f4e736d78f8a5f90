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
  const active = document.activeElement;
  const into = entry.inside;
  const wanted = children.map((child) => (typeof child === "string" ? view.all.get(child) : build(view, child))).filter(Boolean);
  const elements = wanted.map((one) => one.el);
  for (const el of [...into.children]) if (el.dataset.id && !elements.includes(el)) forget(view, el);
  elements.forEach((el, at) => { if (into.children[at] !== el) into.insertBefore(el, into.children[at] ?? null); });
  if (active && active !== document.activeElement && into.contains(active)) active.focus(); // moving takes it away
}

function forget(view, el) {
  for (const gone of [el, ...el.querySelectorAll("[data-id]")]) {
    view.all.get(gone.dataset.id)?.end?.();
    view.all.delete(gone.dataset.id);
    view.entries.delete(gone.dataset.id);
    view.pending.delete(gone.dataset.id);
  }
  el.remove();
}

function drawAll(view, tree) {
  for (const entry of view.all.values()) entry.end?.();
  view.all.clear();
  view.entries.clear();
  view.pending.clear();
  view.tree = tree;
  if (!tree.kind) return;
  const entry = build(view, tree);
  view.root.replaceChildren(entry.el);
  restoreAll(view);
}

function restoreAll(view) {
  for (const entry of view.entries.values()) restore(view, entry);
  revive(view);
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
  if (message.tree && message.view === view.name) drawAll(view, message.tree); // this view came late
  for (const patch of message.patches ?? []) {
    const entry = view.all.get(patch.id);
    if (entry) apply(view, entry, patch);
  }
  for (const ack of message.acks ?? []) acknowledged(view, ack);
  if (message.patches?.some((patch) => patch.children)) {
    for (const entry of view.entries.values()) if (!entry.checked) restore(view, entry);
    focusNew(view);
  }
  if (message.patches?.some((patch) => "drafts" in patch)) revive(view); // another plan lies open
  if (message.file) saveFile(message.file, buffers[0]);
}

function render({ model, el }) {
  const name = `v${Math.random().toString(36).slice(2)}`;
  const root = document.createElement("div");
  root.className = "cp-view";
  const view = { model, root, name, tree: {}, seq: 0, all: new Map(), entries: new Map(), pending: new Map() };
  el.append(root);
  root.addEventListener("keydown", (event) => {
    if (event.target.matches?.("input, textarea, select, button, a, summary")) event.stopPropagation(); // Lab has keys of its own
    rowKeys(view, event);
  });
  root.addEventListener("paste", (event) => pasted(view, event));
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
  };
}

export default { render };
