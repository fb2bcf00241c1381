// @ts-check
/**
 * The stages of the conversation, one function each: who the reader is, what she can do, what others do, what comes
 * later, what is done. Each takes the scene and gives back an element, or null where there is nothing to show.
 */
(() => {
  'use strict';

  const { rutin } = window;
  const { el } = rutin.dom;
  const { button, heading, tracks, byPerson } = rutin.pieces;
  const items = rutin.items;
  const { how } = rutin.summary;
  const { last } = rutin.days;
  const { at, mine, mineAt, helper, due, uncalled, called } = rutin.scene;
  const { meanwhile } = rutin.facts;
  const words = rutin.words.guide;

  /** @param {Child[]} children */
  const list = (...children) => el('ul', { class: 'rg-acts' }, ...children);

  /** What a role that is not responsible may be asked, in these steps. @param {Scene} scene @param {Step[]} steps */
  const helped = (scene, steps) =>
    steps
      .filter((step) => !mine(scene, step))
      .flatMap((step) => step.told.filter((line) => line.role === scene.role.id).map((line) => items.told(step, line)));

  /** @param {Role} role */
  const choice = ({ id, own, summary }) =>
    el(
      'li',
      {},
      button(`roll:${id}`, own, { class: 'rg-role-button', 'aria-describedby': `om_${id}` }),
      el('p', { id: `om_${id}`, class: 'rg-small' }, summary),
    );

  /** @param {Role[]} roles */
  const choose = (roles) =>
    el(
      'section',
      { class: 'rg-sheet' },
      el('h2', { tabindex: -1, 'data-key': 'rubrik:vem' }, words.who),
      el('p', { class: 'rg-small' }, words.onlyHere),
      el('ul', { class: 'rg-role-list' }, ...roles.map(choice)),
    );

  /** @param {Scene} scene */
  const you = ({ role }) =>
    el(
      'div',
      { class: 'rg-you' },
      el('p', {}, role.own === role.name && words.you, el('b', {}, role.own)),
      button('byt-roll', words.changeRole),
    );

  /** What stands under Nu when nothing does. @param {Scene} scene */
  const idle = (scene) => {
    if (mineAt(scene, 'sedan').length) return el('p', {}, words.nothingNow);
    const goes = at(scene, 'nu').length || at(scene, 'sedan').length;
    return el('p', {}, goes ? words.nothingMore : words.allDone);
  };

  /** What an action of one's own shows beside its words. @param {Scene} scene @param {Step} step @returns {Shows} */
  const shows = ({ steps, state, skipping }, step) => ({
    last: last(step, state.event),
    before: steps
      .filter(({ id }) => step.waits.includes(id) && state.over[id])
      .map((other) => words.after(other.text, how(other, 'klart', state))),
    skipping: skipping === step.id,
  });

  /** A step that the role has before it, or several in one contact. @param {Scene} scene */
  const item = (scene) => (/** @type {Step[]} */ steps) => {
    const [step] = steps;
    if (step.question) return items.asked(step, step.owners.includes(scene.role.id));
    const shown = steps.map((each) => shows(scene, each));
    return steps.length > 1 ? items.contact(steps, shown) : items.own(step, shown[0]);
  };

  /** @param {Scene} scene */
  const now = (scene) => {
    if (helper(scene)) return null;
    const { first, rest } = due(scene);
    const asked = helped(scene, at(scene, 'nu'));
    const count = [...first, ...rest].flat().length + asked.length;
    return el(
      'section',
      { class: 'rg-now rg-sheet' },
      heading('nu', words.now, count),
      first.length > 0 && list(...first.map(item(scene))),
      rest.length > 0 && tracks(rest, item(scene)),
      asked.length > 0 && list(...asked),
      !count && idle(scene),
    );
  };

  /** All that a role which only helps may be asked to do, whenever it comes. @param {Scene} scene */
  const asked = (scene) => {
    if (!helper(scene)) return null;
    const open = scene.steps.filter((step) => scene.places.get(step.id) !== 'utgar');
    const lines = helped(scene, open);
    return el('section', { class: 'rg-now rg-sheet' }, heading('nu', words.asked, lines.length), list(...lines));
  };

  /**
   * What others do now, by person; of those whom nobody has called in, what is open. Only who has done a part of her
   * own may be left waiting by a question that is open.
   * @param {Scene} scene
   */
  const others = (scene) => {
    const now = at(scene, 'nu');
    const theirs = now.filter((step) => !mine(scene, step));
    // Before it has begun nobody else has heard of it.
    if (!theirs.length || now.some((step) => step.opens)) return null;
    /** @param {Step} step */
    const left = (step) => !called(scene, step).length;
    const advised = mineAt(scene, 'klart').length > 0;
    const done = theirs.filter((step) => !left(step));
    return el(
      'section',
      { class: 'rg-waiting rg-other' },
      heading('vantar', words.waiting, done.length),
      ...uncalled(scene).map((role) => gap(scene, role, theirs.filter(left))),
      ...byPerson(done).map((steps) =>
        items.person(
          steps[0],
          steps.map((step) => items.waiting(step, advised)),
        ),
      ),
    );
  };

  /**
   * Nothing where a role that is not called has nothing to do.
   * @param {Scene} scene @param {Role} role @param {Step[]} left
   */
  const gap = (scene, role, left) => {
    const steps = left.filter((step) => step.owners[0] === role.id);
    const helps = scene.steps.flatMap(meanwhile);
    const help = helps.find((each) => role.gap && each.textContent?.includes(role.gap));
    return steps.length > 0 && items.gap(role, steps, help);
  };

  /** What comes later, with what it waits for. @param {Scene} scene */
  const coming = (scene) => {
    if (helper(scene)) return null;
    const steps = mineAt(scene, 'sedan');
    const asked = helped(scene, at(scene, 'sedan'));
    if (!steps.length && !asked.length) return null;
    /** @param {Step[]} steps */
    const item = ([step]) => items.later(step, last(step, scene.state.event), step.owners.includes(scene.role.id));
    return el(
      'section',
      { class: 'rg-coming' },
      heading('sedan', words.coming, steps.length + asked.length),
      steps.length > 0 &&
        tracks(
          steps.map((step) => [step]),
          item,
        ),
      asked.length > 0 && list(...asked),
    );
  };

  /** What is done, and apart from it what the reader cannot know. @param {Scene} scene */
  const done = (scene) => {
    const { state } = scene;
    /** @param {string} key @param {string} title @param {Place} place */
    const part = (key, title, place) => {
      const lines = at(scene, place).map((step) => items.over(step, how(step, place, state), place === 'klart'));
      if (!lines.length) return null;
      return el(
        'section',
        { class: 'rg-done' },
        heading(key, title, lines.length),
        el('ul', { class: 'rg-overs' }, ...lines),
      );
    };
    const parts = [part('klart', words.done, 'klart'), part('okant', words.unknown, 'okant')].filter(Boolean);
    return parts.length > 0 ? el('div', {}, ...parts) : null;
  };

  rutin.stages = { choose, you, now, asked, others, coming, done };
})();
