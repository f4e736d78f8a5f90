// Everything that isn't an input.
const ELEMENTS = { group, html, button, picture, copy, upload, dock, field };

function group(view, node) {
  const el = document.createElement("div");
  if (node.role) el.setAttribute("role", node.role);
  if (node.name) el.setAttribute("aria-label", node.name);
  return { node, el, update() {} };
}

function html(view, node) {
  const el = document.createElement("div");
  el.id = `${view.name}-${node.id}`; // a field names it as what describes it
  if (node.live) el.setAttribute("aria-live", node.live);
  return { node, el, update: (changed) => { if ("value" in changed) el.innerHTML = changed.value; } };
}

function labelled(tag, node) {
  const el = document.createElement(tag);
  if (tag === "button") el.type = "button";
  const update = (changed) => {
    if ("label" in changed) el.textContent = changed.label;
    if ("disabled" in changed) el.disabled = Boolean(changed.disabled);
    if ("about" in changed) changed.about ? el.setAttribute("aria-label", changed.about) : el.removeAttribute("aria-label");
  };
  return { node, el, update };
}

function button(view, node) {
  const entry = labelled("button", node);
  entry.el.addEventListener("click", () => {
    // Only what was typed before counts before the click; a click that changes the list mustn't overtake it.
    for (const one of view.entries.values()) if (one.quiet) commit(view, one);
    if (entry.el.matches(".cp-add, .cp-undo *")) expectRow(view, entry.el.closest(".cp-rows"));
    if (entry.el.matches(".cp-remove")) leaving(view, entry.el.closest(".cp-row"));
    happen(view, node.id, "click", {});
  });
  return entry;
}

// What a person removes isn't kept for them: it would come back as a row of its own.
function leaving(view, row) {
  for (const one of view.entries.values()) if (row?.contains(one.el)) one.leaving = true;
}

function picture(view, node) {
  const el = document.createElement("img");
  return { node, el, update: (changed) => {
    if ("alt" in changed) el.alt = changed.alt;
    if ("source" in changed) el.src = changed.source;
  } };
}

function copy(view, node) {
  const entry = labelled("button", node);
  entry.el.addEventListener("click", async () => {
    const said = (words) => { entry.el.textContent = words; setTimeout(() => { entry.el.textContent = node.label; }, 2000); };
    try {
      await navigator.clipboard.writeText(entry.node.text);
      said("Copied");
    } catch { // no clipboard for pages that aren't of this machine: show it, to be marked by hand
      const area = document.createElement("textarea");
      area.value = entry.node.text;
      area.readOnly = true;
      area.setAttribute("aria-label", "Details to copy");
      entry.el.after(area);
      area.select();
    }
  });
  return entry;
}

// The bytes come over the widget's own channel: in Lab a link to a file saves a page of Lab under its name.
function saveFile({ name, mime }, content) {
  const address = URL.createObjectURL(new Blob([content], { type: mime }));
  const link = document.createElement("a");
  link.href = address;
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(address), 10_000);
}

// Sizes are looked at before anything is sent: the server drops a large message without a word.
function upload(view, node) {
  const el = document.createElement("div");
  const label = document.createElement("label");
  const input = document.createElement("input");
  const said = document.createElement("div");
  input.type = "file";
  input.id = `${view.name}-${node.id}`;
  input.multiple = true;
  input.accept = node.accept;
  label.htmlFor = input.id;
  label.className = "cp-button";
  label.textContent = node.label;
  said.setAttribute("role", "alert");
  input.addEventListener("change", async () => {
    const files = [...input.files];
    const large = files.filter((file) => file.size > node.largest).map((file) => `${file.name} has ${file.size.toLocaleString("en")} bytes. ${node.instead}`);
    said.textContent = large.join("\n");
    const small = files.filter((file) => file.size <= node.largest);
    for (const file of small) { // one by one, so that together they don't grow too large for a message
      const content = await file.arrayBuffer();
      happen(view, node.id, "file", { name: file.name, size: file.size, last: file === small[small.length - 1] }, [content]);
    }
    input.value = "";
  });
  el.append(input, label, said);
  return { node, el, update() {} };
}
