// @ts-check
/**
 * Which site this is. The address of the folder that holds assets/, as the page's script was loaded from it: the same
 * for every page of a site, with and without index.html, from a server and from files; another for its neighbour on the
 * host.
 */
(() => {
  'use strict';

  const { currentScript } = document;
  if (!(currentScript instanceof HTMLScriptElement)) throw new Error('The script has no address');

  window.rutin.site = { address: new URL('..', currentScript.src).href };
})();
