/* One notebook, in however many panels it is shown: runs it when it opens and whenever its kernel has lost it. */

import { guardKeys } from './keys.js';
import { written } from './shipped.js';

const LOST = ['restarting', 'autorestarting', 'terminating', 'dead'];

export class Guide {
  constructor(context, lab) {
    this.context = context;
    this.session = context.sessionContext;
    this.model = context.model;
    this.lab = lab;
    this.panels = new Set();
    this.showing = false; // the code
    this.lost = true; // what the kernel knew of this notebook
    this.kernel = ''; // that was last told to run it
    this.theirs = null; // Lab's own "restart and run all", while that lasts
    this.told = false;
    // asked for a kernel that this machine hasn't, Lab shows a choice: ours run on the usual one
    if (this.ours) this.session.kernelPreference = { ...this.session.kernelPreference, autoStartDefault: true };
    this.model.contentChanged.connect(() => this.dress());
    this.leaveNothingToSave();
  }

  get ours() {
    return !this.model.isDisposed && this.lab.shipped.all(this.model);
  }

  show(panel) {
    this.panels.add(panel);
    panel.disposed.connect(() => this.panels.delete(panel));
    guardKeys(panel, () => this.ours && !this.showing);
    this.dress();
  }

  /* Once it is seen: of the tabs that Lab restores, those behind others wait. */
  async begin() {
    if (this.begun) return;
    this.begun = true;
    if (!this.ours) return this.tell();
    await this.session.ready;
    this.started = await this.lab.server.started();
    this.session.statusChanged.connect((_, status) => this.follow(status));
    this.session.sessionChanged.connect((_, { newValue }) => newValue || this.startAgain());
    this.runWhenDue();
  }

  follow(status) {
    if (LOST.includes(status)) this.lost = true;
    if (status === 'idle') this.runWhenDue();
  }

  /* A run is owed once for each kernel and each restart of it; so two panels, or a restart in mid-run, ask for one. */
  async runWhenDue() {
    const kernel = this.session.session?.kernel;
    if (!kernel || kernel.status !== 'idle' || this.session.isRestarting) return;
    if (!this.lost && kernel.id === this.kernel) return;
    const again = this.kernel !== '';
    this.lost = false;
    this.kernel = kernel.id;
    if (this.theirs) await this.theirs;
    else await this.run(again);
  }

  async run(again) {
    if (!this.ours) return this.tell();
    const beside = await this.lab.server.modulesBeside(this.context.path);
    if (beside.length) return this.tell(`Beside it lies ${beside.join(', ')}, which would run with it.`);
    const [panel] = this.panels;
    if (!panel || !this.ours) return;
    const cells = panel.content.widgets.filter(cell => cell.model.type === 'code');
    const run = this.lab.notebook.NotebookActions.runCells(panel.content, cells, this.session);
    if (!again) for (const { content } of this.panels) (content.outerNode ?? content.node).scrollTop = 0;
    await run.catch(error => console.debug('Client Plan: the run was cut short.', error)); // by a restart: another follows
  }

  /* The session went, and not because somebody ended it: the server was started anew, and knows no kernel of ours. */
  async startAgain() {
    if (this.session.isDisposed || this.session.isTerminating || !this.ours) return;
    const started = await this.lab.server.started();
    if (started === this.started) return;
    this.started = started;
    await this.session.startKernel();
  }

  /* How it looks, in every panel. */
  dress() {
    const { ours } = this;
    for (const panel of this.panels) {
      panel.toggleClass('cp-guided', ours);
      panel.toggleClass('cp-codeless', ours && !this.showing);
      // that a kernel died is nothing to be confirmed: it starts again, and so does the notebook
      if (ours) this.session.statusChanged.disconnect(panel._onSessionStatusChanged, panel);
    }
    if (ours !== this.dressed) this.lab.changed();
    this.dressed = ours;
  }

  toggleCode() {
    this.showing = !this.showing;
    this.dress();
    this.lab.changed();
  }

  /* Quietly, once, and only where somebody may have expected it to run. */
  tell(reason = 'Its code isn’t as it was shipped.') {
    if (this.told || this.model.isDisposed || !this.lab.shipped.some(this.model)) return;
    this.told = true;
    const words = `${this.context.path} doesn’t run by itself. ${reason} To run it: Run > Run All Cells.`;
    this.lab.apputils.Notification.info(words, { autoClose: 10000 });
  }

  /* Forms keep their words in the plan's file: where only they have changed, Lab needn't ask whether to save. */
  leaveNothingToSave() {
    let saved = written(this.model);
    this.context.saveState.connect((_, state) => {
      if (state === 'completed') saved = written(this.model);
    });
    this.model.stateChanged.connect((_, { name, newValue }) => {
      if (name !== 'dirty' || !newValue) return;
      queueMicrotask(() => { // after all others have heard of it
        if (this.ours && written(this.model) === saved) this.model.dirty = false;
      });
    });
  }
}
