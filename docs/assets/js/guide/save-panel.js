// @ts-check
/** The choice to save, as elements: the question, how it stands, and the choice between two tabs. */
(() => {
  'use strict';

  const { rutin } = window;
  const { today, add, long } = rutin.dates;
  const { el } = rutin.dom;
  const { button, buttons } = rutin.pieces;
  const { DAYS } = rutin.store;
  const words = rutin.words.saving;

  /** @param {Child[]} children */
  const section = (...children) => el('section', { class: 'rg-keep' }, ...children);

  /**
   * What stands above the conversation: what is to be told, and the choice between two tabs; null when there is
   * nothing.
   * @param {SaveChoice} choice
   */
  const told = ({ news, notice, theirs }) => {
    const texts = [news, notice].filter(Boolean).map((text) => el('p', {}, text));
    const tabs = theirs && buttons(button('ta-andra', words.otherTab), button('skriv', words.thisTab));
    return texts.length ? el('div', { class: 'rg-notice' }, ...texts, tabs) : null;
  };

  const question = () =>
    section(
      el('h2', {}, words.askSave),
      el('p', {}, words.whatIsSaved(long(add(today(), DAYS)))),
      el('p', {}, words.whoSeesIt),
      buttons(button('spara-ja', words.yes), button('spara-nej', words.cancel)),
    );

  /** @param {SaveChoice} choice */
  const standing = ({ theirs, saving, lastDay }) => {
    if (theirs) return words.pickFirst;
    return saving ? words.savedUntil(long(lastDay)) : words.notSaved;
  };

  /**
   * What stands below it. Before a role is chosen only if something may lie on the device.
   * @param {SaveChoice} choice @param {boolean} chosen
   */
  const below = (choice, chosen) => {
    const { saving, stored, asking, theirs } = choice;
    if (!chosen && !saving && !stored) return null;
    if (asking) return question();
    const save = chosen && !saving && !theirs && buttons(button('spara', words.save));
    return section(
      el('p', { tabindex: -1, 'data-key': 'rubrik:sparat' }, standing(choice)),
      save,
      buttons(button('radera', words.erase)),
    );
  };

  rutin.savePanel = { told, below };
})();
