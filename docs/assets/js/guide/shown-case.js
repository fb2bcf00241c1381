// @ts-check
/**
 * The case that the reader has told, and the page that shows it: every change goes through `set`, which saves it too.
 */
(() => {
  'use strict';

  const { rutin } = window;
  const { today } = rutin.dates;
  const { standing } = rutin.case;
  const { empty, came } = rutin.moves;
  const { news } = rutin.news;
  const { days, Frame, SaveChoice } = rutin;

  class ShownCase {
    state = empty();
    /** The step whose reason for being left out is asked for, or ''. */
    skipping = '';

    /** @param {Setting} setting */
    constructor({ steps, roles, handing, opening, guard }) {
      this.steps = steps;
      this.roles = roles;
      this.handing = handing;
      this.choice = new SaveChoice(opening);
      this.frame = new Frame(days.make((event) => this.date(event), guard));
    }

    /**
     * As it was saved, or from the beginning. What was saved goes before a role that a link has brought.
     * @param {() => string} brought
     */
    begin(brought) {
      this.state = this.choice.open() ?? empty();
      const role = brought();
      if (!this.state.role) this.state = { ...this.state, role };
      this.paint();
    }

    /** Another case takes this one's place. @param {State} state */
    restart(state) {
      this.skipping = '';
      this.state = state;
      this.frame.days.clear();
    }

    /** @param {string} event The day, or ''. */
    date(event) {
      const state = { ...this.state, event };
      this.set(state, '', days.said(this.limits(state)));
    }

    /**
     * Changes the case, saves it if that is chosen, and shows it.
     * @param {State} state @param {string} focus @param {string} [said] Else what has come and gone.
     */
    set(state, focus, said = '') {
      const from = this.state;
      const before = standing(this.steps, from);
      const after = standing(this.steps, state);
      this.state = state;
      if (after.get(this.skipping) !== 'nu') this.skipping = '';
      this.choice.store(state);
      const first = came(this.steps, before, after).find((step) => step.owners.includes(state.role));
      const moves = focus.startsWith('post:') || focus === 'rubrik:nu';
      const told = said || (state.role ? news(this.steps, this.roles, from, state) : '');
      const there = moves && first ? `post:${first.id}` : focus;
      this.show(this.choice.theirs ? 'ta-andra' : there, [this.choice.notice, told].filter(Boolean).join(' '));
    }

    /**
     * Shows the case as it is.
     * @param {string} focus '' leaves the focus where it is, if that is still there. @param {string} [said]
     */
    show(focus, said = '') {
      const { activeElement } = document;
      const key = this.frame.focused();
      this.paint();
      if (focus) this.frame.focus(focus);
      else if (key && !activeElement?.isConnected) this.frame.focus(key);
      this.frame.say(said);
    }

    /** A page that was left open until the next day has a new today. */
    renew() {
      if (!document.hidden && this.frame.shownDay !== today()) this.show('');
    }

    paint() {
      const { roles, choice } = this;
      const scene = this.scene();
      const limits = scene ? this.limits(this.state) : [];
      this.frame.paint(scene, { roles, choice, event: this.state.event, limits });
    }

    /** Shows the summary if it is open. */
    summarise() {
      this.frame.summarise(this.scene(), this.limits(this.state));
    }

    /** The case with where it stands; null before a role is chosen. @returns {Scene | null} */
    scene() {
      const { steps, roles, handing, state, skipping } = this;
      const role = roles.find((one) => one.id === state.role);
      return role ? { steps, state, places: standing(steps, state), role, roles, handing, skipping } : null;
    }

    /** @param {State} state */
    limits(state) {
      return days.limits(this.steps, standing(this.steps, state), state.event);
    }
  }

  rutin.ShownCase = ShownCase;
})();
