// One labelled input: native, so that screen readers, keyboards and tests know it.
const QUIET = 400; // ms without a key, after which an entry counts; also a choice, which arrow keys walk through

function field(view, node) {
  const box = document.createElement("div");
  const label = document.createElement("label");
  const input = makeInput(node);
  const said = document.createElement("div"); // what only the browser knows: a draft that came back
  input.id = `${view.name}-${node.id}`;
  label.htmlFor = input.id;
  said.className = "cp-said";
  box.append(...(node.sort === "flag" ? [input, label] : [label, input]), said);
  const entry = { node: { ...node }, el: box, input, drafts: view.tree.drafts, base: node.value, sent: node.value, quiet: null };
  const option = (value) => entry.node.options.find(([known]) => known === String(value));
  entry.offers = (value) => node.sort !== "choice" || Boolean(option(value));
  entry.words = (value) => (node.sort === "choice" ? option(value)?.[1] : value) ?? value; // as a person reads it
  entry.read = () => (node.sort === "flag" ? input.checked : input.value);
  entry.write = (value) => {
    if (node.sort === "flag") input.checked = value === true || value === "true";
    else if (input.value !== String(value ?? "")) input.value = value ?? "";
  };
  entry.note = (words) => { if (!entry.asking) said.replaceChildren(status(words)); };
  entry.question = (words, answers) => {
    entry.asking = true;
    const done = (act) => () => {
      entry.asking = false;
      said.replaceChildren();
      input.focus();
      act();
    };
    said.replaceChildren(status(words), ...Object.entries(answers).map(([answer, act]) => plainButton(answer, done(act))));
  };
  entry.update = (changed) => updateField(view, entry, label, changed);
  updateField(view, entry, label, node);
  input.addEventListener("input", () => {
    entry.leaving = false;
    if (!entry.asking) said.replaceChildren();
    if (!entry.checked && entry.early === undefined) entry.early = shelf.read(draftKey(entry)); // written over in a moment
    if (node.sort === "flag") return commit(view, entry);
    if (!unfinished(input)) keepDraft(view, entry);
    later(view, entry);
  });
  input.addEventListener("blur", () => {
    if (!entry.quiet) return;
    if (!input.validity.badInput) return commit(view, entry);
    clearTimeout(entry.quiet);
    entry.quiet = null;
    entry.note("This isn't a whole day yet: it needs day, month and year. Until then the plan keeps what it had");
    tellState(view);
  });
  view.entries.set(node.id, entry);
  return entry;
}

function later(view, entry) {
  clearTimeout(entry.quiet);
  entry.quiet = setTimeout(() => (unfinished(entry.input) ? later(view, entry) : commit(view, entry)), QUIET);
  tellState(view);
}

// A day that is being typed: the first figure of 2026 makes it the year 2.
const unfinished = (input) => input.type === "date" && (input.validity.badInput || input.value.startsWith("0"));

function makeInput(node) {
  const input = document.createElement({ area: "textarea", choice: "select" }[node.sort] ?? "input");
  if (node.sort === "area") input.rows = node.rows ?? 2;
  if (input.tagName === "INPUT") input.type = { day: "date", flag: "checkbox" }[node.sort] ?? "text";
  if (node.sort === "figure") input.inputMode = "decimal";
  if (node.hint) input.placeholder = node.hint;
  if (node.name) input.dataset.name = node.name;
  input.autocomplete = "off";
  return input;
}

function updateField(view, entry, label, changed) {
  const { input } = entry;
  Object.assign(entry.node, changed);
  if ("label" in changed) label.textContent = changed.label;
  if ("options" in changed) offer(view, entry, changed.options ?? []);
  if ("invalid" in changed) {
    input.setAttribute("aria-invalid", String(Boolean(changed.invalid)));
    entry.el.classList.toggle("cp-wrong", Boolean(changed.invalid));
  }
  if ("says" in changed) {
    if (changed.says) input.setAttribute("aria-describedby", `${view.name}-${changed.says}`);
    else input.removeAttribute("aria-describedby");
  }
  if ("value" in changed && changed.by !== view.name) take(view, entry, changed.value, changed.by);
}

// A value from elsewhere. It never falls on what is being typed.
function take(view, entry, value, by) {
  const busy = entry.quiet || view.pending.has(entry.node.id);
  if (busy && !alike(entry.read(), value)) {
    if (by && !alike(entry.base, value)) changedElsewhere(view, entry, value);
    return;
  }
  entry.base = entry.sent = value;
  entry.write(value);
}

function offer(view, entry, options) {
  if (entry.node.sort === "choice") {
    const chosen = entry.input.value;
    const gone = entry.input.options.length > 0 && !entry.offers(chosen); // stays in sight until the plan's own value comes
    entry.input.replaceChildren(...options.map(([value, words]) => new Option(words, value)), ...(gone ? [new Option(chosen, chosen)] : []));
    if (entry.input.options.length && (gone || entry.offers(chosen))) entry.input.value = chosen;
  } else if (entry.node.sort === "suggest") {
    const list = document.createElement("datalist");
    list.id = `${entry.input.id}-list`;
    list.append(...options.map((words) => new Option(words, words)));
    entry.el.querySelector("datalist")?.remove();
    entry.el.append(list);
    entry.input.setAttribute("list", list.id);
  }
}

function status(words) {
  const line = document.createElement("span");
  line.setAttribute("role", "status");
  line.textContent = words;
  return line;
}

function plainButton(words, act) {
  const button = document.createElement("button");
  button.type = "button";
  button.className = "cp-button cp-quiet-button";
  button.textContent = words;
  button.addEventListener("click", act);
  return button;
}
