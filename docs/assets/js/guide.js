// @ts-check
/**
 * `<rutin-guide>`: the complete list of the routine, turned into a conversation. The list stays as it is and is the only data; what the reader
 * ticks and answers is kept in this page's memory, and nowhere else unless the reader chooses to save. If anything fails, also on the way, the
 * list is given back. What is shown stands in stages.js, days.js, handover.js, summary.js and keeping.js; what a press means to the case in moves.js.
 */
(() => {
  'use strict';

  const { rutin } = window;
  const { today } = rutin.dates;
  const { read, standing } = rutin.case;
  const { empty, settle, answer, undo, skipTo, came, news } = rutin.moves;
  const { el, put } = rutin.parts;
  const { stages, days, handover, summary, eventDay, memory, Keeping } = rutin;
  if (![stages, days, handover, summary, eventDay, memory, Keeping].every(Boolean)) throw new Error('A script that the guide needs is missing');

  /** The site's address: the folder that holds assets/, from wherever it was loaded. The same for every page, with and without index.html. */
  const SITE = new URL('../..', /** @type {HTMLScriptElement} */ (document.currentScript).src).href;
  const NOT_SAVED = 'Filen gick inte att spara. Skriv upp dagen.';
  const NOT_COPIED = 'Det gick inte att kopiera. Markera texten och kopiera den själv.';
  const FAILED = 'Guiden slutade fungera. Alla steg står här nedanför.';

  /** @template {HTMLElement} T @param {ParentNode} root @param {string} selector @param {new () => T} kind @returns {T} */
  const part = (root, selector, kind) => {
    const found = root.querySelector(selector);
    if (!(found instanceof kind)) throw new Error(`${selector} is missing`);
    return found;
  };

  /** The roles to choose among. @param {HTMLElement} who @returns {Role[]} */
  const rolesOf = (who) =>
    [...who.querySelectorAll('[data-role]')].map((item) => ({
      id: item.getAttribute('data-role') ?? '',
      name: part(item, 'a', HTMLAnchorElement).textContent ?? '',
      summary: item.querySelector('span')?.textContent ?? '',
      starts: item.getAttribute('data-starts') ?? '',
    }));

  /** The step that the address points at. It is a link from another page, so anything may stand there. */
  const pointedAt = () => {
    const raw = location.hash.slice(1);
    try {
      return document.getElementById(decodeURIComponent(raw));
    } catch {
      return document.getElementById(raw);
    }
  };

  class Guide extends HTMLElement {
    #begun = false;
    #aborter = new AbortController();
    /** @type {Step[]} */ #steps = [];
    /** @type {Role[]} */ #roles = [];
    #state = empty();
    #skipping = '';
    /** The day that is shown as today. */
    #shownDay = '';
    /** @type {InstanceType<Rutin['Keeping']> | undefined} */ #kept;

    // The frame: what is said, the conversation in its places, and the complete list, folded.
    #live = el('p', { class: 'rg-live', 'aria-live': 'polite' });
    #top = el('div');
    #days = days.make(
      (day) => this.#dated(day),
      (work) => this.#guarded(work),
    );
    #stages = el('div');
    #after = el('div');
    #sum = el('details', { class: 'rg-more rg-sum' }, el('summary', { 'data-key': 'sammanstallning' }, 'Sammanställning'), el('div'));
    #keep = el('div');
    #case = el('div', { class: 'rg-case' }, this.#top, this.#stages, this.#days.element, this.#after, this.#sum, this.#keep);
    #more = el('details', { class: 'rg-more' }, el('summary', {}, 'Alla steg i rutinen'));

    connectedCallback() {
      if (!this.#steps.length) this.#guarded(() => this.#begin());
    }

    #begin() {
      const list = part(this, '.rg-guide-all', HTMLElement);
      const who = part(this, '.rg-guide-who', HTMLElement);
      this.#steps = read(list);
      this.#roles = rolesOf(who);
      this.#kept = new Keeping(this.#opening());
      this.#state = this.#kept.open() ?? empty();
      this.#come();
      this.#paint();
      this.#listen();
      // Only now is anything moved: what failed before this has changed nothing.
      list.replaceWith(this.#more);
      this.#more.append(list);
      who.before(this.#live, this.#case);
      who.hidden = true;
      this.#begun = true;
      this.#unfold();
    }

    /** A link from a role's page brings its role; the address does not keep it. What was saved goes first. */
    #come() {
      const role = this.#roles.find(({ id }) => location.hash === `#roll_${id}`);
      if (!role) return;
      history.replaceState(history.state, '', location.pathname + location.search);
      window.scrollTo(0, 0); // Its line in the list of roles, which is folded away.
      if (!this.#state.role) this.#state = { ...this.#state, role: role.id };
    }

    /** @returns {Opening} */
    #opening() {
      const questions = this.#steps.filter((step) => step.question).map((step) => step.id);
      const known = { questions, steps: this.#steps.map((step) => step.id), roles: this.#roles.map((role) => role.id) };
      const texts = Object.fromEntries([...this.#steps.map((step) => [step.id, step.text]), ...this.#roles.map((role) => [role.id, role.name])]);
      return { site: SITE, edition: this.dataset.edition ?? '', known, texts, today: today() };
    }

    #listen() {
      const { signal } = this.#aborter;
      /** @template {Event} T @param {EventTarget} target @param {string} kind @param {(event: T) => void} work */
      const on = (target, kind, work) => target.addEventListener(kind, (event) => this.#guarded(() => work(/** @type {T} */ (event))), { signal });
      on(this.#case, 'click', (/** @type {MouseEvent} */ event) => this.#press(event));
      on(this.#case, 'submit', (/** @type {SubmitEvent} */ event) => this.#reason(event));
      on(this.#sum, 'toggle', () => this.#summarise());
      on(window, 'hashchange', () => this.#unfold());
      on(document, 'visibilitychange', () => this.#renew());
      on(window, 'pageshow', (/** @type {PageTransitionEvent} */ event) => void (event.persisted && this.#restored()));
      const stop = memory.onOther((other) => this.#guarded(() => this.#other(other)));
      signal.addEventListener('abort', stop);
    }

    /** A script that fails gives the list back, and takes away everything that was added. @param {() => void} work */
    #guarded(work) {
      try {
        work();
      } catch (error) {
        this.#giveBack(error);
      }
    }

    /** With nothing but what the browser has: what failed may be one of our own. @param {unknown} error */
    #giveBack(error) {
      console.warn('rutin-guide:', error);
      this.#aborter.abort();
      if (!this.#begun) return;
      this.#begun = false;
      delete document.documentElement.dataset.print;
      const told = document.createElement('p');
      told.className = 'rg-notice';
      told.tabIndex = -1;
      told.textContent = FAILED;
      this.#more.replaceWith(part(this.#more, '.rg-guide-all', HTMLElement));
      this.#live.remove();
      this.#case.replaceWith(told);
      part(this, '.rg-guide-who', HTMLElement).hidden = false;
      told.focus();
    }

    /** A link to a step opens the list that holds it. */
    #unfold() {
      const target = pointedAt();
      if (!target || !this.#more.contains(target)) return;
      this.#more.open = true;
      target.scrollIntoView();
    }

    // --- What the reader does ---------------------------------------------------------------------------------------

    /** By the word before the colon in what was pressed. @type {Record<string, (id: string) => void>} */
    #presses = {
      roll: (id) => this.#chosen(id),
      'byt-roll': () => this.#set({ ...this.#state, role: '' }, 'rubrik:vem'),
      kryss: (id) => this.#set(settle(this.#state, id, { how: 'gjort', reason: '', day: today() }), this.#next(id)),
      hoppa: (id) => this.#ask(id),
      avbryt: (id) => this.#ask('', `hoppa:${id}`),
      ja: (id) => this.#set(answer(this.#state, id, 'ja'), this.#next(id)),
      nej: (id) => this.#set(answer(this.#state, id, 'nej'), this.#next(id)),
      'vet-inte': (id) => this.#say('Det är okej. Frågan är kvar tills du vet.', `vet-inte:${id}`),
      angra: (id) => this.#set(undo(this.#state, id), `post:${id}`),
      hit: (id) => this.#set(skipTo(this.#steps, this.#state, id), `post:${id}`),
      kalender: (id) => this.#remind(id),
      kopiera: (id) => void this.#copy(id).catch((error) => this.#giveBack(error)),
      'skriv-ut': () => this.#print(),
      spara: () => this.#wish(true, 'spara-ja'),
      'spara-nej': () => this.#wish(false, 'spara'),
      'spara-ja': () => this.#save(),
      radera: () => this.#erase(),
      'ta-andra': () => this.#adopt(),
      skriv: () => this.#insist(),
    };

    get #keeping() {
      if (!this.#kept) throw new Error('The guide has not begun');
      return this.#kept;
    }

    /** A second tap on the same spot, from a hand that shakes, is no choice: something else may have come there. @param {MouseEvent} event */
    #press(event) {
      const target = event.target instanceof Element ? event.target.closest('[data-key], label') : null;
      if (event.detail > 1 && target) event.preventDefault();
      else if (target?.matches('button:not([type=submit]), input[type=checkbox]')) this.#act(target);
    }

    /** @param {Element} pressed */
    #act(pressed) {
      const [verb, id = ''] = (pressed.getAttribute('data-key') ?? '').split(':');
      this.#presses[verb]?.(id);
    }

    /** @param {SubmitEvent} event */
    #reason(event) {
      event.preventDefault();
      const form = /** @type {HTMLFormElement} */ (event.target);
      const reason = part(form, 'input', HTMLInputElement).value.trim();
      const id = form.dataset.form ?? '';
      this.#skipping = '';
      this.#set(settle(this.#state, id, { how: 'inte-aktuellt', reason, day: today() }), this.#next(id));
    }

    /** @param {string} role */
    #chosen(role) {
      this.#skipping = '';
      this.#set({ ...this.#state, role }, 'rubrik:nu');
      this.#case.scrollIntoView();
    }

    /** Asks why a step is not applicable, or asks no more. @param {string} id @param {string} [focus] */
    #ask(id, focus = `skal:${id}`) {
      this.#skipping = id;
      this.#show(focus);
    }

    /** @param {string} day */
    #dated(day) {
      this.#set({ ...this.#state, event: day }, '', days.said(this.#limits({ ...this.#state, event: day })));
    }

    /** @param {State} state */
    #limits(state) {
      return days.limits(this.#steps, standing(this.#steps, state), state.event);
    }

    /** @param {string} id */
    #remind(id) {
      const limit = this.#limits(this.#state).find((one) => one.id === id);
      if (limit?.last) this.#say(eventDay.remind(limit.last) ? 'Kalenderfilen är skapad.' : NOT_SAVED, `kalender:${id}`);
    }

    /** @param {boolean} asking @param {string} focus */
    #wish(asking, focus) {
      this.#keeping.asking = asking;
      this.#show(focus);
    }

    #save() {
      const { said, focus } = this.#keeping.start(this.#state);
      this.#show(focus, said);
    }

    #erase() {
      const said = this.#keeping.erase();
      this.#restart(empty());
      this.#show('rubrik:vem', said);
    }

    /** Another case takes this one's place. @param {State} state */
    #restart(state) {
      this.#skipping = '';
      this.#state = state;
      this.#days.clear();
    }

    /** The other tab's case is to stand. */
    #adopt() {
      const state = this.#keeping.adopt();
      if (state) this.#restart(state);
      this.#show('rubrik:nu', this.#keeping.notice || 'Ändrat.');
    }

    /** This tab's case is to stand. */
    #insist() {
      this.#keeping.store(this.#state, true);
      this.#show('rubrik:nu', this.#keeping.notice || 'Sparat.');
    }

    /** @param {OtherTab} change */
    #other(change) {
      if (this.#keeping.other(change)) this.#show('', this.#keeping.notice);
    }

    /** A page that was left open until the next day has a new today. */
    #renew() {
      if (!document.hidden && this.#shownDay !== today()) this.#show('');
    }

    /** The page is shown again as it was put away, while a saved case may have been changed or erased since. */
    #restored() {
      if (!this.#keeping.saving) return;
      this.#restart(this.#keeping.open() ?? empty());
      this.#show('');
    }

    /** @param {string} what */
    async #copy(what) {
      const scene = this.#scene(this.#state);
      if (!scene) return;
      const done = await handover.copy(what === 'over' ? handover.text(scene) : summary.text(...this.#summary(scene)), this.#case);
      this.#say(done ? 'Texten är kopierad.' : NOT_COPIED, `kopiera:${what}`);
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

    // --- What is shown ----------------------------------------------------------------------------------------------

    /** Changes the case, keeps it if that is chosen, and shows it. @param {State} state @param {string} focus @param {string} [said] */
    #set(state, focus, said = '') {
      const before = standing(this.#steps, this.#state);
      const after = standing(this.#steps, state);
      this.#state = state;
      if (after.get(this.#skipping) !== 'nu') this.#skipping = '';
      this.#keeping.store(state);
      const first = came(this.#steps, before, after).find((step) => step.owners.includes(state.role));
      const moves = focus.startsWith('post:') || focus === 'rubrik:nu';
      const words = [this.#keeping.notice, said || (state.role ? news(this.#steps, before, after, state.role) : '')];
      this.#show(this.#keeping.theirs ? 'ta-andra' : moves && first ? `post:${first.id}` : focus, words.filter(Boolean).join(' '));
    }

    /** Shows the case as it is. @param {string} focus '' leaves the focus where it is, if that is still there. @param {string} [said] */
    #show(focus, said = '') {
      const { activeElement } = document;
      const key = this.#case.contains(activeElement) ? (activeElement?.closest('[data-key]')?.getAttribute('data-key') ?? '') : '';
      this.#paint();
      if (focus) this.#focus(focus);
      else if (key && !activeElement?.isConnected) this.#focus(key);
      this.#say(said);
    }

    #paint() {
      const scene = this.#scene(this.#state);
      const reason = this.#case.querySelector('.rg-why input');
      const typed = reason instanceof HTMLInputElement ? reason.value : '';
      const ahead = scene ? [stages.now, stages.asked, handover.section, stages.others, stages.coming].map((stage) => stage(scene)) : [stages.choose(this.#roles)];
      put(this.#top, [this.#keeping.told(), scene && stages.you(scene)]);
      put(this.#stages, ahead);
      const again = this.#case.querySelector('.rg-why input');
      if (again instanceof HTMLInputElement && again !== reason && again.id === reason?.id) again.value = typed;
      this.#shownDay = today();
      this.#days.show(this.#state.event, scene ? this.#limits(this.#state) : []);
      put(this.#after, [scene && stages.done(scene)]);
      this.#sum.hidden = !scene;
      this.#summarise();
      put(this.#keep, [this.#keeping.section(Boolean(scene))]);
    }

    /** The case with where it stands; null before a role is chosen. @param {State} state @returns {Scene | null} */
    #scene(state) {
      const role = this.#roles.find((one) => one.id === state.role);
      return role ? { steps: this.#steps, state, places: standing(this.#steps, state), role, skipping: this.#skipping } : null;
    }

    /** @param {Scene} scene @returns {[string, Line[], string[]]} */
    #summary({ steps, places, state, role }) {
      return [summary.head(role.name), summary.lines(steps, places, state), summary.days(state.event, this.#limits(state))];
    }

    /** Only while it is open: it is long, and changes with every press. */
    #summarise() {
      const [, body] = this.#sum.children;
      const scene = this.#scene(this.#state);
      put(body, [this.#sum.open && scene && summary.element(...this.#summary(scene))]);
    }

    /** What follows in the reader's stage when this is over; the heading when nothing does. @param {string} id */
    #next(id) {
      const items = [...this.#stages.querySelectorAll('.rg-now [data-item]')].map((item) => item.getAttribute('data-item'));
      const at = items.indexOf(id);
      return at >= 0 && items[at + 1] ? `post:${items[at + 1]}` : 'rubrik:nu';
    }

    /** @param {string} key What was pressed; `post:` is the first thing to press in an item. */
    #focus(key) {
      const [verb, id] = key.split(':');
      const wanted = verb === 'post' ? `[data-item="${CSS.escape(id)}"] :is(input, button)` : `[data-key="${CSS.escape(key)}"]`;
      const target = this.#case.querySelector(wanted) ?? this.#case.querySelector('[data-key="rubrik:nu"], [data-key="rubrik:vem"]');
      if (target instanceof HTMLElement) target.focus();
    }

    /** Says it to those who listen, and to those who look: beside what was pressed. @param {string} text @param {string} [key] */
    #say(text, key = '') {
      this.#live.textContent = text;
      for (const old of this.#case.querySelectorAll('.rg-said')) old.remove();
      const pressed = key && this.#case.querySelector(`[data-key="${CSS.escape(key)}"]`);
      // The region has been read; what is seen is not read again.
      if (pressed) pressed.parentElement?.after(el('p', { class: 'rg-said', 'aria-hidden': 'true' }, text));
    }
  }

  if (!customElements.get('rutin-guide')) customElements.define('rutin-guide', Guide);
})();
