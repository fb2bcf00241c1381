// @ts-check
/**
 * The small pieces that the conversation is put together of. What a reader can press has a `data-key`, by which the
 * guide knows what was pressed and where the focus goes.
 */
(() => {
  'use strict';

  const { rutin } = window;
  const { el } = rutin.dom;

  /** @param {string} key @param {string} text @param {Attributes} [attributes] @param {Child[]} more */
  const button = (key, text, attributes = {}, ...more) =>
    el('button', { type: 'button', class: 'rg-button', 'data-key': key, ...attributes }, text, ...more);

  /**
   * One of several with the same words, told apart by what it is about.
   * @param {string} key @param {string} text @param {string} about
   */
  const buttonOf = (key, text, about) => button(key, text, { 'aria-label': `${text}: ${about}` });

  /** @param {Child[]} children */
  const buttons = (...children) => el('p', { class: 'rg-buttons' }, ...children);

  /** @param {Child[]} children */
  const small = (...children) => el('span', { class: 'rg-small' }, ...children);

  /**
   * A stage's heading, underlined, with its count. It takes focus when what was pressed is gone.
   * @param {string} id @param {string} title @param {string} [count] In words.
   */
  const heading = (id, title, count = '') =>
    el(
      'div',
      { class: 'rg-stage' },
      el('h2', { id: `_${id}`, tabindex: -1, 'data-key': `rubrik:${id}` }, title),
      count && small(count)
    );

  /** What is in a fold that is made when it is first folded out: most never are. @type {WeakMap<Element, Made>} */
  const made = new WeakMap();

  /** @template {Element} T @param {T} fold @param {Made} make */
  const later = (fold, make) => {
    made.set(fold, make);
    return fold;
  };

  /**
   * Makes what is in a fold that is open, or is about to be, once.
   * @param {Element} fold @param {boolean} [opening]
   */
  const fill = (fold, opening = false) => {
    const make = made.get(fold);
    if (!make || !(opening || fold.hasAttribute('open'))) return;
    made.delete(fold);
    fold.append(.../** @type {(Node | string)[]} */ (make().filter(Boolean)));
  };

  /** A fold that stays gets what is to be made in the one wanted. @param {Element} old @param {Element} wanted */
  const adopt = (old, wanted) => {
    const make = made.get(wanted);
    if (make) made.set(old, make);
    else made.delete(old);
  };

  /**
   * What folds out: its name, a line of what is in it, a count. It stays as the reader leaves it, by its key.
   * @param {string} key @param {string} title @param {string} about @param {string} count
   * @param {Made} content How it is made once it is wanted: what is not seen is not made anew with every press.
   */
  const fold = (key, title, about, count, content) => {
    const name = el('span', {}, title, about && ' ', about && small(about));
    const summary = el('summary', { 'data-key': key }, name, ' ', count && small(count));
    return later(el('details', { class: 'rg-more', 'data-fold': key }, summary), content);
  };

  /**
   * Says which steps are in it: by that a step is found that is not made yet.
   * @param {{ id: string }[]} steps @param {HTMLElement} fold
   */
  const marked = (steps, fold) => {
    fold.dataset.holds = steps.map(({ id }) => id).join(' ');
    return fold;
  };

  /**
   * Together by what `key` says of them, in the order in which they come.
   * @template T @param {T[]} items @param {(item: T) => string} key @returns {Map<string, T[]>}
   */
  const grouped = (items, key) => {
    const groups = new Map();
    for (const item of items) groups.set(key(item), [...(groups.get(key(item)) ?? []), item]);
    return groups;
  };

  /** In the order of their tracks. @template {{ track: string }} T @param {T[]} items */
  const byTrack = (items) => grouped(items, ({ track }) => track);

  /** Those of the same names together. @param {Step[]} steps */
  const byPerson = (steps) => [...grouped(steps, ({ names }) => names.join()).values()];

  /**
   * Under the label of each track, where there are several. @template {{ track: string, slot: string }} T
   * @param {T[]} members @param {(members: T[]) => Child[]} content
   */
  const tracks = (members, content) =>
    [...byTrack(members)].map(([track, these]) =>
      el(
        'div',
        { class: track ? `rg-track rg-track-${these[0].slot}` : 'rg-trackless' },
        track && el('h3', { class: 'rg-track-label' }, track),
        ...content(these)
      )
    );

  rutin.pieces = {
    button,
    buttonOf,
    buttons,
    small,
    heading,
    fold,
    marked,
    later,
    fill,
    adopt,
    grouped,
    byTrack,
    byPerson,
    tracks,
  };
})();
