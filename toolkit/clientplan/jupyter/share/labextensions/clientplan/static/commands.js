/* What a person can choose: in the launcher, in the palette, and on the toolbar of a guided notebook. */

const CATEGORY = 'Client Plan';
const START = 'clientplan:start';
const CODE = 'clientplan:code';
const PAGE = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 24 24" width="16"><path class="jp-icon3" fill="#616161"
  d="M5 2h10l5 5v15H5zm2 2v16h11V8h-4V4zm2 7h7v2H9zm0 4h7v2H9z"/></svg>`;

export function addCommands(app, lab, start, { launcher, palette }) {
  const guideOf = ({ panel }) => (panel ? lab.guideAt(panel) : lab.current());
  const { commands } = app;
  const LabIcon = lab.components.LabIcon;
  commands.addCommand(START, {
    label: 'Client Plan: start here',
    caption: 'Open the first of the guided notebooks',
    icon: LabIcon && new LabIcon({ name: 'clientplan:page', svgstr: PAGE }),
    execute: () => (start ? commands.execute('docmanager:open', { path: start, factory: 'Notebook' }) : nowhere(lab)),
  });
  commands.addCommand(CODE, {
    label: args => (guideOf(args)?.showing ? 'Hide code' : 'Show code'),
    caption: 'Show or hide the code of this notebook',
    isEnabled: args => Boolean(guideOf(args)?.ours),
    isVisible: args => Boolean(guideOf(args)?.ours),
    execute: args => guideOf(args)?.toggleCode(),
  });
  lab.changed = () => commands.notifyCommandChanged(CODE);
  launcher?.add({ command: START, category: CATEGORY, rank: 0 });
  palette?.addItem({ command: START, category: CATEGORY });
  palette?.addItem({ command: CODE, category: CATEGORY });
  return panel => {
    const button = new lab.apputils.CommandToolbarButton({ commands, id: CODE, args: { panel: panel.id } });
    panel.toolbar.addItem('clientplan-code', button);
  };
}

function nowhere(lab) {
  return lab.apputils.showErrorMessage(
    'There is no workspace here',
    'This JupyterLab serves a folder without Client Plan’s notebooks. In a terminal: clientplan new my-clients, ' +
      'then cd my-clients, then clientplan lab'
  );
}
