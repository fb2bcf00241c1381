// @ts-check
/**
 * The search's script and style are asked for when the menu that it stands in is first opened: most visits never
 * search. Where it does not come that is said there, and it is asked for again when the menu is next opened.
 */
(() => {
  'use strict';

  const menu = document.querySelector('details.rg-menu');
  const search = document.querySelector('rutin-search');
  if (!(menu instanceof HTMLDetailsElement) || !(search instanceof HTMLElement)) return;

  const missing = search.querySelector('p');
  const style = document.createElement('link');
  style.rel = 'stylesheet';
  style.href = search.dataset.styles ?? '';
  const load = () => {
    if (!menu.open) return;
    menu.removeEventListener('toggle', load);
    document.head.append(style);
    const script = window.rutin.script.load(search.dataset.script ?? '');
    script.onerror = () => {
      missing?.replaceChildren(search.dataset.missing ?? '');
      menu.addEventListener('toggle', load);
    };
  };
  menu.addEventListener('toggle', load);
  load(); // Opened before this script had come, it tells of it no more.
})();
