// @ts-check
/** Lämna över: when the reader has nothing more to do for now, who goes on, and the words to hand over with. */
(() => {
  'use strict';

  const { rutin } = window;
  const { today, long } = rutin.dates;
  const { el } = rutin.dom;
  const { series, together, inside, capital } = rutin.grammar;
  const { button, buttons } = rutin.pieces;
  const { at, mine, mineAt, called } = rutin.scene;
  const words = rutin.words.summary;

  /**
   * What the reader has done, answered and left out, and the steps of those who go on: all who would do it were told by
   * what is done, or it hung on her answer. Null when nobody goes on.
   * @param {Scene} scene
   */
  const shift = (scene) => {
    const { state } = scene;
    const over = mineAt(scene, 'klart');
    const actions = over.filter((step) => !step.question);
    const done = actions.filter((step) => state.over[step.id].how === 'gjort');
    const answered = over.filter((step) => step.question);
    const told = done.flatMap((step) => step.informs);
    /** @param {Step} step */
    const hangs = (step) => step.needs.some(({ question }) => answered.some(({ id }) => id === question));
    /** @param {Step} step */
    const follows = (step) => step.owners.every((id) => told.includes(id)) || (!step.question && hangs(step));
    const due = at(scene, 'nu').filter((step) => !mine(scene, step) && called(scene, step).length && follows(step));
    if (!due.length) return null;
    return { done, left: actions.filter((step) => !done.includes(step)), answered, due };
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
      ...found.done.map((step) => words.did(capital(step.done || step.text))),
      ...found.left.map((step) => words.left(step.text, over[step.id].reason)),
      ...found.answered.map((step) => words.answered(step.text, answers[step.id] === 'ja')),
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
      ...scene.handing.map((line) => el('p', { class: 'rg-small' }, line)),
      buttons(button('kopiera:over', words.copyText)),
    );
  };

  rutin.handover = { text, section };
})();
