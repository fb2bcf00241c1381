// @ts-check
/** A script that is asked for later. Where a page is held to trusted types, no other text becomes an address of one. */
(() => {
  'use strict';

  const { rutin, trustedTypes } = window;
  // From another of the page's files: no two policies have one name.
  if (/** @type {Partial<Rutin>} */ (rutin).script) return;
  const policy = trustedTypes?.createPolicy('rutin', { createScriptURL: (/** @type {string} */ url) => url });

  /** @param {string} source */
  const load = (source) => {
    const script = document.createElement('script');
    script.src = policy?.createScriptURL(source) ?? source;
    document.head.append(script);
    return script;
  };

  rutin.script = { load };
})();
