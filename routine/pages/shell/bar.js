// @ts-check
/**
 * Whether the bar has more than one row, how high it is and where its last row begins, which the reader's text decides:
 * the style sheet puts the numbers on the last row, keeps clear of the bar, and where it is too high to follow, lets
 * only that row do so.
 */
(() => {
  'use strict';

  /** @type {HTMLElement | null} */
  const bar = document.querySelector('.rg-bar');
  /** @type {HTMLElement | null} */
  const last = document.querySelector('.rg-leave') ?? document.querySelector('.rg-menu');
  if (!bar || !last) return;
  const { style } = document.documentElement;
  new ResizeObserver(() => {
    bar.classList.remove('rg-bar-rows');
    bar.classList.toggle('rg-bar-rows', last.offsetTop > 0);
    style.setProperty('--bar', `${bar.offsetHeight}px`);
    style.setProperty('--last-row', `${-last.offsetTop}px`);
  }).observe(bar);
})();
