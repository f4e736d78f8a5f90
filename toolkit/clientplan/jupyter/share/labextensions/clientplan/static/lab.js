/* JupyterLab's own modules: the very ones that run, since tokens and signals are known by identity. */

export async function modules(scope, names) {
  return Promise.all(names.map(name => taken(scope, name)));
}

/* An empty module where this Lab has none of that name: Jupyter Notebook has no launcher. */
async function taken(scope, name) {
  const versions = Object.values(scope[name] ?? {});
  const chosen = versions.find(version => version.loaded) ?? versions[0];
  return chosen ? (await chosen.get())() : {};
}

export class Server {
  constructor(services, settings) {
    this.connection = services.ServerConnection;
    this.settings = settings;
  }

  async ask(address) {
    const answer = await this.connection.makeRequest(this.settings.baseUrl + address, {}, this.settings);
    if (!answer.ok) throw new Error(`${address}: ${answer.status}`);
    return answer.json();
  }

  /* When it was started: another time, another server, and the kernels of the old one are gone. */
  async started() {
    return (await this.ask('api/status')).started;
  }

  /* Python files beside a notebook, which its kernel would import in place of our own. */
  async modulesBeside(path) {
    return (await this.ask(`clientplan/beside?path=${encodeURIComponent(path)}`)).modules;
  }
}
