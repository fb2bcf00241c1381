// @ts-check
/**
 * The stages of the conversation, one function each: who the reader is, what she does first, what else she can do, what
 * she decides, what others do, what comes later, what is done. Each takes the scene and gives back an element, or null
 * where there is nothing to show.
 */
(() => {
  'use strict';

  const { rutin } = window;
  const { el } = rutin.dom;
  const { button, fold, marked, heading, grouped, tracks, byPerson } = rutin.pieces;
  const { acts, questions, items } = rutin;
  const { last } = rutin.days;
  const { how, at, mine, asks, mineAt, helper, due, called, doubted, who, theirs, gaps } = rutin.scene;
  const { copy } = rutin.facts;
  const { counted } = rutin.news;
  const words = rutin.words.guide;

  /** @param {Scene} scene @param {Step} step */
  const hers = ({ role }, step) => step.owners.includes(role.id);

  /**
   * What an action of one's own shows beside its words.
   * @param {Scene} scene @returns {(step: Step) => Shows}
   */
  const shows = (scene) => (step) => {
    const { steps, state, places, moment } = scene;
    const over = state.over[step.id];
    return {
      scene,
      moment,
      said: { day: over?.day ?? '', time: over?.time ?? '' },
      how: over ? how(step, places.get(step.id), state) : '',
      left: over?.how === 'inte-aktuellt',
      last: last(step, state),
      before: steps
        .filter(({ id }) => step.waits.includes(id) && state.over[id])
        .map((other) => words.after(other.text, how(other, 'klart', state))),
    };
  };

  /** @param {Scene} scene @param {keyof HTMLElementTagNameMap} [kind] */
  const question = (scene, kind) => (/** @type {Step} */ step) => {
    return toTell(scene, step, questions.asked(ask(scene, step), { kind }));
  };

  /** @param {Scene} scene @param {Step} step @returns {Ask} */
  const ask = (scene, step) => ({
    step,
    text: asks(scene, step),
    hers: hers(scene, step),
    given: scene.state.answers[step.id],
    unsure: Boolean(scene.state.unsure?.includes(step.id)),
  });

  /**
   * Of a question of one's own, once it is answered and others are to hear of it: that nothing has been sent; else ''.
   * @param {Scene} scene @param {string} question
   */
  const unsent = (scene, question) => {
    const step = scene.steps.find(({ id }) => id === question && scene.state.answers[id]);
    const to = step && hers(scene, step) && rutin.handover.to(scene, step);
    return to ? words.notSent(to) : '';
  };

  /** With that stands the text to tell it with. @param {Scene} scene @param {Step} step @param {HTMLElement} asked */
  const toTell = (scene, step, asked) => {
    const line = unsent(scene, step.id);
    if (line)
      asked.append(el('p', { class: 'rg-unsent' }, line), rutin.handover.section(step, shows(scene)(step)) ?? '');
    return asked;
  };

  /** The role, and whether what is said is kept. @param {Scene} scene @param {Child[]} kept */
  const you = ({ role }, ...kept) =>
    el(
      'div',
      { class: 'rg-you' },
      el('p', { class: 'rg-you-role' }, role.own),
      button('byt-roll', words.changeRole, { class: 'rg-link' }),
      el('p', { class: 'rg-you-line' }, ...kept)
    );

  /**
   * What stands first when nothing is the reader's own to do: what she may be asked to do now, or else that there is
   * nothing.
   * @param {Scene} scene @returns {HTMLElement}
   */
  const idle = (scene) => {
    const asked = taking(scene, 'nu');
    if (!asked.length) return el('p', {}, nothing(scene));
    return el('ul', { class: 'rg-acts' }, ...asked.map((part) => items.told(scene, part, part.line)));
  };

  /** @param {Scene} scene */
  const nothing = (scene) => {
    const open = mineAt(scene, 'nu'); // Where no action stands first they are all questions.
    const { decide, rest } = due(scene);
    /** @param {Step[]} stage */
    const under = (stage) => open.every((step) => stage.includes(step));
    const stage = under(rest) ? words.also : under(decide) && words.decides;
    if (open.length) return words.asksLeft(counted(open), stage);
    if (mineAt(scene, 'sedan').length) return words.nothingNow;
    if (at(scene, 'nu').length) return words.nothingMore;
    // What is not known to be done is not said to be.
    return at(scene, 'sedan').length || at(scene, 'okant').length ? words.noneLeft : words.allDone;
  };

  /**
   * The one thing first; before it what is done together with somebody else, where that is read before it.
   * @param {Scene} scene
   */
  const first = (scene) => {
    if (helper(scene)) return null;
    const { lead, ahead, before, beside } = due(scene);
    const shared = sharedFirst(scene, lead);
    return el(
      'section',
      { class: 'rg-now rg-sheet rg-first' },
      ahead.length > 0 && el('ul', { class: 'rg-acts' }, ...ahead.map((step) => acts.own(step, shows(scene)(step)))),
      ...unanswered(scene),
      ...shared.map((part) => items.shared(scene, part, part.line)),
      ...before.map((step) => toTell(scene, step, questions.before(ask(scene, step)))),
      ...leading(scene, lead, shared.length ? words.ownNext : words.first, beside.map(question(scene)))
    );
  };

  /**
   * What the reader takes part in now, and is read before her own first thing: the first of it, and what she chooses
   * herself. What she may do in somebody's stead is not done together.
   * @param {Scene} scene @param {Step[]} lead
   */
  const sharedFirst = (scene, lead) => {
    const order = scene.steps.map(({ id }) => id);
    return taking(scene, 'nu')
      .filter(({ line }) => !line.standsIn)
      .filter(({ id }) => lead.length && !lead[0].question && order.indexOf(id) < order.indexOf(lead[0].id))
      .filter(({ line }, nth) => !nth || line.chooses);
  };

  /** @param {Scene} scene @param {Step[]} lead @param {string} what @param {HTMLElement[]} beside @returns {Child[]} */
  const leading = (scene, lead, what, beside) => {
    const [step] = lead;
    if (!step) return [acts.title(words.now), idle(scene), ...beside];
    if (step.question) return [questions.first(ask(scene, step)), ...beside];
    if (lead.length > 1) return [acts.contact(lead, lead.map(shows(scene))), ...beside];
    return [acts.first(step, shows(scene)(step), what, ...beside)];
  };

  /** What the reader decides, with what each answer means. @param {Scene} scene */
  const decide = (scene) => {
    const { decide } = due(scene);
    if (helper(scene) || !decide.length) return null;
    return el(
      'section',
      { class: 'rg-now rg-decide' },
      heading('bestammer', words.decides),
      ...decide.map(question(scene))
    );
  };

  /**
   * What takes the reader's part, in these steps; with whom nobody has called in nothing is done together, but what she
   * chooses herself she still can.
   * @param {Scene} scene @param {Place} place
   */
  const taking = (scene, place) =>
    at(scene, place)
      .filter((step) => !mine(scene, step))
      .flatMap((step) => step.told.filter(({ role }) => role === scene.role.id).map((line) => ({ ...step, line })))
      .filter((step) => step.line.standsIn || step.line.chooses || called(scene, step).length);

  /**
   * What else can be done now, by section: folded, with how much there is in it.
   * @param {Scene} scene
   */
  const also = (scene) => {
    if (helper(scene)) return null;
    const { lead, rest } = due(scene);
    const taken = taking(scene, 'nu');
    const already = (lead.length ? sharedFirst(scene, lead) : taken).map(({ id }) => id);
    const all = inOrder(
      scene,
      rest,
      taken.filter(({ id }) => !already.includes(id))
    );
    if (!all.length) return null;
    const open = all.filter(({ id }) => scene.places.get(id) === 'nu');
    return el(
      'section',
      { class: 'rg-now rg-also' },
      heading('kan', words.also, counted(open)),
      ...tracks(all, (these) => bySection(these).map((members) => section(scene, members)))
    );
  };

  /** @typedef {Step & { line?: Told }} Part */

  /**
   * One's own and what one takes part in, in the order of reading.
   * @param {Scene} scene @param {Step[]} steps @param {Part[]} parts @returns {Part[]}
   */
  const inOrder = (scene, steps, parts) =>
    scene.steps.flatMap(({ id }) => [...steps, ...parts].filter((each) => each.id === id));

  /** @param {Part[]} parts */
  const bySection = (parts) => [...grouped(parts, (part) => part.section).values()];

  /** @param {Scene} scene @param {Part[]} parts */
  const section = (scene, parts) => {
    const open = parts.filter(({ id }) => scene.places.get(id) === 'nu');
    const dated = open.map((step) => last(step, scene.state)).find(Boolean);
    const [asked] = open.filter((step) => step.question);
    const made = marked(
      parts,
      fold(
        `avsnitt:${parts[0].section}`,
        parts[0].section,
        dated ?? (asked ? asks(scene, asked) + asked.mark : ''),
        counted(open),
        () => [
          el(
            'ul',
            { class: 'rg-acts' },
            ...parts.map((step) => {
              if (step.line) return items.told(scene, step, step.line);
              return step.question ? question(scene, 'li')(step) : acts.own(step, shows(scene)(step));
            })
          ),
        ]
      )
    );
    made.dataset.open = open.map(({ id }) => id).join(' ');
    return made;
  };

  /** All that a role which only helps may be asked to do: it stands in the page. @param {Scene} scene */
  const asked = (scene) => {
    if (!helper(scene)) return null;
    const { id, asks } = scene.role;
    const [first, ...rest] = asks.map((part, at) => copy(part, `${id}:${at}`));
    return el('div', { class: 'rg-now' }, first, ...unanswered(scene), ...rest);
  };

  /**
   * What others do now, by person; of those whom nobody has called in, what is open, and of those who may not have
   * been, that. Only who has done a part of her own may be left waiting by a question that is open.
   * @param {Scene} scene
   */
  const others = (scene) => {
    const uncalled = gaps(scene).filter(({ first }) => !first);
    const asked = theirs(scene).filter((step) => called(scene, step).length);
    if (!uncalled.length && !asked.length) return null;
    const advised = mineAt(scene, 'klart').length > 0;
    /** @param {boolean} advised */
    const item = (advised) => (/** @type {Step} */ step) => items.waiting(scene, step, advised);
    const sure = asked.filter((step) => !doubted(scene, step));
    return el(
      'section',
      { class: 'rg-waiting rg-other' },
      heading('vantar', words.waiting, counted(sure)),
      ...uncalled.map(gap(scene)),
      ...byPerson(asked.filter((step) => doubted(scene, step))).map((steps) => {
        const { gap = '' } = scene.roles.find(({ id }) => id === steps[0].owners[0]) ?? {};
        return items.perhaps(who(scene, steps[0]), gap, steps.map(item(false)));
      }),
      ...byPerson(sure).map((steps) => items.person(steps, counted(steps), item(advised)))
    );
  };

  /** Of whom the reader has not reached: what is open then and what helps, before all else. @param {Scene} scene */
  const unanswered = (scene) =>
    gaps(scene)
      .filter(({ first }) => first)
      .map(gap(scene));

  /** @param {Scene} scene @returns {(gap: Gap) => HTMLElement} */
  const gap = (scene) => (each) => {
    const { role } = each;
    const wanted = `[data-fact="meanwhile"][data-open="${role.open}"] .rg-guide-band`;
    const [help] = scene.steps.flatMap(({ element }) => [...element.querySelectorAll(wanted)]);
    return items.gap(each, help ? copy(help, role.id) : null);
  };

  /** What comes later, with what it waits for. @param {Scene} scene */
  const coming = (scene) => {
    if (helper(scene)) return null;
    const all = inOrder(scene, mineAt(scene, 'sedan'), taking(scene, 'sedan'));
    if (!all.length) return null;
    const made = () =>
      el(
        'ul',
        { class: 'rg-acts' },
        ...all.map((step) =>
          step.line
            ? items.told(scene, step, step.line, true)
            : items.later(step, asks(scene, step) + step.mark, last(step, scene.state))
        )
      );
    const opening = at(scene, 'nu').some(({ opens }) => opens) && el('p', { class: 'rg-small' }, words.notBegun);
    const folded = fold('sedan', words.coming, '', counted(all), () => [opening, made()].filter(Boolean));
    return el('section', { class: 'rg-coming' }, marked(all, folded));
  };

  /** What is done, and apart from it what the reader cannot know: folded, and quiet. @param {Scene} scene */
  const done = (scene) => {
    const { lead, ahead } = due(scene);
    /** @param {string} key @param {string} title @param {Place} place */
    const part = (key, title, place) => {
      // What the reader has just done herself stays where it was; what she is told of she knows.
      const steps = at(scene, place).filter(
        (step) =>
          !step.question &&
          !(scene.moment.just === step.id && mine(scene, step)) &&
          ![...lead, ...ahead].includes(step) &&
          (place === 'klart' || !step.informs.includes(scene.role.id))
      );
      if (!steps.length) return null;
      /** @param {Step} step */
      const line = (step) =>
        items.overs(step, { ...shows(scene)(step), how: how(step, place, scene.state) }, place === 'klart');
      const folded = fold(key, title, '', words.steps(steps.length), () => [
        el('ul', { class: 'rg-overs' }, ...steps.map(line)),
      ]);
      return el('section', { class: 'rg-done' }, marked(steps, folded));
    };
    const parts = [part('klart', words.done, 'klart'), part('okant', words.unknown, 'okant')].filter(Boolean);
    return parts.length > 0 ? el('div', {}, ...parts) : null;
  };

  rutin.stages = { question, unsent, you, first, asked, decide, also, others, coming, done };
})();
