// @ts-check
/** The conversation: what each press of the reader's does to the case. */
(() => {
  'use strict';

  const { rutin } = window;
  const { today } = rutin.dates;
  const { empty, settle, answer, undo } = rutin.moves;
  const { handover, summary, clipboard } = rutin;
  const { part } = rutin.place;
  const { remind } = rutin.reminder;
  const { ShownCase } = rutin;
  const words = rutin.words.guide;
  const { saved } = rutin.words.saving;
  const { notSaved } = rutin.words.dates;

  class Conversation {
    /** @param {Setting} setting */
    constructor(setting) {
      this.shown = new ShownCase(setting);
      this.choice = this.shown.choice;
      this.frame = this.shown.frame;
      this.fail = setting.fail;
    }

    /** By the word before the colon in what was pressed. @type {Record<string, (id: string) => void>} */
    #presses = {
      roll: (id) => this.#chosen(id),
      'byt-roll': () => this.shown.set({ ...this.shown.state, role: '' }, 'rubrik:vem'),
      kryss: (id) => this.#settled(id, { how: 'gjort', reason: '', day: today() }),
      hoppa: (id) => this.#ask(id, `skal:${id}`),
      avbryt: (id) => this.#ask('', `hoppa:${id}`),
      ja: (id) => this.shown.set(answer(this.shown.state, id, 'ja'), this.frame.next(id)),
      nej: (id) => this.shown.set(answer(this.shown.state, id, 'nej'), this.frame.next(id)),
      'vet-inte': (id) => this.frame.say(words.itStays, `vet-inte:${id}`),
      angra: (id) => this.shown.set(undo(this.shown.state, id), `post:${id}`),
      kalender: (id) => this.#remind(id),
      kopiera: (id) => void this.#copy(id).catch(this.fail),
      'skriv-ut': () => this.#print(),
      spara: () => this.#wish(true, 'spara-ja'),
      'spara-nej': () => this.#wish(false, 'spara'),
      'spara-ja': () => this.#save(),
      radera: () => this.#erase(),
      'ta-andra': () => this.#adopt(),
      skriv: () => this.#insist(),
    };

    /**
     * A second tap on the same spot, from a hand that shakes, is no choice: something else may have come there.
     * @param {MouseEvent} event
     */
    press(event) {
      const target = event.target instanceof Element ? event.target.closest('[data-key], label') : null;
      if (event.detail > 1 && target) event.preventDefault();
      else if (target?.matches('button:not([type=submit]), input[type=checkbox]')) this.#act(target);
    }

    /** @param {Element} pressed */
    #act(pressed) {
      const [verb, id = ''] = (pressed.getAttribute('data-key') ?? '').split(':');
      this.#presses[verb]?.(id);
    }

    /** The reason why a step is left out. @param {SubmitEvent} event */
    submit(event) {
      event.preventDefault();
      const form = /** @type {HTMLFormElement} */ (event.target);
      const reason = part(form, 'input', HTMLInputElement).value.trim();
      this.shown.skipping = '';
      this.#settled(form.dataset.form ?? '', { how: 'inte-aktuellt', reason, day: today() });
    }

    /** @param {string} id @param {Over} over */
    #settled(id, over) {
      this.shown.set(settle(this.shown.state, id, over), this.frame.next(id));
    }

    /** @param {string} role */
    #chosen(role) {
      this.shown.skipping = '';
      this.shown.set({ ...this.shown.state, role }, 'rubrik:nu');
      this.frame.case.scrollIntoView();
    }

    /** Asks why a step is not applicable, or asks no more. @param {string} id @param {string} focus */
    #ask(id, focus) {
      this.shown.skipping = id;
      this.shown.show(focus);
    }

    /** @param {string} id */
    #remind(id) {
      const limit = this.shown.limits(this.shown.state).find((one) => one.id === id);
      if (limit?.last) this.frame.say(remind(limit.last) ? words.calendarMade : notSaved, `kalender:${id}`);
    }

    /** @param {string} what */
    async #copy(what) {
      const { shown, frame } = this;
      const scene = shown.scene();
      if (!scene) return;
      const text = what === 'over' ? handover.text(scene) : summary.text(summary.of(scene, shown.limits(shown.state)));
      const done = await clipboard.copy(text, frame.case);
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
      this.choice.asking = asking;
      this.shown.show(focus);
    }

    #save() {
      const { said, focus } = this.choice.start(this.shown.state);
      this.shown.show(focus, said);
    }

    #erase() {
      const said = this.choice.erase();
      this.shown.restart(empty());
      this.shown.show('rubrik:vem', said);
    }

    /** The other tab's case is to stand. */
    #adopt() {
      const state = this.choice.adopt();
      if (state) this.shown.restart(state);
      this.shown.show('rubrik:nu', this.choice.notice || words.changed);
    }

    /** This tab's case is to stand. */
    #insist() {
      this.choice.store(this.shown.state, true);
      this.shown.show('rubrik:nu', this.choice.notice || saved);
    }

    /** @param {OtherTab} change */
    other(change) {
      if (this.choice.other(change)) this.shown.show('', this.choice.notice);
    }

    /** The page is shown again as it was put away, while a saved case may have been changed or erased since. */
    restore() {
      if (!this.choice.saving) return;
      this.shown.restart(this.choice.open() ?? empty());
      this.shown.show('');
    }
  }

  rutin.Conversation = Conversation;
})();
