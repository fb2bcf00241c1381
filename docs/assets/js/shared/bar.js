// @ts-check
/**
 * How high the bar is and on which row its last words stand, which the reader's text decides: the style sheet keeps
 * clear of the one, and where it is too high to follow, lets only the other do so.
 */
(() => {
  'use strict';

  /** @type {NodeListOf<HTMLElement>} */
  const found = document.querySelectorAll('.rg-bar, .rg-bar > :last-child');
  const [bar, last] = found;
  if (!last) return;
  const { style } = document.documentElement;
  new ResizeObserver(() => {
    style.setProperty('--bar', `${bar.offsetHeight}px`);
    style.setProperty('--last-row', `${-last.offsetTop}px`);
  }).observe(bar);
})();
