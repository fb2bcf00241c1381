// @ts-check
/**
 * The menu closes when the reader leaves the bar, so that it is not said to be open where nobody sees it, and with
 * Escape. Without scripts it is only hidden meanwhile, by its style.
 */
(() => {
  'use strict';

  const menu = document.querySelector('details.rg-menu');
  const bar = menu?.parentElement;
  if (!(menu instanceof HTMLDetailsElement && bar)) return;
  bar.addEventListener('focusout', ({ relatedTarget }) => {
    if (relatedTarget instanceof Node && !bar.contains(relatedTarget)) menu.open = false;
  });
  menu.addEventListener('keydown', (event) => {
    if (event.key !== 'Escape' || event.isComposing || event.defaultPrevented || !menu.open) return;
    menu.open = false;
    menu.querySelector('summary')?.focus();
  });
})();
