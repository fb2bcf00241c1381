// @ts-check
/**
 * What stands around the conversation: that it is not saved, and how it is; and last, apart from all else, a new event
 * and erasing. Both are asked about once.
 */
(() => {
  'use strict';

  const { rutin } = window;
  const { add, long, today } = rutin.dates;
  const { el } = rutin.dom;
  const { button, buttons } = rutin.pieces;
  const { you } = rutin.stages;
  const { dated } = rutin.days;
  const words = rutin.words.guide;

  /** @param {Scene} scene @param {Store} store */
  const line = ({ state }, { saving, lastDay }) => {
    if (saving) {
      return [
        el('span', { tabindex: -1, 'data-key': 'rubrik:sparat' }, words.savedUntil(long(lastDay))),
        button('igen:har', words.again, { class: 'rg-link' }),
      ];
    }
    const begun = state.event || [state.over, state.answers].some((all) => Object.keys(all).length > 0);
    return [
      el('span', {}, begun ? words.notSavedYet : words.notSaved),
      button('spara', words.save, { class: 'rg-link' }),
    ];
  };

  /** What is to be told of saving; null when there is nothing. @param {Store} store */
  const told = ({ notice }) => (notice ? el('div', { class: 'rg-notice' }, el('p', {}, notice)) : null);

  /** @param {string} verb @param {string} title @param {string[]} texts @param {string} yes */
  const question = (verb, title, texts, yes) =>
    el(
      'section',
      { class: 'rg-keep' },
      el('h2', { tabindex: -1, 'data-key': `rubrik:${verb}` }, title),
      ...texts.filter(Boolean).map((text) => el('p', {}, text)),
      buttons(button(`${verb}-ja`, yes), button(`${verb}-nej`, words.cancel))
    );

  /** What is saved, for how long, and who sees it. @param {Scene} scene */
  const saved = ({ steps }) => [
    words.whatIsSaved(
      dated(steps),
      steps.some((each) => each.question),
      long(add(today(), rutin.Store.DAYS))
    ),
    words.whoSeesIt(Boolean(document.querySelector('a.rg-leave'))),
    rutin.saved.text() === null ? '' : words.replaces,
  ];

  /**
   * One line under the role, and the question that Spara asks.
   * @param {Scene | null} scene @param {Store} store
   */
  const kept = (scene, store) => {
    if (!scene) return null;
    const asked = store.asking && question('spara', words.askSave, saved(scene), words.save);
    return el('div', {}, you(scene, ...line(scene, store)), asked);
  };

  /** @param {Scene | null} scene @param {Moment} moment */
  const asked = (scene, { asking }) =>
    asking === 'igen'
      ? question('igen', words.askAgain, words.whatAgain(!!scene?.steps.some(({ within }) => within)), words.startAgain)
      : question('radera', words.askErase, words.whatErase, words.erase);

  /**
   * Before a role is chosen only if something may lie on the device, and the way back to the role that was left.
   * @param {Scene | null} scene @param {Store} store @param {Moment} moment
   */
  const section = (scene, store, moment) => {
    const lies = scene || store.stored;
    if (!lies && !moment.left) return null;
    if (moment.asking) return asked(scene, moment);
    return el(
      'div',
      {},
      !scene && moment.left && buttons(button(`som:${moment.left}`, words.goOn)),
      scene && el('p', { class: 'rg-row rg-again' }, el('span', {}, words.oneCase), button('igen', words.again)),
      lies && el('p', { class: 'rg-apart' }, button('radera', words.erase, { class: 'rg-link' }))
    );
  };

  rutin.ending = { kept, told, section };
})();
