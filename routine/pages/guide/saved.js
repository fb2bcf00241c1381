// @ts-check
/**
 * What lies on the device of a case that the reader has saved. A browser gives all sites of a host one store, and all
 * sites in files, so it is named by the site's address too: that of the folder that holds assets/, as the page's script
 * was loaded from it.
 */
(() => {
  'use strict';

  const { currentScript } = document;
  if (!(currentScript instanceof HTMLScriptElement)) throw new Error('The script has no address');
  const site = new URL('..', currentScript.src).href;
  const name = `rutinguiden ${site}`;

  /** null where nothing lies, or where the browser does not tell. */
  const text = () => {
    try {
      return window.localStorage.getItem(name);
    } catch {
      return null;
    }
  };

  /** Removes it, with what an earlier guide had laid aside; whether it is gone. */
  const drop = () => {
    try {
      for (const each of [name, `rutinguiden-avsatt ${site}`]) window.localStorage.removeItem(each);
    } catch {
      return false;
    }
    return text() === null;
  };

  window.rutin.saved = { name, text, drop };
})();
