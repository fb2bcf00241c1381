// @ts-check
/**
 * The case that the reader has told, and the page that shows it: every change goes through `set`, which saves it too.
 */
(() => {
  'use strict';

  const { rutin } = window;
  const { today } = rutin.dates;
  const { standing } = rutin.case;
  const { empty } = rutin.moves;
  const { news } = rutin.news;
  const { inside } = rutin.grammar;
  const words = rutin.words.guide;
  const { days, Frame, opener } = rutin;

  const HIGH = 120; // What covers a window's edge, and what is pressed, have room in so many pixels.

  /** Nothing is under way. @returns {Moment} */
  const calm = () => ({
    skipping: '',
    just: '',
    led: false,
    dating: '',
    form: '',
    undated: [],
    unknown: false,
    calling: '',
    said: [],
    answered: [],
    asking: '',
    again: '',
    left: '',
  });

  class ShownCase {
    state = empty();
    /** What the reader is in the middle of. */
    moment = calm();

    /** @param {Setting} setting */
    constructor({ steps, roles, handing, care, store }) {
      this.steps = steps;
      this.roles = roles;
      this.handing = handing;
      this.care = care;
      this.store = store;
      this.frame = new Frame();
    }

    /**
     * As it was saved, or from the beginning. What was saved goes before a role that a link has brought: it may be
     * somebody else's, and that is said.
     * @param {() => string} takeRole
     */
    begin(takeRole) {
      this.state = this.store.open() ?? empty();
      const role = takeRole();
      if (this.state.role) this.#savedFor(role);
      else this.state = { ...this.state, role };
      this.paint();
    }

    /** A link has brought a role to a saved case. @param {string} role */
    meet(role) {
      this.#savedFor(role);
      this.show('rubrik:nu', this.store.notice);
      window.scrollTo(0, 0);
    }

    /** @param {string} role */
    #savedFor(role) {
      const saved = this.state.role;
      if (role && role !== saved) {
        this.store.notice = words.savedAs(this.#name(role), this.#name(saved));
      }
    }

    /** @param {string} role */
    #name(role) {
      return inside(this.roles.find(({ id }) => id === role)?.name ?? '');
    }

    /** Another case takes this one's place. @param {State} state */
    restart(state) {
      this.moment = calm();
      this.state = state;
    }

    /**
     * Changes the case, saves it if that is chosen, and shows it.
     * @param {State} state @param {string} focus @param {string} [said] Else what has come and gone.
     * @param {boolean} [seen] Of an answer: what came of it is said too, and beside what was pressed as well.
     */
    set(state, focus, said = '', seen = false) {
      const from = this.state;
      const after = standing(this.steps, state);
      this.state = state;
      this.moment.undated = this.moment.undated.filter((id) => state.over[id]);
      if (after.get(this.moment.skipping) !== 'nu') this.moment.skipping = '';
      const { just } = this.moment;
      if (!state.over[just] && !state.answers[just] && !state.unsure?.includes(just)) this.moment.just = '';
      this.store.keep(state);
      const over = state.over[this.moment.just];
      const went = over && over !== from.over[this.moment.just] && `${over.how === 'gjort' ? words.done : words.skip}.`;
      // To who has just chosen a role nothing is new: the heading that she comes to tells what is first.
      const goes = from.role && state.role;
      const came = goes && (seen || !said) && news(this.steps, this.roles, from, state);
      const told = [this.store.notice, said || went, came].filter(Boolean).join(' ');
      this.show(focus, told || (goes && words.changed), seen);
    }

    /**
     * Shows the case as it is. What was pressed stays where it was in the window, whatever has come above it.
     * @param {string} focus '' leaves the focus where it is, if that is still there. @param {string} [said]
     * @param {boolean} [seen] Whether it is said beside what was pressed as well.
     */
    show(focus, said = '', seen = false) {
      const { activeElement } = document;
      const key = this.frame.focused();
      const before = this.frame.top(key);
      const led = this.frame.lead();
      this.paint();
      const lead = this.frame.lead();
      if (focus) this.frame.find(focus); // What folds out moves what is below it: before anything is measured.
      // What is first has changed, and the focus does not tell it.
      const told = lead !== led && focus !== 'rubrik:nu' && !said.includes(lead.slice(lead.indexOf(': ') + 2));
      this.frame.say(told ? `${said} ${lead}` : said, seen ? focus : '');
      // Each question of where something is has its price: a press is to be answered at once.
      const now = this.frame.top(key);
      const moved = window.scrollY > 0 || now > before ? now - before : 0;
      if (Math.abs(moved) >= 1) window.scrollBy(0, moved);
      const inSight = focus === key && now - moved > HIGH && now - moved < window.innerHeight - HIGH;
      if (focus) this.frame.focus(focus, inSight);
      else if (key && !activeElement?.isConnected) this.frame.focus(key);
    }

    /**
     * A page that was left open until the next day has a new today, and a time may have been.
     * @param {boolean} [timed] Whether it may, by what is shown.
     */
    renew(timed = this.limits(this.state).some(({ moment }) => moment)) {
      if (!document.hidden && (timed || this.frame.shownDay !== today())) this.show('');
    }

    paint() {
      const { store, moment } = this;
      const scene = this.scene();
      this.frame.paint(scene, { store, moment, limits: scene ? this.limits(this.state) : [] });
    }

    /** Shows the summary if it is open; its script is asked for the first time. */
    async summarise() {
      const there = !this.frame.sum.open || (await opener.exports());
      this.frame.summarise(this.scene(), this.limits(this.state), !there);
    }

    /** The case with where it stands; null before a role is chosen. @returns {Scene | null} */
    scene() {
      const { steps, roles, handing, care, state, moment } = this;
      const role = roles.find((one) => one.id === state.role);
      return role ? { steps, state, places: standing(steps, state), role, roles, handing, care, moment } : null;
    }

    /** @param {State} state */
    limits(state) {
      return days.limits(this.steps, standing(this.steps, state), state);
    }
  }

  rutin.moments = { calm };
  rutin.ShownCase = ShownCase;
})();
