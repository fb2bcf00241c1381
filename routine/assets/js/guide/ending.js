// @ts-check
/**
 * What stands around the conversation: that it is not saved, and how it is; and last, apart from all else, a new event
 * and erasing. Both are asked about once.
 */
(() => {
  'use strict';

  const { rutin } = window;
  const { long } = rutin.dates;
  const { el } = rutin.dom;
  const { button, buttons } = rutin.pieces;
  const { you } = rutin.stages;
  const words = rutin.words.guide;

  /** @param {Scene} scene @param {SaveChoice} choice */
  const line = ({ state }, { saving, lastDay, theirs }) => {
    if (saving) {
      const until = rutin.words.saving.savedUntil(long(lastDay));
      return [
        el('span', { tabindex: -1, 'data-key': 'rubrik:sparat' }, until),
        button('igen:har', words.again, { class: 'rg-link' }),
      ];
    }
    if (theirs) return [];
    const begun = state.event || [state.over, state.answers].some((all) => Object.keys(all).length > 0);
    return [
      el('span', {}, begun ? words.notSavedYet : words.notSaved),
      button('spara', words.save, { class: 'rg-link' }),
    ];
  };

  /**
   * What is to be told of saving, and the choice between two tabs; null when there is nothing.
   * @param {SaveChoice} choice
   */
  const told = ({ news, notice, theirs }) => {
    const saving = rutin.words.saving;
    const texts = [news, notice, theirs && saving.pickFirst].filter(Boolean).map((text) => el('p', {}, text));
    const tabs = theirs && buttons(button('ta-andra', saving.otherTab), button('skriv', saving.thisTab));
    return texts.length ? el('div', { class: 'rg-notice' }, ...texts, tabs) : null;
  };

  /**
   * One line under the role, and the question that Spara asks.
   * @param {Scene | null} scene @param {SaveChoice} choice
   */
  const kept = (scene, choice) => {
    if (!scene) return null;
    const question = choice.asking ? rutin.savePanel?.question(scene) : null;
    return el('div', {}, you(scene, ...line(scene, choice)), question);
  };

  /** @param {string} verb @param {string} title @param {string[]} texts @param {string} yes */
  const question = (verb, title, texts, yes) =>
    el(
      'section',
      { class: 'rg-keep' },
      el('h2', { tabindex: -1, 'data-key': `rubrik:${verb}` }, title),
      ...texts.map((text) => el('p', {}, text)),
      buttons(button(`${verb}-ja`, yes), button(`${verb}-nej`, words.cancel))
    );

  /** @param {Scene | null} scene @param {Moment} moment */
  const asked = (scene, { asking }) =>
    asking === 'igen'
      ? question('igen', words.askAgain, words.whatAgain(!!scene?.steps.some(({ within }) => within)), words.startAgain)
      : question('radera', words.askErase, words.whatErase, words.erase);

  /**
   * Before a role is chosen only if something may lie on the device, and the way back to the role that was left.
   * @param {Scene | null} scene @param {SaveChoice} choice @param {Moment} moment
   */
  const section = (scene, choice, moment) => {
    const lies = scene || choice.saving || choice.stored;
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
