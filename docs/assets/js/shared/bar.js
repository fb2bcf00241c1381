// @ts-check
/**
 * How high the bar is and on which row its last words stand, which the reader's text decides: the style sheet keeps
 * clear of the one, and where it is too high to follow, lets only the other do so.
 */
(() => {
  'use strict';

  const bar = document.querySelector('.rg-bar');
  const last = bar?.lastElementChild;
  if (!(bar instanceof HTMLElement && last instanceof HTMLElement)) return;
  const { style } = document.documentElement;
  new ResizeObserver(() => {
    style.setProperty('--bar', `${bar.offsetHeight}px`);
    style.setProperty('--last-row', `${-last.offsetTop}px`);
  }).observe(bar);
})();
