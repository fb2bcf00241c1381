// @ts-check
/**
 * The search's script and style are asked for when the menu that it stands in is first opened: most visits never
 * search. Until it has come, and if it does not, the menu has the search's own HTML, a link to A–Ö.
 */
(() => {
  'use strict';

  const menu = document.querySelector('details.rg-menu');
  const search = document.querySelector('rutin-search');
  if (!(menu instanceof HTMLDetailsElement) || !(search instanceof HTMLElement)) return;

  const load = () => {
    const style = document.createElement('link');
    style.rel = 'stylesheet';
    style.href = search.dataset.styles ?? '';
    document.head.append(style);
    window.rutin.script.load(search.dataset.script ?? '');
  };
  // Opened before this script had come, it tells of it no more.
  if (menu.open) load();
  else menu.addEventListener('toggle', load, { once: true });
})();
