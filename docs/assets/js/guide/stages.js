// @ts-check
/**
 * The stages of the conversation, one function each: who the reader is, Nu, Väntar, Sedan, Klart. Each takes the scene
 * and gives back an element, or null where there is nothing to show.
 */
(() => {
  'use strict';

  const { rutin } = window;
  const { el } = rutin.dom;
  const { button, heading, tracks } = rutin.pieces;
  const items = rutin.items;
  const { how } = rutin.summary;
  const { last } = rutin.days;
  const { assumed } = rutin.moves;
  const { at, mine, mineAt, helper, reachable, entry } = rutin.scene;
  const words = rutin.words.guide;

  /** @param {Child[]} children */
  const list = (...children) => el('ul', { class: 'rg-acts' }, ...children);

  /** What a role that is not responsible may be asked, in these steps. @param {Scene} scene @param {Step[]} steps */
  const helped = (scene, steps) =>
    steps
      .filter((step) => !mine(scene, step))
      .flatMap((step) => step.told.filter((line) => line.role === scene.role.id).map((line) => items.told(step, line)));

  /** @param {Role} role */
  const choice = ({ id, name, summary }) =>
    el(
      'li',
      {},
      button(`roll:${id}`, name, { class: 'rg-role-button', 'aria-describedby': `om_${id}` }),
      el('p', { id: `om_${id}`, class: 'rg-small' }, summary),
    );

  /** @param {Role[]} roles */
  const choose = (roles) =>
    el(
      'section',
      {},
      el('h2', { tabindex: -1, 'data-key': 'rubrik:vem' }, words.who),
      el('p', { class: 'rg-small' }, words.onlyHere),
      el('ul', { class: 'rg-roles rg-helpers' }, ...roles.map(choice)),
    );

  /** @param {Scene} scene */
  const you = ({ role }) =>
    el(
      'div',
      { class: 'rg-you' },
      el('p', {}, words.you, el('b', {}, role.name)),
      button('byt-roll', words.changeRole),
    );

  /** What stands under Nu when nothing does. @param {Scene} scene */
  const idle = (scene) => {
    const first = entry(scene);
    if (first && scene.role.starts) {
      return [el('p', {}, words.starts(scene.role.starts)), items.begin(first, words.beginHere)];
    }
    if (mineAt(scene, 'sedan').length) return [el('p', {}, words.nothingNow)];
    const goes = at(scene, 'nu').length || at(scene, 'sedan').length;
    return [el('p', {}, goes ? words.nothingMore : words.allDone)];
  };

  /** @param {Scene} scene */
  const now = (scene) => {
    if (helper(scene)) return null;
    const steps = mineAt(scene, 'nu');
    const asked = helped(scene, at(scene, 'nu'));
    /** @param {Step} step */
    const item = (step) =>
      step.question ? items.asked(step) : items.own(step, last(step, scene.state.event), scene.skipping === step.id);
    return el(
      'section',
      { class: 'rg-now' },
      heading('nu', words.now, steps.length + asked.length),
      steps.length > 0 && tracks(steps, item),
      asked.length > 0 && list(...asked),
      ...(steps.length || asked.length ? [] : idle(scene)),
    );
  };

  /** All that a role which only helps may be asked to do, whenever it comes. @param {Scene} scene */
  const asked = (scene) => {
    if (!helper(scene)) return null;
    const open = scene.steps.filter((step) => scene.places.get(step.id) !== 'utgar');
    const lines = helped(scene, open);
    return el('section', { class: 'rg-now' }, heading('nu', words.asked, lines.length), list(...lines));
  };

  /**
   * What others do now. Only who has done a part of her own may be left waiting by a question that is open.
   * @param {Scene} scene
   */
  const others = (scene) => {
    const theirs = at(scene, 'nu').filter((step) => !mine(scene, step));
    if (!theirs.length) return null;
    const advised = mineAt(scene, 'klart').length > 0;
    return el(
      'section',
      { class: 'rg-waiting' },
      heading('vantar', words.waiting, theirs.length),
      el('ul', { class: 'rg-waits' }, ...theirs.map((step) => items.waiting(step, advised))),
    );
  };

  /**
   * What comes later. Where nothing is to be done now, the first step of a track can be begun at once.
   * @param {Scene} scene
   */
  const coming = (scene) => {
    if (helper(scene)) return null;
    const steps = mineAt(scene, 'sedan');
    const asked = helped(scene, at(scene, 'sedan'));
    if (!steps.length && !asked.length) return null;
    const busy = mineAt(scene, 'nu').length > 0;
    const first = entry(scene);
    /** @param {Step} step */
    const leads = (step) => steps.find((other) => other.track === step.track) === step;
    /** @param {Step} step */
    const startable = (step) => !busy && step !== first && leads(step) && reachable(scene, step);
    return el(
      'section',
      { class: 'rg-coming' },
      heading('sedan', words.coming, steps.length + asked.length),
      steps.length > 0 && tracks(steps, (step) => items.later(step, last(step, scene.state.event), startable(step))),
      asked.length > 0 && list(...asked),
    );
  };

  /**
   * What is done, and apart from it what was passed by: that others have done it, nobody knows.
   * @param {Scene} scene
   */
  const done = (scene) => {
    const { state, places } = scene;
    const steps = at(scene, 'klart');
    /** @param {string} key @param {string} title @param {Step[]} some */
    const part = (key, title, some) => {
      const lines = some.map((step) => items.over(step, how(step, scene.steps, places, state)));
      const overs = el('ul', { class: 'rg-overs' }, ...lines);
      return some.length > 0 && el('section', { class: 'rg-done' }, heading(key, title, some.length), overs);
    };
    const unknown = steps.filter((step) => assumed(state, step.id));
    const known = steps.filter((step) => !unknown.includes(step));
    if (!steps.length) return null;
    return el('div', {}, part('klart', words.done, known), part('okant', words.unknown, unknown));
  };

  rutin.stages = { choose, you, now, asked, others, coming, done };
})();
