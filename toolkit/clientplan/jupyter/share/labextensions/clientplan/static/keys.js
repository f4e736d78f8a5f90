/* Outside of text boxes Lab takes letters for commands: d twice deletes a cell, and with it the form that it shows. */

const SUPPRESS = 'data-lm-suppress-shortcuts'; // Lab's own sign for a place that keeps its keys to itself

export function guardKeys(panel, guarded) {
  const { node } = panel.content;
  const listen = event => {
    if (!node.contains(event.target)) return;
    const command = (event.ctrlKey || event.metaKey) && /^[a-z]$/i.test(event.key); // Ctrl+S stays what it is
    event.target.toggleAttribute(SUPPRESS, guarded() && !command); // the notebook itself is asked too late
  };
  window.addEventListener('keydown', listen, true); // in the window: Lab listens in the document, ahead of the rest
  panel.disposed.connect(() => window.removeEventListener('keydown', listen, true));
  // and a double click into the guidance would show its source
  node.addEventListener('dblclick', event => {
    if (guarded() && event.target.closest('.jp-MarkdownCell')) event.stopImmediatePropagation();
  }, true);
}
