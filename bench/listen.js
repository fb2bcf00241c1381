// Before Material's own scripts: remembers the worker that its search starts.
window.Worker = class extends Worker {
  constructor(...given) {
    super(...given);
    window.searching = this;
  }
};
