// A part of the page that stays in sight beside the form: pinned to the notebook, and folded where there is no room.
const ROOM = 1240; // px of the notebook, from which on a page stands beside the form
const HOSTS = ".jp-NotebookPanel, .jp-Voila-Notebook, body";

function dock(view, node) {
  const el = document.createElement("div"); // keeps the place in the tree; what is seen stands in the host
  const aside = document.createElement("aside");
  const bar = document.createElement("button");
  const inside = document.createElement("div");
  bar.type = "button";
  bar.className = "cp-dock-bar";
  inside.className = "cp-dock-pages";
  aside.className = "cp-panel cp-dock";
  aside.append(bar, inside);
  const fold = (folded) => {
    aside.dataset.folded = String(folded);
    bar.setAttribute("aria-expanded", String(!folded));
  };
  const place = () => {
    const host = view.root.closest(HOSTS) ?? document.body;
    if (aside.parentElement === host) return;
    for (const other of host.querySelectorAll(":scope > .cp-dock")) other.remove(); // of a run before this one
    host.append(aside);
    fold(host.clientWidth < ROOM);
  };
  bar.addEventListener("click", () => fold(aside.dataset.folded !== "true"));
  requestAnimationFrame(place); // not before the view itself stands in the notebook
  const late = setTimeout(place, 500);
  const update = (changed) => {
    if ("label" in changed) bar.textContent = changed.label;
    if ("about" in changed) aside.setAttribute("aria-label", changed.about);
    if ("over" in changed) aside.classList.toggle("cp-over", Boolean(changed.over));
  };
  return { node, el, inside, update, end: () => { clearTimeout(late); aside.remove(); } };
}
