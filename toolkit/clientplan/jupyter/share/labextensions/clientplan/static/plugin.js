/* The plugin: finds the notebooks that are ours, and gives each a guide. */

import { addCommands } from './commands.js';
import { Guide } from './guide.js';
import { modules, Server } from './lab.js';
import { Shipped } from './shipped.js';

const NAMES = ['notebook', 'apputils', 'coreutils', 'services', 'ui-components', 'launcher'];
// after which Lab itself runs every cell: on the toolbar, and in the menu
const RUNS_ALL = ['notebook:restart-run-all', 'runmenu:restart-and-run-all'];

export async function plugin(scope) {
  const found = await modules(scope, NAMES.map(name => `@jupyterlab/${name}`));
  const [notebook, apputils, coreutils, services, components, { ILauncher }] = found;
  const { ICommandPalette } = apputils;
  return {
    id: 'clientplan:guide',
    description: 'Runs the guided notebooks of Client Plan, and hides their code.',
    autoStart: true,
    requires: [notebook.INotebookTracker],
    optional: [ICommandPalette, ...(ILauncher ? [ILauncher] : [])],
    activate: async (app, tracker, palette, launcher) => {
      // Lab asks which kernel it should take when a notebook opens before it knows which there are
      await app.serviceManager.kernelspecs.ready;
      const option = name => coreutils.PageConfig.getOption(name);
      const guides = new WeakMap();
      const lab = {
        notebook, apputils, components,
        shipped: new Shipped(JSON.parse(option('clientplanSources') || '[]')), // none: then nothing is ours
        server: new Server(services, app.serviceManager.serverSettings),
        current: () => guides.get(tracker.currentWidget?.context),
        guideAt: id => guides.get(tracker.find(panel => panel.id === id)?.context),
      };
      const addButton = addCommands(app, lab, option('clientplanStart'), { launcher, palette });
      link('style.css');
      const open = async panel => {
        await panel.context.ready;
        if (panel.isDisposed) return;
        if (!guides.has(panel.context)) guides.set(panel.context, new Guide(panel.context, lab));
        const guide = guides.get(panel.context);
        guide.show(panel);
        addButton(panel);
        await panel.revealed;
        await guide.begin();
      };
      const opened = panel => open(panel).catch(error => console.error('Client Plan:', error));
      tracker.widgetAdded.connect((_, panel) => opened(panel));
      tracker.forEach(opened);
      tracker.currentChanged.connect(() => lab.changed());
      app.commands.commandExecuted.connect((_, { id, result }) => {
        const guide = RUNS_ALL.includes(id) && lab.current();
        if (!guide) return;
        guide.theirs = result.catch(() => {});
        guide.theirs.then(() => { guide.theirs = null; });
      });
    },
  };
}

function link(name) {
  const style = Object.assign(document.createElement('link'), { rel: 'stylesheet' });
  style.href = new URL(name, import.meta.url).href;
  document.head.append(style);
}
