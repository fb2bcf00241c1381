// @ts-check
/** The question whether to save, and what is then saved, as an element. */
(() => {
  'use strict';

  const { rutin } = window;
  const { today, add, long } = rutin.dates;
  const { el } = rutin.dom;
  const { button, buttons } = rutin.pieces;
  const { DAYS } = rutin.store;
  const words = rutin.words.saving;

  const question = () =>
    el(
      'section',
      { class: 'rg-keep' },
      el('h2', { tabindex: -1, 'data-key': 'rubrik:spara' }, words.askSave),
      el('p', {}, words.whatIsSaved(long(add(today(), DAYS)))),
      el('p', {}, words.whoSeesIt),
      buttons(button('spara-ja', words.yes), button('spara-nej', words.cancel)),
    );

  rutin.savePanel = { question };
})();
