// @ts-check
/**
 * The small pieces that the conversation is put together of. What a reader can press has a `data-key`, by which the
 * guide knows what was pressed and where the focus goes.
 */
(() => {
  'use strict';

  const { rutin } = window;
  const { el } = rutin.dom;

  /** @param {string} key @param {string} text @param {Attributes} [attributes] */
  const button = (key, text, attributes = {}) =>
    el('button', { type: 'button', class: 'rg-button', 'data-key': key, ...attributes }, text);

  /** @param {Child[]} children */
  const buttons = (...children) => el('p', { class: 'rg-buttons' }, ...children);

  /** @param {Child[]} children */
  const small = (...children) => el('span', { class: 'rg-small' }, ...children);

  /**
   * A stage's heading, underlined, with its count. It takes focus when what was pressed is gone.
   * @param {string} id @param {string} title @param {number} count
   */
  const heading = (id, title, count) =>
    el(
      'div',
      { class: 'rg-stage' },
      el('h2', { id: `_${id}`, tabindex: -1, 'data-key': `rubrik:${id}` }, title),
      small(String(count)),
    );

  /** In the order of their tracks. @template {{ track: string }} T @param {T[]} items @returns {Map<string, T[]>} */
  const byTrack = (items) => {
    const groups = new Map();
    for (const item of items) groups.set(item.track, [...(groups.get(item.track) ?? []), item]);
    return groups;
  };

  /** Those of the same names together, in the order in which they come. @param {Step[]} steps @returns {Step[][]} */
  const byPerson = (steps) => {
    const groups = new Map();
    for (const step of steps) groups.set(step.names.join(), [...(groups.get(step.names.join()) ?? []), step]);
    return [...groups.values()];
  };

  /**
   * Items under the label of their track: a step, or several that go together.
   * @param {Step[][]} lists @param {(steps: Step[]) => HTMLElement} item
   */
  const tracks = (lists, item) => {
    const groups = byTrack(lists.map((steps) => ({ track: steps[0].track, slot: steps[0].slot, steps })));
    const sections = [...groups].map(([track, members]) =>
      el(
        'div',
        { class: `rg-track rg-track-${members[0].slot}` },
        el('p', { class: 'rg-track-label' }, track),
        el('ul', { class: 'rg-acts' }, ...members.map((member) => item(member.steps))),
      ),
    );
    return el('div', { class: 'rg-pair' }, ...sections);
  };

  rutin.pieces = { button, buttons, small, heading, byTrack, byPerson, tracks };
})();
