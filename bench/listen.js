// Before Material's own scripts: remembers the worker that its search starts, and what it is told first.
window.Worker = class extends Worker {
  constructor(address) {
    super(address);
    window.searching ??= { address, given: new Promise((done) => (this.first = done)) };
  }
  postMessage(message) {
    super.postMessage(message);
    this.first?.(message);
  }
};
