// @ts-check
/**
 * Jag är i samtal: all the words of one contact on one screen, large, with the number on top and a box for what must be
 * said, and what is asked at the start: the one who knows the answer is on the line.
 */
(() => {
  'use strict';

  const { rutin } = window;
  const { el } = rutin.dom;
  const { button } = rutin.pieces;
  const { of } = rutin.facts;
  const { due } = rutin.scene;
  const { question } = rutin.stages;
  const words = rutin.words.guide;

  /** The steps of the contact that is called in; none, and nobody is called. @param {Scene} scene */
  const steps = ({ steps, moment }) => {
    const step = steps.find(({ id }) => id === moment.calling);
    if (!step) return [];
    return step.group ? steps.filter(({ group }) => group === step.group) : [step];
  };

  /** @param {string} key @param {Child} text @param {boolean} checked @param {string} id */
  const box = (key, text, checked, id) =>
    el(
      'p',
      { class: 'rg-tick rg-call-box' },
      el('input', { type: 'checkbox', id, 'data-key': key, autocomplete: 'off', checked }),
      el('label', { for: id }, text)
    );

  /**
   * One action's words: under its box where there are several; what must be said has a box that is kept nowhere.
   * @param {Step} step @param {boolean} several @param {Scene} scene
   */
  const part = (step, several, { state, moment }) =>
    el(
      'div',
      { class: 'rg-call-part', 'data-item': step.id },
      several && box(`kryss:${step.id}`, step.text, Boolean(state.over[step.id]), `samtal_${step.id}`),
      ...step.say.map((line) => el('p', { class: 'rg-call-line' }, `”${line}”`)),
      ...(several
        ? []
        : of(step, 'requirement').map((must) =>
            box(`sagt:${step.id}`, must.textContent, moment.said.includes(step.id), `sagt_${step.id}`)
          ))
    );

  /** @param {Scene} scene */
  const section = (scene) => {
    const all = steps(scene);
    const [first] = all;
    if (!first) return null;
    const several = all.length > 1;
    return el(
      'section',
      { class: 'rg-say rg-call', 'aria-labelledby': '_samtal' },
      button('tillbaka', words.back, { class: 'rg-link' }),
      el(
        'h2',
        { id: '_samtal', tabindex: -1, 'data-key': 'rubrik:samtal' },
        first.talksTo ? words.callWith(first.talksTo) : words.inCall
      ),
      ...of(first, 'reach'),
      ...all.map((step) => part(step, several, scene)),
      !several &&
        box(
          `kryss:${first.id}`,
          `${words.isDone}: ${first.text}`,
          Boolean(scene.state.over[first.id]),
          `samtal_${first.id}`
        ),
      ...due(scene).beside.map(question(scene)),
      button('tillbaka', words.finish, { 'data-key': 'slut' })
    );
  };

  rutin.call = { section };
})();
