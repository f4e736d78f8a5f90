/* What JupyterLab loads: a container as a bundler makes them, written by hand. The rest are plain modules beside it. */
(() => {
  const here = new URL('.', document.currentScript.src).href;
  let scope = {};
  window._JUPYTERLAB = window._JUPYTERLAB || {};
  window._JUPYTERLAB.clientplan = {
    init: shared => { scope = shared; },
    get: async () => {
      const { plugin } = await import(`${here}plugin.js`);
      const made = await plugin(scope);
      return () => ({ __esModule: true, default: made });
    },
  };
})();
