// @ts-check
/**
 * The guide's frame: what is said, the conversation, and below it the complete list, folded. Before a role is chosen
 * the page's own list of situations and roles stands there, as it does without scripts.
 */
(() => {
  'use strict';

  const { rutin } = window;
  const { today } = rutin.dates;
  const { el } = rutin.dom;
  const { into } = rutin.morph;
  const { stages, ending, days, call } = rutin;
  const { fill } = rutin.pieces;
  const { stopped } = rutin.grammar;
  const { pointedAt } = rutin.page;
  const words = rutin.words;

  class Frame {
    live = el('p', { class: 'rg-live', 'aria-live': 'polite' });
    #stages = el('div');
    sum = el(
      'details',
      { class: 'rg-more rg-sum' },
      el('summary', { 'data-key': 'sammanstallning' }, el('span', {}, words.guide.summary)),
      el('div')
    );
    #end = el('div');
    more = el('details', { class: 'rg-more rg-all' }, el('summary', {}, el('span', {}, words.guide.allSteps)));
    case = el('div', { class: 'rg-case' }, this.#stages, this.sum, this.#end);
    /** The day that is shown as today. */
    shownDay = '';
    /** The page's own choice of a role. @type {HTMLElement | undefined} */ #who;

    /** Takes its place in the page. @param {HTMLElement} list @param {HTMLElement} who */
    enter(list, who) {
      this.#who = who;
      list.replaceWith(this.more);
      this.more.append(list);
      who.before(this.live, this.case);
      this.#show(this.sum.hidden, false);
    }

    /** A link to a step opens the list that holds it. */
    unfold() {
      const target = pointedAt();
      if (!target || !this.more.contains(target)) return;
      this.more.open = true;
      target.scrollIntoView();
    }

    /**
     * Shows the case as it is; before a role is chosen the page's own list, to choose from.
     * @param {Scene | null} scene @param {Shown} shown
     */
    paint(scene, { store, moment, limits }) {
      const calling = scene && call.section(scene);
      const all = calling
        ? [ending.told(store), calling]
        : [this.#head(scene, store), ...this.conversation(scene, limits)];
      this.#keepOpen(all);
      into(
        this.#stages,
        all.filter((each) => each !== null)
      );
      this.shownDay = today();
      this.sum.hidden = !scene || Boolean(calling);
      this.summarise(scene, limits);
      const end = calling ? null : ending.section(scene, store, moment);
      into(this.#end, end ? [end] : []);
      this.#show(!scene, Boolean(calling));
    }

    /** @param {Scene | null} scene @param {Store} store */
    #head(scene, store) {
      const all = [ending.kept(scene, store), ending.told(store)];
      return all.some(Boolean) ? el('div', { class: 'rg-head' }, ...all) : null;
    }

    /** @param {Scene | null} scene @param {Limit[]} limits @returns {(HTMLElement | null)[]} */
    conversation(scene, limits) {
      if (!scene) return [];
      const hers = limits.some(days.own(scene));
      const dates = days.section(scene, limits);
      const { first, asked, decide, also, others, coming, done } = stages;
      return [
        first(scene),
        asked(scene),
        decide(scene),
        also(scene),
        // For its owner the next date comes after what can be done before it; for all others after what is theirs.
        ...(hers ? [dates, others(scene)] : [others(scene), dates]),
        coming(scene),
        done(scene),
      ];
    }

    /** What else stands on the page. @param {boolean} choosing @param {boolean} calling */
    #show(choosing, calling) {
      if (!this.#who) return;
      if (this.#who.hidden === choosing) this.#who.hidden = !choosing;
      const { dataset } = document.documentElement;
      const now = choosing ? 'val' : calling ? 'samtal' : 'roll';
      if (dataset.guide !== now) dataset.guide = now; // Else every style would be looked at anew.
    }

    /** What the reader has unfolded stays so. @param {(HTMLElement | null | undefined)[]} stages */
    #keepOpen(stages) {
      const open = [...this.#stages.querySelectorAll('[data-fold][open]')].map((fold) =>
        fold.getAttribute('data-fold')
      );
      for (const stage of stages) {
        // What is filled may have folds of its own, which come after it.
        for (const fold of stage?.getElementsByTagName('details') ?? []) {
          fold.open = open.includes(fold.dataset.fold ?? null);
          fill(fold);
        }
      }
    }

    /** Makes what is folded, since paper shows it: also the folds within. */
    unpack() {
      for (const fold of this.case.getElementsByTagName('details')) fill(fold, true);
    }

    /**
     * Only while it is open, since it is long and changes with every press; and once its script has come.
     * @param {Scene | null} scene @param {Limit[]} limits @param {boolean} [failed]
     */
    summarise(scene, limits, failed = false) {
      const [, body] = this.sum.children;
      const { summary } = rutin;
      const shown = summary && scene ? summary.element(summary.of(scene, limits)) : null;
      const told = failed ? el('p', {}, words.guide.noSummary) : shown;
      into(body, this.sum.open && told ? [told] : []);
    }

    /** What stands first, as it is read: `Gör först: Ring rektorn.`; '' when nothing does. */
    lead() {
      const [label, title] = this.case.querySelectorAll('.rg-first-act:has(.rg-first-text) :is(b, h2)');
      return title ? `${label.textContent}: ${stopped(title.textContent ?? '')}` : '';
    }

    /** The key of what has the focus; '' when that is outside. */
    focused() {
      const { activeElement } = document;
      if (!activeElement || !this.case.contains(activeElement)) return '';
      return activeElement.closest('[data-key]')?.getAttribute('data-key') ?? '';
    }

    /**
     * What has this key, unfolded; else the heading of what is shown.
     * @param {string} key What was pressed; `post:` is the first thing to press in an item.
     */
    find(key) {
      const [verb, id] = key.split(':');
      const item = `[data-item="${CSS.escape(id)}"] :is(input, button)`;
      const wanted = verb === 'post' ? item : `[data-key="${CSS.escape(key)}"]`;
      const target =
        this.case.querySelector(wanted) ??
        this.#within(this.#unfolded(id), wanted, item) ??
        (this.sum.hidden ? this.#who : this.case)?.querySelector('[data-key="rubrik:nu"], [data-key="rubrik:vem"]');
      if (!(target instanceof HTMLElement)) return null;
      this.open(target);
      return target;
    }

    /**
     * @param {string} key As of `find`.
     * @param {boolean} [inSight] Whether it is known to be, so that the browser need not look.
     */
    focus(key, inSight = false) {
      const target = this.find(key);
      if (target && target !== document.activeElement) target.focus({ preventScroll: inSight });
    }

    /** What a step lies in and is not made yet: folded out. @param {string} id */
    #unfolded(id) {
      const fold = id ? this.#stages.querySelector(`details[data-holds~="${CSS.escape(id)}"]`) : null;
      if (fold instanceof HTMLDetailsElement) {
        fold.open = true;
        fill(fold);
      }
      return fold;
    }

    /**
     * What is wanted of a fold; else what is first to press in the item, and where it has nothing, the fold itself.
     * @param {Element | null} fold @param {string} wanted @param {string} item
     */
    #within(fold, wanted, item) {
      return fold && (fold.querySelector(wanted) ?? fold.querySelector(item) ?? fold.querySelector('summary'));
    }

    /**
     * The key of what is next to be pressed when this is, in a list that it then leaves: the one after it or before it,
     * else the heading. Of all else its own.
     * @param {string} key
     */
    next(key) {
      const list = this.case.querySelector(`[data-key="${CSS.escape(key)}"]`)?.closest('.rg-waits');
      if (!list) return key;
      const keys = [...list.querySelectorAll('[data-key]')].map((each) => each.getAttribute('data-key'));
      const at = keys.indexOf(key);
      return keys[at + 1] ?? keys[at - 1] ?? 'rubrik:vantar';
    }

    /** How far down the window what has this key stands; NaN when nothing has. @param {string} key */
    top(key) {
      const found = key && this.case.querySelector(`[data-key="${CSS.escape(key)}"]`);
      return found ? found.getBoundingClientRect().top : NaN;
    }

    /** What it lies in is unfolded. @param {Element} target */
    open(target) {
      for (let fold = target.parentElement?.closest('details'); fold; fold = fold.parentElement?.closest('details'))
        if (!(target.localName === 'summary' && target.parentElement === fold)) fold.open = true;
    }

    /** Shows a step where it stands. @param {string} id */
    reveal(id) {
      this.#unfolded(id);
      this.focus(`post:${id}`);
      // The focus may be at its fold, where it has nothing to press.
      this.case.querySelector(`[data-item="${CSS.escape(id)}"]`)?.scrollIntoView({ block: 'nearest' });
    }

    /**
     * Says it to those who listen, and to those who look: beside what was pressed.
     * @param {string} text @param {string} [key]
     */
    say(text, key = '') {
      // The mark of a reading breaks what is heard in passing: it stands where that is read.
      this.live.textContent = text.split(words.standing.reading).join('');
      for (const old of this.case.querySelectorAll('.rg-said')) old.remove();
      for (const told of this.case.querySelectorAll('.rg-notice p'))
        told.ariaHidden = String(text.includes(String(told.textContent)));
      const pressed = key && this.case.querySelector(`[data-key="${CSS.escape(key)}"]`);
      // The region has been read; what is seen is not read again, nor seen twice where an answer says it itself.
      if (pressed && !pressed.textContent?.includes(text))
        pressed.parentElement?.after(el('p', { class: 'rg-said', 'aria-hidden': 'true' }, text));
    }
  }

  rutin.Frame = Frame;
})();
