// @ts-check
/** Leads on from an address that stands on printed sheets, with the code that a sheet adds to it. */
(() => {
  'use strict';

  const link = document.querySelector('a[data-moved]');
  if (link instanceof HTMLAnchorElement) {
    link.hash = window.location.hash;
    window.location.replace(link.href);
  }
})();
