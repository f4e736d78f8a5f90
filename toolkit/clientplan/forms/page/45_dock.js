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
  inside.tabIndex = 0; // it scrolls, also by keyboard
  inside.setAttribute("role", "group");
  inside.setAttribute("aria-label", "Pages");
  aside.append(bar, inside);
  let host = null;
  let chosen = false; // by a click; until then the room decides
  const fold = (folded) => {
    aside.dataset.folded = String(folded);
    bar.setAttribute("aria-expanded", String(!folded));
  };
  const fit = new ResizeObserver(() => { if (!chosen) fold(host.clientWidth < ROOM); });
  const clear = ({ target }) => requestAnimationFrame(() => { if (covers(aside, target)) fold(true); }); // once it was scrolled to
  const place = () => {
    host = view.root.closest(HOSTS) ?? document.body;
    if (aside.parentElement === host) return;
    for (const other of host.querySelectorAll(":scope > .cp-dock")) other.remove(); // of a run before this one
    host.append(aside);
    fold(host.clientWidth < ROOM);
    fit.disconnect();
    fit.observe(host);
  };
  bar.addEventListener("click", () => {
    chosen = true;
    fold(aside.dataset.folded !== "true");
  });
  document.addEventListener("focusin", clear);
  requestAnimationFrame(place); // not before the view itself stands in the notebook
  const late = setTimeout(place, 500);
  const update = (changed) => {
    if ("label" in changed) bar.textContent = changed.label;
    if ("about" in changed) aside.setAttribute("aria-label", changed.about);
    if ("over" in changed) aside.classList.toggle("cp-over", Boolean(changed.over));
  };
  const end = () => {
    clearTimeout(late);
    fit.disconnect();
    document.removeEventListener("focusin", clear);
    aside.remove();
  };
  return { node, el, inside, update, end };
}

// What has the focus is seen.
function covers(aside, target) {
  if (aside.contains(target) || !target.closest?.(".cp-panel") || aside.dataset.folded === "true") return false;
  const [one, other] = [aside, target].map((el) => el.getBoundingClientRect());
  return one.left < other.right && other.left < one.right && one.top < other.bottom && other.top < one.bottom;
}
