// @ts-check
/** The conversation: what each press of the reader's does to the case. */
(() => {
  'use strict';

  const { rutin } = window;
  const { today } = rutin.dates;
  const { EVENT, empty, settle, date, answer, undo, unsure } = rutin.moves;
  const { handover, clipboard, opener } = rutin;
  const { part } = rutin.place;
  const { leading } = rutin.scene;
  const { takeRole } = rutin.page;
  const { fill } = rutin.pieces;
  const { given, together } = rutin.when;
  const { unsent } = rutin.stages;
  const { ShownCase } = rutin;
  const words = rutin.words.guide;
  const { notSaved } = rutin.words.dates;

  const ANSWERS = /^(ja|nej|vet-inte):/;
  const AGAIN_MS = 500;
  const SPOT_PX = 24; // As far as a finger that shakes moves.

  class Conversation {
    /** @param {Setting} setting */
    constructor(setting) {
      this.shown = new ShownCase(setting);
      this.store = setting.store;
      this.frame = this.shown.frame;
      this.reminder = setting.reminder;
      this.fail = setting.fail;
    }

    /** By the word before the colon in what was pressed. @type {Record<string, (id: string) => void>} */
    #presses = {
      som: (id) => this.chosen(id),
      'byt-roll': () =>
        this.#during({ left: this.shown.state.role, asking: '' }, { ...this.shown.state, role: '' }, 'rubrik:vem'),
      kryss: (id) => this.#ticked(id),
      hoppa: (id) => this.#now({ skipping: id }, `skal:${id}`),
      avbryt: (id) => this.#now({ skipping: '' }, `hoppa:${id}`),
      ja: (id) => this.#answered(id, 'ja'),
      nej: (id) => this.#answered(id, 'nej'),
      'vet-inte': (id) => this.#unanswered(id),
      angra: (id) => this.#during({ just: '' }, undo(this.shown.state, id), `post:${id}`),
      nar: (id) => this.#now({ dating: id, form: '' }, `idag:${id}`),
      idag: (id) => this.#dated(id, today(), ''),
      annan: (id) => this.#now({ dating: id, form: id }, `dag:${id}`),
      tid: (id) => this.#now({ dating: id, form: id }, `tid:${id}`),
      vetinte: (id) => this.#dated(id, '', ''),
      visa: (id) => this.frame.reveal(id),
      ring: (id) => this.#call(id),
      sagt: (id) => this.#said(id),
      tillbaka: () => this.#hangUp(),
      slut: () => this.#hangUp(),
      kalender: (id) => void this.#remind(id).catch(this.fail),
      kopiera: (id) => void this.#copy(id).catch(this.fail),
      'skriv-ut': () => this.#print(),
      spara: () => this.#wish(true, 'rubrik:spara'),
      'spara-nej': () => this.#wish(false, 'spara'),
      'spara-ja': () => this.#save(),
      igen: (id) => this.#now({ asking: 'igen', again: id ? 'igen:har' : 'igen' }, 'rubrik:igen'),
      'igen-nej': () => this.#now({ asking: '' }, this.shown.moment.again),
      'igen-ja': () => this.#again(),
      radera: () => this.#now({ asking: 'radera' }, 'rubrik:radera'),
      'radera-nej': () => this.#now({ asking: '' }, 'radera'),
      'radera-ja': () => this.#erase(),
    };

    /** @type {{ key: string, x: number, y: number, at: number } | undefined} */
    #last;

    /**
     * A second tap on the same spot, from a hand that shakes, is no choice: something else may have come there. A
     * browser says that it is the second one where a mouse is used, and not everywhere where a finger is: then another
     * answer, where one has just been given, is none.
     * @param {MouseEvent} event @param {Element} target
     */
    #shaken({ detail, clientX: x, clientY: y, timeStamp: at }, target) {
      const last = this.#last;
      const key = target.getAttribute('data-key') ?? '';
      this.#last = detail && ANSWERS.test(key) ? { key, x, y, at } : undefined; // A press by keys has no spot.
      if (detail > 1) return true;
      const near = last && at - last.at < AGAIN_MS && Math.hypot(x - last.x, y - last.y) < SPOT_PX;
      return Boolean(near && this.#last && last.key !== key);
    }

    /** @param {MouseEvent} event */
    press(event) {
      if (!(event.target instanceof Element)) return;
      const summary = event.target.closest('summary');
      if (summary?.parentElement) fill(summary.parentElement, true);
      const target = event.target.closest('[data-key], label, a[href^="#roll_"]');
      if (!target) return;
      const role = target.getAttribute('href')?.replace('#roll_', '');
      if (role && rutin.press.elsewhere(event)) return;
      const shaken = this.#shaken(event, target);
      if (shaken || role) event.preventDefault();
      if (shaken) return;
      if (role) this.chosen(role);
      else if (target.matches('button:not([type=submit]), input[type=checkbox]')) this.#act(target);
    }

    /** @param {Element} pressed */
    #act(pressed) {
      const [verb, id = ''] = (pressed.getAttribute('data-key') ?? '').split(':');
      this.#presses[verb]?.(id);
    }

    /** The reason why a step is left out, or a day. @param {SubmitEvent} event */
    submit(event) {
      event.preventDefault();
      const form = /** @type {HTMLFormElement} */ (event.target);
      const [what, id] = (form.dataset.form ?? '').split(':');
      if (what === 'dag') this.#dayGiven(form, id);
      else this.#left(id, part(form, 'input', HTMLInputElement).value.trim());
    }

    /** What the reader is in the middle of, beside the case. @param {Partial<Moment>} moment @param {string} focus */
    #now(moment, focus) {
      Object.assign(this.shown.moment, moment);
      this.shown.show(focus);
    }

    /**
     * The same, with another case.
     * @param {Partial<Moment>} moment @param {State} state @param {string} focus @param {string} [said]
     */
    #during(moment, state, focus, said) {
      Object.assign(this.shown.moment, moment);
      this.shown.set(state, focus, said);
    }

    /** @param {string} role */
    chosen(role) {
      this.shown.restart({ ...this.shown.state, role: '' });
      this.shown.set({ ...this.shown.state, role }, 'rubrik:nu');
      window.scrollTo(0, 0);
    }

    /** The address points at something else: at a role, which a link has brought to an open guide, or at a step. */
    pointed() {
      const role = takeRole(this.shown.roles);
      if (!role) this.frame.unfold();
      else if (this.store.saving && this.shown.state.role) this.shown.meet(role);
      else this.chosen(role);
    }

    /**
     * Done, and asked when; or not done after all. What somebody else has done leaves its list, and the reader stays
     * in it.
     * @param {string} id
     */
    #ticked(id) {
      const { state } = this.shown;
      const key = `kryss:${id}`;
      const next = this.frame.next(key);
      this.frame.focus(next);
      if (state.over[id]) this.#during({ just: '', dating: '' }, undo(state, id), key);
      else this.#settled(id, { how: 'gjort', reason: '', day: '', time: '' }, this.#asking(id), next);
    }

    /** When it was, and with it what was done before it in the same contact. @param {string} id */
    #asking(id) {
      const { steps, moment } = this.shown;
      const contact = (/** @type {string} */ of) => steps.find((step) => step.id === of)?.group;
      const same = moment.undated.filter((each) => contact(id) && contact(each) === contact(id));
      return { dating: id, form: '', undated: [...same, id] };
    }

    /** @param {string} id @param {string} reason */
    #left(id, reason) {
      this.#settled(
        id,
        { how: 'inte-aktuellt', reason, day: '', time: '' },
        { skipping: '', dating: '' },
        `angra:${id}`
      );
    }

    /**
     * It stays where it was until something else is done, so that nothing jumps and a slip is mended at once.
     * @param {string} id @param {Over} over @param {Partial<Moment>} moment @param {string} focus
     */
    #settled(id, over, moment, focus) {
      this.#during(
        { ...moment, just: id, led: this.#leads(id), answered: [] },
        settle(this.shown.state, id, over),
        focus
      );
    }

    /** @param {string} id */
    #leads(id) {
      const scene = this.shown.scene();
      return scene !== null && leading(scene).some((step) => step.id === id);
    }

    /** A question that was first stays where it was, as an action does. @param {string} id */
    #stays(id) {
      if (this.#leads(id)) Object.assign(this.shown.moment, { just: id, led: true, dating: '' });
    }

    /** What it asks and led to is said where it was given. @param {string} id @param {Answer} given */
    #answered(id, given) {
      const { moment, state } = this.shown;
      if (state.answers[id] === given) return;
      this.#stays(id);
      moment.answered = [...moment.answered, id];
      const after = answer(state, id, given);
      const scene = this.shown.scene();
      this.shown.set(after, `${given}:${id}`, scene ? unsent({ ...scene, state: after }, id) : '', true);
    }

    /** Vet inte än: the question stays, or is open again. @param {string} id */
    #unanswered(id) {
      const { state } = this.shown;
      this.#stays(id);
      this.shown.set(unsure(state, id), `vet-inte:${id}`, state.answers[id] ? '' : words.itStays, true);
    }

    /** @param {string} id @param {string} day @param {string} time */
    #dated(id, day, time) {
      const { shown } = this;
      const { dating, form, undated, unknown } = shown.moment;
      const all = together(id, shown.moment);
      const state = all.reduce((state, each) => date(state, each, day, time), shown.state);
      const event = id === EVENT;
      // Another step may be asked when it was meanwhile, and still is.
      const other = (/** @type {string} */ asked) => (asked === id ? '' : asked);
      const left = all === undated ? [] : undated;
      const moment = { dating: other(dating), form: other(form), undated: left, unknown: event ? !day : unknown };
      const counted = shown.limits(state).filter(({ after }) => (event ? !after : all.includes(after)));
      const scene = shown.scene();
      const said = event && !day ? words.notKnown : scene ? rutin.days.said(scene, counted) : '';
      this.#during(moment, state, `nar:${id}`, said);
    }

    /** @param {HTMLFormElement} form @param {string} id */
    #dayGiven(form, id) {
      const { day, time, fault, wrong } = given(
        part(form, 'input[type=date]', HTMLInputElement),
        form.querySelector('input[type=time]')
      );
      part(form, '.rg-day-fault', HTMLElement).textContent = fault;
      if (!fault) return this.#dated(id, day, time);
      for (const field of form.querySelectorAll('input')) field.setAttribute('aria-invalid', String(field === wrong));
      wrong?.focus();
    }

    /** All the words of a contact, and then back to where one was. */
    #place = 0;

    /** @param {string} id */
    #call(id) {
      this.#place = window.scrollY;
      this.#now({ calling: id }, 'rubrik:samtal');
      window.scrollTo(0, 0);
    }

    /** @param {string} id */
    #said(id) {
      const { said } = this.shown.moment;
      const now = said.includes(id) ? said.filter((each) => each !== id) : [...said, id];
      this.#now({ said: now }, `sagt:${id}`);
    }

    #hangUp() {
      const { calling, dating } = this.shown.moment;
      this.#now({ calling: '' }, '');
      window.scrollTo(0, this.#place);
      // What was done in the call has no button for a call any more, but asks when it was.
      const focus = [`ring:${calling}`, `idag:${dating}`].find((key) => !Number.isNaN(this.frame.top(key)));
      this.frame.focus(focus ?? `post:${calling}`);
    }

    /** @param {string} id */
    async #remind(id) {
      const limit = this.shown.limits(this.shown.state).find((one) => one.id === id);
      const made = (await opener.exports()) && limit && rutin.calendar.remind(limit, this.reminder);
      this.frame.say(made ? words.calendarMade : notSaved, `kalender:${id}`);
    }

    /** @param {string} what @param {Scene} scene */
    #text(what, scene) {
      const step = scene.steps.find(({ id }) => id === what);
      if (step) return handover.textOf(scene, step);
      const { summary } = rutin;
      return summary.text(summary.of(scene, this.shown.limits(scene.state)));
    }

    /** @param {string} what */
    async #copy(what) {
      const { shown, frame } = this;
      const scene = shown.scene();
      if (!scene) return;
      const done = await clipboard.copy(this.#text(what, scene), frame.case);
      frame.say(done ? words.copied : words.notCopied, `kopiera:${what}`);
    }

    /** The summary alone. */
    #print() {
      const page = document.documentElement;
      page.dataset.print = 'sammanstallning';
      window.addEventListener('afterprint', () => delete page.dataset.print, { once: true });
      try {
        window.print();
      } catch {
        delete page.dataset.print;
      }
    }

    /** @param {boolean} asking @param {string} focus */
    #wish(asking, focus) {
      this.store.asking = asking;
      this.shown.show(focus);
    }

    #save() {
      const went = this.store.begin(this.shown.state);
      this.shown.show(went ? 'rubrik:sparat' : 'spara', went ? words.saved : this.store.notice);
    }

    /** A new event: the days begin anew, and what was done was done for another. */
    #again() {
      const { role } = this.shown.state;
      this.store.anew = this.store.saving;
      this.shown.restart(this.shown.state);
      this.shown.set({ ...empty(), role }, 'rubrik:nu', words.begunAgain);
      window.scrollTo(0, 0);
    }

    #erase() {
      const said = this.store.erase();
      this.shown.restart(empty());
      this.shown.show('rubrik:vem', said);
    }

    /** Another tab has saved or erased. */
    other() {
      const state = this.store.other();
      if (state) this.shown.restart(state);
      if (state !== undefined) this.shown.show('', this.store.notice);
    }

    /** The page is left, and a browser may keep it as it is: what is not saved is gone, as the reader has been told. */
    forget() {
      if (this.store.saving) return;
      Object.assign(this.store, { asking: false, notice: '' });
      this.shown.restart(empty());
      this.shown.show('');
    }

    /** The page is shown again as it was put away, while a saved case may have been changed or erased since. */
    restore() {
      if (!this.store.saving) return;
      this.shown.restart(this.store.open() ?? empty());
      this.shown.show('');
    }
  }

  rutin.Conversation = Conversation;
})();
