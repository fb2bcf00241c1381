// @ts-check
/**
 * The scripts that the guide asks for later. Where they lie hangs on the page, which says it on the tag of the script
 * that is run first.
 */
(() => {
  'use strict';

  const { rutin } = window;
  // From another of the page's files.
  if (rutin.late) return;
  const tag = document.querySelector('[data-conversation]');
  const { conversation, exports } = /** @type {HTMLElement & { dataset: Addresses }} */ (tag).dataset;

  /** The conversation is fetched, and not run. */
  const preload = () => {
    const coming = document.createElement('link');
    coming.rel = 'preload';
    coming.setAttribute('as', 'script');
    coming.href = conversation;
    document.head.append(coming);
  };

  rutin.late = { conversation, exports, preload };
})();
