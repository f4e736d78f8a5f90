/* Which notebooks are ours: those whose every code cell has a source that is shipped, to the letter. */

export class Shipped {
  constructor(sources) {
    this.sources = new Set(sources);
  }

  all(model) {
    const found = code(model);
    return found.length > 0 && found.every(source => this.sources.has(source));
  }

  some(model) {
    return code(model).some(source => this.sources.has(source));
  }
}

function code(model) {
  return [...model.cells].filter(cell => cell.type === 'code').map(cell => cell.sharedModel.getSource());
}

/* All that a person may have written into a notebook, as against what cells have shown. */
export function written(model) {
  return JSON.stringify([...model.cells].map(cell => [cell.type, cell.sharedModel.getSource()]));
}
