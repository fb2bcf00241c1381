// @ts-check
/** The question whether to save, and what is then saved, as an element. */
(() => {
  'use strict';

  const { rutin } = window;
  const { today, add, long } = rutin.dates;
  const { el } = rutin.dom;
  const { button, buttons } = rutin.pieces;
  const { DAYS } = rutin.store;
  const { dated } = rutin.days;
  const words = rutin.words.saving;

  /** @param {Scene} scene */
  const question = ({ steps }) =>
    el(
      'section',
      { class: 'rg-keep' },
      el('h2', { tabindex: -1, 'data-key': 'rubrik:spara' }, words.askSave),
      el(
        'p',
        {},
        words.whatIsSaved(
          dated(steps),
          steps.some((each) => each.question),
          long(add(today(), DAYS))
        )
      ),
      el('p', {}, words.whoSeesIt(Boolean(document.querySelector('a.rg-leave')))),
      buttons(button('spara-ja', words.yes), button('spara-nej', words.cancel))
    );

  rutin.savePanel = { question };
})();
