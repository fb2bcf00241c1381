// @ts-check
/** A step as an item of each stage. They decide nothing and remember nothing. */
(() => {
  'use strict';

  const { rutin } = window;
  const { el } = rutin.dom;
  const { together } = rutin.grammar;
  const { button, buttons, small } = rutin.pieces;
  const { all, toStandIn, meanwhile } = rutin.facts;
  const words = rutin.words.guide;

  /** @param {string} last A step's last day in words, or ''. */
  const due = (last) => last && el('p', { class: 'rg-last' }, last);

  /** A form for why a step is left out. @param {Step} step */
  const why = ({ id }) =>
    el(
      'form',
      { class: 'rg-why', 'data-form': id, autocomplete: 'off' },
      el('label', { for: `skal_${id}` }, words.why),
      el('input', {
        id: `skal_${id}`,
        class: 'rg-input',
        type: 'text',
        maxlength: 200,
        autocomplete: 'off',
        spellcheck: 'false',
        'data-key': `skal:${id}`,
      }),
      buttons(
        el('button', { class: 'rg-button', type: 'submit', 'data-key': `utgar:${id}` }, words.skip),
        button(`avbryt:${id}`, words.cancel),
      ),
    );

  /** An action of the reader's own, with its box. @param {Step} step @param {string} last @param {boolean} skipping */
  const own = (step, last, skipping) =>
    el(
      'li',
      { class: 'rg-act rg-tick', 'data-item': step.id },
      el('input', { type: 'checkbox', id: `kryss_${step.id}`, 'data-key': `kryss:${step.id}`, autocomplete: 'off' }),
      el(
        'div',
        {},
        el('label', { for: `kryss_${step.id}` }, step.text),
        due(last),
        ...all(step),
        skipping
          ? why(step)
          : buttons(button(`hoppa:${step.id}`, words.skip, { 'aria-label': words.skipStep(step.text) })),
      ),
    );

  /** A question that the reader answers; Vet inte än leaves it as it is. @param {Step} step */
  const asked = (step) => {
    const text = step.own || step.text;
    return el(
      'li',
      { class: 'rg-ask', 'data-item': step.id },
      el('h3', {}, text),
      ...all(step),
      el(
        'div',
        { class: 'rg-choose', role: 'group', 'aria-label': text },
        button(`ja:${step.id}`, words.yes),
        button(`nej:${step.id}`, words.no),
        button(`vet-inte:${step.id}`, words.notYet),
      ),
    );
  };

  /** What became of it, when somebody else answers or acts. @param {Step} step */
  const outcome = (step) => {
    if (step.question) {
      return el(
        'div',
        { class: 'rg-buttons', role: 'group', 'aria-label': words.whatAnswerTo(step.text) },
        small(words.whatAnswer),
        button(`ja:${step.id}`, words.yes),
        button(`nej:${step.id}`, words.no),
      );
    }
    const label = words.knownOf(together(step.names), step.others);
    return buttons(button(`kryss:${step.id}`, words.known, { 'aria-label': label }));
  };

  /**
   * What somebody else does or answers now. No box: it is somebody else's.
   * @param {Step} step @param {boolean} advised Whether what helps meanwhile is shown.
   */
  const waiting = (step, advised) =>
    el(
      'li',
      { class: 'rg-wait', 'data-item': step.id },
      el('b', {}, together(step.names)),
      step.question ? words.answers(step.text) : step.others,
      ...(advised ? meanwhile(step) : []),
      outcome(step),
    );

  /**
   * What comes later. The first of a track can be done at once by the one whose part it is.
   * @param {Step} step @param {string} last @param {boolean} startable
   */
  const later = (step, last, startable) =>
    el(
      'li',
      { class: 'rg-later', 'data-item': step.id },
      step.question ? step.own || step.text : step.text,
      due(last),
      startable && begin(step, step.question ? words.answerNow : words.doNow),
    );

  /** A way in for a role whose part comes later, or which need not wait. @param {Step} step @param {string} label */
  const begin = (step, label) =>
    buttons(
      button(`hit:${step.id}`, label, { 'aria-label': words.beginStep(label, step.own || step.text) }),
      small(words.beforeIsUnknown),
    );

  /** What is over, and how to take it back. @param {Step} step @param {string} how */
  const over = (step, how) =>
    el(
      'li',
      { class: 'rg-over', 'data-item': step.id },
      el('span', {}, step.text, ' ', small(how)),
      button(`angra:${step.id}`, words.undo, { 'aria-label': words.undoStep(step.text) }),
    );

  /**
   * What a role that is not responsible may be asked to do. Who stands in for somebody has the words as well.
   * @param {Step} step @param {Told} line
   */
  const told = (step, line) =>
    el(
      'li',
      { class: 'rg-act', 'data-item': step.id },
      el('p', { class: 'rg-act-text' }, line.text),
      ...(line.standsIn ? toStandIn(step) : []),
      el('p', { class: 'rg-note' }, words.responsible(together(step.names), line.standsIn)),
    );

  rutin.items = { own, asked, waiting, later, begin, over, told };
})();
