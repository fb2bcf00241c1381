// @ts-check
/**
 * The script that saves is asked for when the reader wants to save, or when something of ours lies on the device: most
 * visits never do, and none has it before.
 */
(() => {
  'use strict';

  const { rutin } = window;
  const { address } = rutin.site;

  /** What lies here of ours lies under these. */
  const names = Object.values(rutin.places.of(address));

  /** Whether something of ours lies here; no, where the browser does not tell. */
  const lies = () => {
    try {
      return names.some((name) => window.localStorage.getItem(name) !== null);
    } catch {
      return false;
    }
  };

  /** @type {Promise<void> | undefined} */
  let loading;

  /** Resolves when it is there, rejects when it does not come; then it may be asked for again. */
  const load = () => {
    loading ??= new Promise((resolve, reject) => {
      const script = rutin.script.load(rutin.late.store);
      script.addEventListener('load', () =>
        rutin.keeper && rutin.savePanel ? resolve() : reject(new Error('no store'))
      );
      script.addEventListener('error', () => reject(new Error('no store')));
    });
    loading.catch(() => {
      loading = undefined;
    });
    return loading;
  };

  rutin.keeping = { names, lies, load };
})();
