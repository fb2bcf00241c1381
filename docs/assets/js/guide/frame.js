// @ts-check
/** The guide's frame: what is said, the conversation in its places, and below it the complete list, folded. */
(() => {
  'use strict';

  const { rutin } = window;
  const { today } = rutin.dates;
  const { el } = rutin.dom;
  const { put } = rutin.place;
  const { stages, handover, summary, savePanel } = rutin;
  const { pointedAt } = rutin.page;
  const words = rutin.words;

  const AHEAD = [stages.now, stages.asked, handover.section, stages.others, stages.coming];

  class Frame {
    live = el('p', { class: 'rg-live', 'aria-live': 'polite' });
    #top = el('div');
    #stages = el('div');
    #after = el('div');
    sum = el(
      'details',
      { class: 'rg-more rg-sum' },
      el('summary', { 'data-key': 'sammanstallning' }, words.summary.title),
      el('div'),
    );
    #keep = el('div');
    more = el('details', { class: 'rg-more' }, el('summary', {}, words.guide.allSteps));
    /** The day that is shown as today. */
    shownDay = '';

    /** @param {Days} days */
    constructor(days) {
      this.days = days;
      const places = [this.#top, this.#stages, days.element, this.#after, this.sum, this.#keep];
      this.case = el('div', { class: 'rg-case' }, ...places);
    }

    /** Takes its place in the page. @param {HTMLElement} list @param {HTMLElement} who */
    enter(list, who) {
      list.replaceWith(this.more);
      this.more.append(list);
      who.before(this.live, this.case);
      who.hidden = true;
    }

    /** A link to a step opens the list that holds it. */
    unfold() {
      const target = pointedAt();
      if (!target || !this.more.contains(target)) return;
      this.more.open = true;
      target.scrollIntoView();
    }

    /**
     * Shows the case as it is; before a role is chosen the roles, to choose among.
     * @param {Scene | null} scene @param {Shown} shown
     */
    paint(scene, { roles, choice, event, limits }) {
      const reason = this.#reason();
      const ahead = scene ? AHEAD.map((stage) => stage(scene)) : [stages.choose(roles)];
      put(this.#top, [savePanel.told(choice), scene && stages.you(scene)]);
      this.#keepOpen(ahead);
      put(this.#stages, ahead);
      const again = this.#reason();
      if (again && reason && again !== reason && again.id === reason.id) again.value = reason.value;
      this.shownDay = today();
      this.days.show(event, limits);
      put(this.#after, [scene && stages.done(scene)]);
      this.sum.hidden = !scene;
      this.summarise(scene, limits);
      put(this.#keep, [savePanel.below(choice, Boolean(scene))]);
    }

    /** What the reader has unfolded stays so. @param {(HTMLElement | null)[]} ahead */
    #keepOpen(ahead) {
      const open = [...this.#stages.querySelectorAll('[data-fold][open]')].map((fold) =>
        fold.getAttribute('data-fold'),
      );
      const folds = ahead.flatMap((stage) => [...(stage?.querySelectorAll('details') ?? [])]);
      for (const fold of folds) fold.open = open.includes(fold.dataset.fold ?? null);
    }

    /** The reason that is being written. */
    #reason() {
      const found = this.case.querySelector('.rg-why input');
      return found instanceof HTMLInputElement ? found : null;
    }

    /**
     * Only while it is open: it is long, and changes with every press.
     * @param {Scene | null} scene @param {Limit[]} limits
     */
    summarise(scene, limits) {
      const [, body] = this.sum.children;
      put(body, [this.sum.open && scene && summary.element(summary.of(scene, limits))]);
    }

    /** What follows in the reader's stage when this is over; the heading when nothing does. @param {string} id */
    next(id) {
      const fold = this.#stages.querySelector(`[data-fold]:has([data-item="${CSS.escape(id)}"])`);
      const place = fold ?? this.#stages.querySelector('.rg-now');
      const items = [...(place?.querySelectorAll('[data-item]:has(input, button)') ?? [])];
      const ids = items.map((item) => item.getAttribute('data-item'));
      const at = ids.indexOf(id);
      if (at >= 0 && ids[at + 1]) return `post:${ids[at + 1]}`;
      return fold && ids.length > 1 ? (fold.getAttribute('data-fold') ?? '') : 'rubrik:nu';
    }

    /** The key of what has the focus; '' when that is outside. */
    focused() {
      const { activeElement } = document;
      if (!activeElement || !this.case.contains(activeElement)) return '';
      return activeElement.closest('[data-key]')?.getAttribute('data-key') ?? '';
    }

    /** @param {string} key What was pressed; `post:` is the first thing to press in an item. */
    focus(key) {
      const [verb, id] = key.split(':');
      const item = `:not(details:not([open]) *)[data-item="${CSS.escape(id)}"] :is(input, button)`;
      const wanted = verb === 'post' ? item : `[data-key="${CSS.escape(key)}"]`;
      const heading = '[data-key="rubrik:nu"], [data-key="rubrik:vem"]';
      const target = this.case.querySelector(wanted) ?? this.case.querySelector(heading);
      if (target instanceof HTMLElement) target.focus();
    }

    /**
     * Says it to those who listen, and to those who look: beside what was pressed.
     * @param {string} text @param {string} [key]
     */
    say(text, key = '') {
      this.live.textContent = text;
      for (const old of this.case.querySelectorAll('.rg-said')) old.remove();
      const pressed = key && this.case.querySelector(`[data-key="${CSS.escape(key)}"]`);
      // The region has been read; what is seen is not read again.
      if (pressed) pressed.parentElement?.after(el('p', { class: 'rg-said', 'aria-hidden': 'true' }, text));
    }
  }

  rutin.Frame = Frame;
})();
