// @ts-check
/** Lämna över: when the reader has nothing more to do for now, who goes on, and the words to hand over with. */
(() => {
  'use strict';

  const { rutin } = window;
  const { today, long } = rutin.dates;
  const { el } = rutin.dom;
  const { series, together, inside, stopped } = rutin.grammar;
  const { button, buttons } = rutin.pieces;
  const { assumed } = rutin.moves;
  const words = rutin.words.summary;

  /**
   * What the reader has done, answered and left out, and what is due next; null while she has something to do, or has
   * done nothing.
   * @param {Scene} scene
   */
  const shift = ({ steps, places, role, state }) => {
    const mine = steps.filter((step) => step.owners.includes(role.id) && places.get(step.id) === 'klart');
    const over = mine.filter((step) => !assumed(state, step.id));
    const due = steps.filter((step) => places.get(step.id) === 'nu');
    if (!over.length || !due.length || due.some((step) => step.owners.includes(role.id))) return null;
    const actions = over.filter((step) => !step.question);
    return {
      done: actions.filter((step) => state.over[step.id].how === 'gjort'),
      left: actions.filter((step) => state.over[step.id].how !== 'gjort'),
      answered: over.filter((step) => step.question),
      due,
    };
  };

  /** @param {Step[]} steps */
  const receivers = (steps) => [...new Set(steps.flatMap((step) => step.names))];

  /** What to say or send; '' when nothing is to be handed over. @param {Scene} scene */
  const text = (scene) => {
    const found = shift(scene);
    if (!found) return '';
    const { over, answers } = scene.state;
    const ids = found.due.flatMap((step) => step.owners);
    const informing = found.done.filter((step) => step.informs.some((id) => ids.includes(id)));
    return [
      words.to(together(receivers(found.due))),
      words.from(scene.role.name),
      words.day(long(today())),
      ...informing.flatMap((step) => step.say),
      ...found.done.map((step) => words.did(step.text)),
      ...found.left.map((step) => words.left(step.text, over[step.id].reason)),
      ...found.answered.map((step) => words.answered(step.text, answers[step.id] === 'ja')),
      ...found.due.map((step) => stopped(words.due(series(step.names.map(inside)), step.text))),
    ].join('\n');
  };

  /** @param {Scene} scene */
  const section = (scene) => {
    const found = shift(scene);
    if (!found) return null;
    return el(
      'section',
      { class: 'rg-hand' },
      el('h2', { id: '_lamna-over' }, words.handOver),
      el('p', {}, words.goesOn(series(receivers(found.due).map(inside)))),
      el(
        'textarea',
        {
          class: 'rg-input',
          readonly: true,
          rows: 7,
          spellcheck: 'false',
          'aria-label': words.handOverText,
          'data-key': 'text:over',
          autocomplete: 'off',
        },
        text(scene),
      ),
      buttons(button('kopiera:over', words.copyText)),
    );
  };

  rutin.handover = { text, section };
})();
