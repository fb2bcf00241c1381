// @ts-check
/**
 * The stages of the conversation, one function each: who the reader is, Nu, Väntar, Sedan, Klart. Each takes the scene and gives back an
 * element, or null where there is nothing to show. Needs days.js, parts.js and summary.js.
 */
(() => {
  'use strict';

  const { rutin } = window;
  const { el, button, heading, tracks, own, asked, waiting, later, over, told } = rutin.parts;
  const { how } = rutin.summary;
  const { last } = rutin.days;

  /** @param {Scene} scene @param {Place} place */
  const at = ({ steps, places }, place) => steps.filter((step) => places.get(step.id) === place);

  /** @param {Scene} scene @param {Place} place */
  const mineAt = (scene, place) => at(scene, place).filter((step) => step.owners.includes(scene.role.id));

  /** What a role that is not responsible may be asked, at a place. @param {Scene} scene @param {Place} place */
  const helpedAt = (scene, place) =>
    at(scene, place)
      .filter((step) => !step.owners.includes(scene.role.id))
      .flatMap((step) => step.told.filter((line) => line.role === scene.role.id).map((line) => ({ step, text: line.text })));

  /** @param {Role[]} roles */
  const choose = (roles) =>
    el(
      'section',
      {},
      el('h2', { tabindex: -1, 'data-key': 'rubrik:vem' }, 'Vem är du?'),
      el('p', { class: 'rg-small' }, 'Det du svarar stannar på den här sidan.'),
      el('ul', { class: 'rg-roles rg-helpers' }, ...roles.map((role) => el('li', {}, button(`roll:${role.id}`, role.name, { class: 'rg-role-button' })))),
    );

  /** @param {Scene} scene */
  const you = ({ role }) => el('div', { class: 'rg-you' }, el('p', {}, 'Du är: ', el('a', { href: role.href }, role.name)), button('byt-roll', 'Byt roll'));

  /** What stands under Nu when nothing does. @param {Scene} scene */
  const idle = (scene) => {
    if (mineAt(scene, 'sedan').length) return 'Du behöver inte göra något just nu.';
    return at(scene, 'nu').length || at(scene, 'sedan').length ? 'Du har inget mer att göra. Andra går vidare.' : 'Alla steg är klara.';
  };

  /** @param {Scene} scene */
  const now = (scene) => {
    const mine = mineAt(scene, 'nu');
    const helped = helpedAt(scene, 'nu');
    return el(
      'section',
      { class: 'rg-now' },
      heading('nu', 'Nu', mine.length + helped.length),
      mine.length > 0 && tracks(mine, (step) => (step.question ? asked(step) : own(step, last(step, scene.state.event), scene.skipping === step.id))),
      helped.length > 0 && el('ul', { class: 'rg-acts' }, ...helped.map((line) => told(line.step, line.text, true))),
      !mine.length && !helped.length && el('p', {}, idle(scene)),
    );
  };

  /** @param {Scene} scene */
  const others = (scene) => {
    const theirs = at(scene, 'nu').filter((step) => !step.owners.includes(scene.role.id));
    return theirs.length ? el('section', { class: 'rg-waiting' }, heading('vantar', 'Väntar', theirs.length), el('ul', { class: 'rg-waits' }, ...theirs.map(waiting))) : null;
  };

  /** The first step of a track can be begun at once by the one whose part it is, unless she has something to do in the track. @param {Scene} scene */
  const coming = (scene) => {
    const mine = mineAt(scene, 'sedan');
    const helped = helpedAt(scene, 'sedan');
    if (!mine.length && !helped.length) return null;
    const busy = new Set(mineAt(scene, 'nu').map((step) => step.track));
    /** @param {Step} step */
    const startable = (step) => !busy.has(step.track) && mine.find((other) => other.track === step.track) === step;
    return el(
      'section',
      { class: 'rg-coming' },
      heading('sedan', 'Sedan', mine.length + helped.length),
      mine.length > 0 && tracks(mine, (step) => later(step, last(step, scene.state.event), startable(step))),
      helped.length > 0 && el('ul', { class: 'rg-acts' }, ...helped.map((line) => told(line.step, line.text, false))),
    );
  };

  /** @param {Scene} scene */
  const done = (scene) => {
    const steps = at(scene, 'klart');
    return steps.length ? el('section', { class: 'rg-done' }, heading('klart', 'Klart', steps.length), el('ul', { class: 'rg-overs' }, ...steps.map((step) => over(step, how(step, 'klart', scene.state))))) : null;
  };

  rutin.stages = { choose, you, now, others, coming, done };
})();
