// @ts-check
/** Lämna över: for each action, ready before it is ticked, to whom, how, and a text in the words of a person. */
(() => {
  'use strict';

  const { rutin } = window;
  const { long } = rutin.dates;
  const { el } = rutin.dom;
  const { series, inside } = rutin.grammar;
  const { buttonOf, buttons, fold } = rutin.pieces;
  const words = rutin.words.standing;

  /** @param {Scene} scene @param {string} id */
  const nameOf = ({ roles }, id) => roles.find((role) => role.id === id)?.name ?? '';

  /** @param {Scene} scene @param {Step} step */
  const hearing = ({ role }, { question, heard, informs, owners }) =>
    [...new Set(question ? heard : [...informs, ...owners])].filter((id) => id !== role.id);

  /**
   * Whom an action is told by being done, and those who share it, inside a sentence; of whom nobody has called in as
   * well: this calls them. Where the source does not say that they are told, that is marked.
   * @param {Scene} scene @param {Step} step
   */
  const to = (scene, step) => {
    const told = hearing(scene, step);
    const read = told.some((id) => ![...step.calls, ...step.owners].includes(id));
    return series(told.map((id) => inside(nameOf(scene, id)))) + (read ? words.reading : '');
  };

  /**
   * That it is done, as the reader says it, with the day if she has said one.
   * @param {Step} step @param {Over | undefined} over
   */
  const did = (step, over) => {
    const when = over?.day ? words.onDay(long(over.day), over.time) : '';
    return words.did(step.done, when);
  };

  /**
   * What to say or send when this is done. Who is told by it and has not heard hears the words to say.
   * @param {Scene} scene @param {Step} step
   */
  const textOf = (scene, step) => {
    const over = scene.state.over[step.id];
    const answer = scene.state.answers[step.id];
    // Who is called by the step itself has heard that it is done: to her it is what to say, also afterwards.
    const says = !over || hearing(scene, step).every((id) => step.calls.includes(id));
    let lines = step.informs.length && step.say.length && says ? step.say : [did(step, over)];
    if (step.question) lines = [step.said[answer] ?? words.answered(step.text, answer === 'ja')];
    return [...lines, ...(to(scene, step) ? [words.reply] : [])].join('\n');
  };

  /** @param {string} text */
  const said = (text) => el('div', { class: 'rg-say' }, ...text.split('\n').map((line) => el('p', {}, `”${line}”`)));

  /** @param {Scene} scene */
  const careful = ({ handing }) => handing.map((line) => el('p', { class: 'rg-small' }, line));

  /** One action's, folded. @param {Step} step @param {Shows} shows */
  const section = (step, { scene, left }) => {
    if ((!step.done && !step.question) || left) return null;
    const who = to(scene, step);
    return fold(`lamna:${step.id}`, words.handOver, who && words.to(who), '', () => [
      el(
        'div',
        {},
        el('p', {}, who ? words.how(who) : words.toNobody),
        said(textOf(scene, step)),
        buttons(buttonOf(`kopiera:${step.id}`, words.copyText, step.text)),
        ...careful(scene)
      ),
    ]);
  };

  rutin.handover = { to, textOf, section };
})();
