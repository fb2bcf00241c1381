// @ts-check
/**
 * A link to the guide for a role shows that role's first screen at once. The browser itself finds what an address
 * points at only when all scripts have run: until then this rule says what :target says after it, and without scripts.
 * The conversation, which will be asked for, is on its way meanwhile.
 */
(() => {
  'use strict';

  /** The conversation is fetched, and not run: its address stands on this script's own tag. */
  window.rutin.preload = () => {
    const tag = document.querySelector('[data-conversation]');
    const coming = document.createElement('link');
    coming.rel = 'preload';
    coming.setAttribute('as', 'script');
    coming.href = (tag && tag.getAttribute('data-conversation')) || '';
    document.head.append(coming);
  };

  const id = location.hash.slice(1);
  if (!/^roll_[a-z0-9-]+$/.test(id)) return;
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(
    `#${id}.rg-begins-with{display:block}#${id}~.rg-guide-who{display:none}` +
      `.rg-page:has(#${id})>h1{position:absolute;clip-path:inset(50%)}`
  );
  document.adoptedStyleSheets = [sheet];
  // The address points elsewhere, also where no conversation has come to take this away.
  window.addEventListener('hashchange', () => {
    document.adoptedStyleSheets = [];
  });
  window.rutin.preload();
})();
