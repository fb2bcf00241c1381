// @ts-check
/**
 * `<rutin-guide>`: the complete list of the routine, turned into a conversation. The list stays as it is and is the only data; what the reader
 * ticks and answers is kept in this page's memory, and nowhere else unless the reader chooses to save. If anything fails, the list is left alone.
 */
(() => {
  'use strict';

  const shared = /** @type {any} */ (window);
  shared.rutin ??= {};
  const empty = () => ({ role: '', event: '', answers: {}, over: {} });
  const BEFORE = 'före min del';

  /** `Nu: Bedöm läget. Ska händelsen polisanmälas?` @param {string} label @param {string[]} texts */
  const sentence = (label, texts) => (texts.length ? `${label}: ${texts.map((text) => (/[.?]$/.test(text) ? text : `${text}.`)).join(' ')}` : '');

  class Guide extends HTMLElement {
    connectedCallback() {
      if (this.started) return;
      this.started = true;
      try {
        this.begin();
      } catch (error) {
        this.giveBack();
        throw error;
      }
    }

    begin() {
      const { read } = shared.rutin.case;
      this.list = /** @type {HTMLElement} */ (this.querySelector('.rg-guide-all'));
      this.who = /** @type {HTMLElement} */ (this.querySelector('.rg-guide-who'));
      this.steps = read(this.list);
      this.roles = [...this.who.querySelectorAll('[data-role]')].map((item) => {
        const link = /** @type {HTMLAnchorElement} */ (item.querySelector('a'));
        return { id: /** @type {HTMLElement} */ (item).dataset.role ?? '', name: link.textContent ?? '', href: link.getAttribute('href') ?? '' };
      });
      const known = { actions: [...this.ids(false), ...this.ids(true)], questions: this.ids(true), roles: this.roles.map((role) => role.id) };
      const opened = shared.rutin.memory.open({ edition: this.dataset.edition ?? '', known, today: shared.rutin.dates.today() });
      this.state = opened.state ?? empty();
      this.saving = opened.saving;
      this.until = opened.until;
      this.notice = opened.notice;
      this.skipping = '';
      this.asking = false;
      this.build();
      this.paint();
      this.listen();
    }

    /** @param {boolean} question */
    ids(question) {
      return this.steps.filter((/** @type {any} */ step) => step.question === question).map((/** @type {any} */ step) => step.id);
    }

    /** Takes away everything that was added. */
    giveBack() {
      if (this.more && this.list) this.more.replaceWith(this.list);
      this.parts?.remove();
      this.live?.remove();
      this.who?.removeAttribute('hidden');
    }

    /** The frame: the conversation above, the complete list folded below. */
    build() {
      const { el } = shared.rutin.parts;
      this.live = el('p', { class: 'rg-live', 'aria-live': 'polite' });
      this.parts = el('div', { class: 'rg-case' });
      this.more = el('details', { class: 'rg-more' }, el('summary', {}, 'Alla steg i rutinen'));
      this.list.replaceWith(this.more);
      this.more.append(this.list);
      this.who.before(this.live, this.parts);
      this.who.hidden = true;
      this.unfold();
    }

    /** A link to a step opens the list that holds it. */
    unfold() {
      const id = decodeURIComponent(location.hash.slice(1));
      const target = id && document.getElementById(id);
      if (!target || !this.list.contains(target)) return;
      this.more.open = true;
      target.scrollIntoView();
    }

    listen() {
      this.parts.addEventListener('click', (/** @type {MouseEvent} */ event) => this.press(event));
      this.parts.addEventListener('change', (/** @type {Event} */ event) => this.change(event));
      this.parts.addEventListener('submit', (/** @type {SubmitEvent} */ event) => this.submit(event));
      window.addEventListener('hashchange', () => this.unfold());
      shared.rutin.memory.onOther?.((/** @type {any} */ other) => this.other(other));
    }

    // --- What the reader does ---------------------------------------------------------------------------------------

    /** @param {MouseEvent} event */
    press(event) {
      const target = /** @type {Element} */ (event.target).closest('button[data-key]');
      if (!target || target.getAttribute('type') === 'submit') return;
      const [verb, id] = (/** @type {HTMLElement} */ (target).dataset.key ?? '').split(':');
      const act = /** @type {Record<string, (id: string) => void>} */ ({
        roll: () => this.set({ role: id }, 'rubrik:nu'),
        'byt-roll': () => this.set({ role: '' }, 'rubrik:vem'),
        kryss: () => this.settle(id, 'gjort', ''),
        hoppa: () => this.again(() => (this.skipping = id), `skal:${id}`),
        avbryt: () => this.again(() => (this.skipping = ''), `hoppa:${id}`),
        ja: () => this.answer(id, 'ja'),
        nej: () => this.answer(id, 'nej'),
        'vet-inte': () => this.again(() => {}, `vet-inte:${id}`, 'Frågan är kvar tills du vet.'),
        angra: () => this.undo(id),
        hit: () => this.hither(id),
        kalender: () => this.calendar(id),
        kopiera: () => this.copy(id),
        'skriv-ut': () => this.print(),
        spara: () => this.again(() => (this.asking = true), 'spara-ja'),
        'spara-nej': () => this.again(() => (this.asking = false), 'spara'),
        'spara-ja': () => this.keep(),
        radera: () => this.erase(),
        'ta-andra': () => this.take(),
        skriv: () => this.overwrite(),
      })[verb];
      act?.(id);
    }

    /** @param {Event} event */
    change(event) {
      const target = /** @type {HTMLInputElement} */ (event.target);
      const [verb, id] = (target.dataset.key ?? '').split(':');
      if (verb === 'kryss') this.settle(id, 'gjort', '');
      if (verb === 'dag') this.day(target);
    }

    /** @param {SubmitEvent} event */
    submit(event) {
      event.preventDefault();
      const form = /** @type {HTMLFormElement} */ (event.target);
      const id = form.dataset.form ?? '';
      this.skipping = '';
      this.settle(id, 'inte-aktuellt', /** @type {HTMLInputElement} */ (form.querySelector('input')).value.trim());
    }

    /** @param {string} id @param {string} how @param {string} reason */
    settle(id, how, reason) {
      const over = { how, reason, day: shared.rutin.dates.today() };
      this.set({ over: { ...this.state.over, [id]: over } }, this.next(id));
    }

    /** @param {string} id @param {string} answer */
    answer(id, answer) {
      const over = { ...this.state.over };
      delete over[id]; // It was assumed; now it is given.
      this.set({ answers: { ...this.state.answers, [id]: answer }, over }, this.next(id));
    }

    /** What follows in the reader's stage when this is over; the heading when nothing does. @param {string} id */
    next(id) {
      const items = /** @type {HTMLElement[]} */ ([...this.parts.querySelectorAll('.rg-now [data-item]')]);
      const at = items.findIndex((item) => item.dataset.item === id);
      return at >= 0 && items[at + 1] ? `post:${items[at + 1].dataset.item}` : 'rubrik:nu';
    }

    /** @param {string} id */
    undo(id) {
      const answers = { ...this.state.answers };
      const over = { ...this.state.over };
      delete answers[id];
      delete over[id];
      this.set({ answers, over }, `post:${id}`);
    }

    /** @param {string} id */
    hither(id) {
      const over = { how: 'gjort', reason: BEFORE, day: shared.rutin.dates.today() };
      this.set(shared.rutin.case.until(this.steps, this.state, id, over), `post:${id}`);
    }

    /** @param {HTMLInputElement} field */
    day(field) {
      const { parse, today } = shared.rutin.dates;
      const day = parse(field.value);
      const wrong = field.validity.badInput || (field.value && !day) ? 'Datumet finns inte. Välj en dag i kalendern.' : day > today() ? 'Dagen har inte varit än. Välj i dag eller en tidigare dag.' : '';
      this.wrong = wrong;
      this.set({ event: wrong ? '' : day }, 'dag', wrong);
    }

    /** Changes the case, keeps it if that is chosen, and shows it. @param {object} change @param {string} focus @param {string} [said] */
    set(change, focus, said = '') {
      const before = this.places();
      this.state = { ...this.state, ...change };
      if (this.saving) this.store();
      const came = focus.startsWith('post:') || focus.startsWith('rubrik:nu') ? this.mineOf(this.came(before))[0] : null;
      this.again(() => {}, came ? `post:${came.id}` : focus, said || this.news(before));
    }

    /** @param {() => void} change @param {string} focus @param {string} [said] */
    again(change, focus, said = '') {
      change();
      this.paint();
      this.focusOn(focus);
      this.say(said);
    }

    /** @param {string} key `post:` is the first thing to press in an item. */
    focusOn(key) {
      const [verb, id] = key.split(':');
      const item = verb === 'post' ? this.parts.querySelector(`[data-item="${CSS.escape(id)}"] :is(input, button)`) : this.parts.querySelector(`[data-key="${CSS.escape(key)}"]`);
      const target = item ?? this.parts.querySelector('[data-key="rubrik:nu"]') ?? this.parts.querySelector('[data-key="rubrik:vem"]');
      /** @type {HTMLElement | null} */ (target)?.focus({ preventScroll: false });
    }

    /** @param {string} text */
    say(text) {
      this.live.textContent = text;
    }

    /** What has come and gone, in words. @param {Map<string, string>} before */
    news(before) {
      if (!this.state.role) return '';
      const now = this.places();
      const came = this.came(before);
      const gone = this.steps.filter((/** @type {any} */ step) => now.get(step.id) === 'utgar' && before.get(step.id) !== 'utgar');
      const mine = this.mineOf(came);
      const theirs = came.filter((/** @type {any} */ step) => !mine.includes(step));
      const words = [
        sentence('Nu', mine.map((/** @type {any} */ step) => step.own || step.text)),
        sentence('Väntar på', theirs.map((/** @type {any} */ step) => `${shared.rutin.parts.series(step.names)}, ${step.question ? step.text : step.others}`)),
        sentence('Gäller inte längre', gone.map((/** @type {any} */ step) => step.text)),
      ];
      return words.filter(Boolean).join(' ') || 'Ändrat.';
    }

    /** The steps that have come to now. @param {Map<string, string>} before */
    came(before) {
      const now = this.places();
      return this.steps.filter((/** @type {any} */ step) => now.get(step.id) === 'nu' && before.get(step.id) !== 'nu');
    }

    /** @param {any[]} steps */
    mineOf(steps) {
      return steps.filter((step) => step.owners.includes(this.state.role));
    }

    places() {
      return shared.rutin.case.standing(this.steps, this.state);
    }

    // --- What it shows ----------------------------------------------------------------------------------------------

    paint() {
      const { el } = shared.rutin.parts;
      const role = this.roles.find((/** @type {any} */ one) => one.id === this.state.role);
      const notice = this.notice ? el('p', { class: 'rg-notice' }, this.notice) : '';
      this.parts.replaceChildren(notice, ...(role ? this.conversation(role) : [this.choose()]));
    }

    choose() {
      const { el, button } = shared.rutin.parts;
      const choices = this.roles.map((/** @type {any} */ role) => el('li', {}, button(`roll:${role.id}`, role.name, { class: 'rg-role-button' })));
      return el('section', {}, el('h2', { tabindex: -1, 'data-key': 'rubrik:vem' }, 'Vem är du?'), el('p', { class: 'rg-small' }, 'Det du svarar stannar på den här sidan.'), el('ul', { class: 'rg-roles rg-helpers' }, ...choices));
    }

    /** @param {{ id: string, name: string, href: string }} role @returns {Node[]} */
    conversation(role) {
      const places = this.places();
      return [this.header(role), this.dates(places), this.now(role.id, places), this.waiting(role.id, places), this.later(role.id, places), this.handOver(role.id, places), this.over(places), this.summary(places), this.privacy()].filter(Boolean);
    }

    /** @param {{ name: string, href: string }} role */
    header(role) {
      const { el, button } = shared.rutin.parts;
      return el('div', { class: 'rg-you' }, el('p', {}, 'Du är: ', el('a', { href: role.href }, role.name)), button('byt-roll', 'Byt roll'));
    }

    /** @param {Map<string, string>} places */
    limits(places) {
      const { add } = shared.rutin.dates;
      const open = this.steps.filter((/** @type {any} */ step) => step.days && !['klart', 'utgar'].includes(places.get(step.id) ?? ''));
      return open.map((/** @type {any} */ step) => ({ id: step.id, text: step.text, last: this.state.event ? add(this.state.event, step.days) : '' }));
    }

    /** @param {Map<string, string>} places */
    dates(places) {
      const { el, button } = shared.rutin.parts;
      const { today, long, weekday, span } = shared.rutin.dates;
      const limits = this.limits(places);
      if (!limits.length && !this.state.event) return null;
      const field = el('input', { id: '_dag', class: 'rg-input', type: 'date', max: today(), autocomplete: 'off', 'data-key': 'dag', 'aria-describedby': '_dag-fel', 'aria-invalid': this.wrong ? 'true' : null });
      field.value = this.state.event;
      return el(
        'section',
        { class: 'rg-days' },
        el('label', { for: '_dag' }, 'Dagen för händelsen'),
        field,
        el('p', { id: '_dag-fel', class: 'rg-wrong' }, this.wrong ?? ''),
        ...limits
          .filter((/** @type {any} */ limit) => limit.last)
          .map((/** @type {any} */ limit) =>
            el('div', { class: 'rg-due' }, el('b', {}, `Senast ${weekday(limit.last)} ${long(limit.last)}`), el('span', {}, limit.text), el('span', { class: 'rg-small' }, span(limit.last, today())), button(`kalender:${limit.id}`, 'Spara i kalendern')),
          ),
      );
    }

    /** @param {string} role @param {Map<string, string>} places */
    now(role, places) {
      const { el, heading, tracks, own, asked, told } = shared.rutin.parts;
      const due = this.steps.filter((/** @type {any} */ step) => places.get(step.id) === 'nu');
      const mine = due.filter((/** @type {any} */ step) => step.owners.includes(role));
      const helped = this.helped(due, role);
      const item = (/** @type {any} */ step) => (step.question ? asked(step) : own(step, this.skipping === step.id));
      return el(
        'section',
        { class: 'rg-now' },
        heading('nu', 'Nu', mine.length + helped.length),
        mine.length ? tracks(mine, item) : null,
        helped.length ? el('ul', { class: 'rg-acts' }, ...helped.map((/** @type {any} */ one) => told(one.step, one.text, true))) : null,
        !mine.length && !helped.length ? el('p', {}, this.idle(role, places)) : null,
      );
    }

    /** What a role that is not responsible may be asked, at these steps. @param {any[]} steps @param {string} role */
    helped(steps, role) {
      return steps.flatMap((step) => step.told.filter((/** @type {any} */ line) => line.role === role && !step.owners.includes(role)).map((/** @type {any} */ line) => ({ step, text: line.text })));
    }

    /** @param {string} role @param {Map<string, string>} places */
    idle(role, places) {
      const left = this.steps.some((/** @type {any} */ step) => step.owners.includes(role) && places.get(step.id) === 'sedan');
      const any = this.steps.some((/** @type {any} */ step) => ['nu', 'sedan'].includes(places.get(step.id) ?? ''));
      return left ? 'Du behöver inte göra något just nu.' : any ? 'Du har inget mer att göra. Andra går vidare.' : 'Alla steg är klara.';
    }

    /** @param {string} role @param {Map<string, string>} places */
    waiting(role, places) {
      const { el, heading, waiting } = shared.rutin.parts;
      const steps = this.steps.filter((/** @type {any} */ step) => places.get(step.id) === 'nu' && !step.owners.includes(role));
      return steps.length ? el('section', { class: 'rg-waiting' }, heading('vantar', 'Väntar', steps.length), el('ul', { class: 'rg-waits' }, ...steps.map(waiting))) : null;
    }

    /** @param {string} role @param {Map<string, string>} places */
    later(role, places) {
      const { el, heading, tracks, later, told } = shared.rutin.parts;
      const coming = this.steps.filter((/** @type {any} */ step) => places.get(step.id) === 'sedan');
      const mine = coming.filter((/** @type {any} */ step) => step.owners.includes(role));
      const helped = this.helped(coming, role);
      const busy = new Set(this.steps.filter((/** @type {any} */ step) => step.owners.includes(role) && places.get(step.id) === 'nu').map((/** @type {any} */ step) => step.track));
      const startable = (/** @type {any} */ step) => !busy.has(step.track) && mine.find((/** @type {any} */ other) => other.track === step.track) === step;
      if (!mine.length && !helped.length) return null;
      return el(
        'section',
        { class: 'rg-coming' },
        heading('sedan', 'Sedan', mine.length + helped.length),
        mine.length ? tracks(mine, (/** @type {any} */ step) => later(step, startable(step))) : null,
        helped.length ? el('ul', { class: 'rg-acts' }, ...helped.map((/** @type {any} */ one) => told(one.step, one.text, false))) : null,
      );
    }

    /** When the reader's last step for now is over: who goes on, and the words. @param {string} role @param {Map<string, string>} places */
    handOver(role, places) {
      const { el, button, series } = shared.rutin.parts;
      const mine = this.steps.filter((/** @type {any} */ step) => step.owners.includes(role));
      const over = mine.filter((/** @type {any} */ step) => !step.question && places.get(step.id) === 'klart');
      const due = this.steps.filter((/** @type {any} */ step) => places.get(step.id) === 'nu');
      if (!over.length || due.some((/** @type {any} */ step) => step.owners.includes(role)) || !due.length) return null;
      const say = over.filter((/** @type {any} */ step) => step.informs.length).flatMap((/** @type {any} */ step) => step.say);
      const names = [...new Set(due.map((/** @type {any} */ step) => series(step.names)))];
      this.handText = [...say, `Det här är gjort: ${over.map((/** @type {any} */ step) => step.text).join('; ')}.`, `Det här kommer nu: ${due.map((/** @type {any} */ step) => step.text).join('; ')}.`].join('\n');
      return el(
        'section',
        { class: 'rg-hand' },
        el('h2', { id: '_lamna-over' }, 'Lämna över'),
        el('p', {}, `Nu tar ${series(names.map((name) => name[0].toLowerCase() + name.slice(1)))} vid.`),
        el('textarea', { class: 'rg-input', readonly: true, rows: 5, 'aria-label': 'Text att lämna över', 'data-key': 'text:over', autocomplete: 'off' }, this.handText),
        el('p', { class: 'rg-buttons' }, button('kopiera:over', 'Kopiera texten')),
      );
    }

    /** @param {Map<string, string>} places */
    over(places) {
      const { el, heading, over } = shared.rutin.parts;
      const steps = this.steps.filter((/** @type {any} */ step) => places.get(step.id) === 'klart');
      if (!steps.length) return null;
      const how = (/** @type {any} */ step) => shared.rutin.summary.how(step, 'klart', this.state);
      return el('section', { class: 'rg-done' }, heading('klart', 'Klart', steps.length), el('ul', { class: 'rg-overs' }, ...steps.map((/** @type {any} */ step) => over(step, how(step)))));
    }

    /** @param {Map<string, string>} places */
    summary(places) {
      const { el } = shared.rutin.parts;
      const { lines, days, element, text } = shared.rutin.summary;
      const all = lines(this.steps, places, this.state);
      const dates = days(this.state, this.limits(places));
      this.summaryText = text(all, dates);
      const open = /** @type {HTMLDetailsElement | null} */ (this.parts.querySelector('.rg-sum'))?.open ?? false;
      return el('details', { class: 'rg-more rg-sum', open }, el('summary', { 'data-key': 'sammanstallning' }, 'Sammanställning'), element(all, dates));
    }

    privacy() {
      const { el, button } = shared.rutin.parts;
      const { long, add, today } = shared.rutin.dates;
      if (this.conflict) {
        return el('section', { class: 'rg-keep' }, el('p', {}, 'Ärendet har ändrats i en annan flik. Vilket ska gälla?'), el('p', { class: 'rg-buttons' }, button('ta-andra', 'Den andra fliken'), button('skriv', 'Den här fliken')));
      }
      if (this.saving) return el('section', { class: 'rg-keep' }, el('p', {}, `Sparat på den här enheten till och med ${long(this.until)}.`), el('p', { class: 'rg-buttons' }, button('radera', 'Radera allt')));
      if (!this.asking) return el('section', { class: 'rg-keep' }, el('p', {}, 'Inget är sparat. Stänger du sidan är svaren borta.'), el('p', { class: 'rg-buttons' }, button('spara', 'Spara på den här enheten'), button('radera', 'Radera allt')));
      return el(
        'section',
        { class: 'rg-keep', role: 'group', 'aria-labelledby': '_spara' },
        el('h2', { id: '_spara' }, 'Spara på den här enheten?'),
        el('p', {}, `Det här sparas: din roll, dagen för händelsen, dina svar, kryss och skäl. Till och med ${long(add(today(), shared.rutin.memory.DAYS))}, sedan tas det bort. Den som använder enheten efter dig kan se det.`),
        el('p', { class: 'rg-buttons' }, button('spara-ja', 'Spara'), button('spara-nej', 'Avbryt')),
      );
    }

    // --- Keeping, copying, printing ---------------------------------------------------------------------------------

    /** The texts of what is ticked, so that what is gone from a later edition can be named. */
    words() {
      return Object.fromEntries(this.steps.filter((/** @type {any} */ step) => step.id in this.state.over || step.id in this.state.answers).map((/** @type {any} */ step) => [step.id, step.text]));
    }

    keep() {
      const kept = shared.rutin.memory.keep({ state: this.state, edition: this.dataset.edition ?? '', words: this.words(), today: shared.rutin.dates.today() });
      this.asking = false;
      this.result(kept);
      this.again(() => {}, kept.ok ? 'radera' : kept.conflict ? 'skriv' : 'spara', kept.ok ? 'Sparat.' : kept.notice);
    }

    /** @param {boolean} [replace] Whether what another tab wrote is to be replaced. */
    store(replace = false) {
      this.result(shared.rutin.memory.write(this.state, this.words(), replace, shared.rutin.dates.today()));
    }

    /** @param {any} result What the memory says of a write. */
    result(result) {
      this.saving = result.saving;
      this.until = result.until || this.until;
      this.conflict = result.conflict ? result.theirs : null;
      this.notice = result.notice ?? '';
    }

    erase() {
      const erased = shared.rutin.memory.erase();
      this.state = empty();
      this.saving = this.asking = false;
      this.conflict = null;
      this.wrong = this.skipping = '';
      this.notice = erased?.ok === false ? erased.notice : '';
      this.again(() => {}, 'rubrik:vem', this.notice || 'Allt är raderat.');
    }

    /** @param {{ kind: 'wrote' | 'erased', state: any }} other What another tab did. */
    other(other) {
      if (!this.saving) return;
      if (other.state) this.conflict = other.state;
      else if (other.kind === 'erased') {
        this.saving = false;
        this.notice = 'Det sparade har raderats i en annan flik. Det du ser här finns bara på den här sidan.';
      }
      this.paint();
    }

    take() {
      this.state = this.conflict;
      this.store(true);
      this.again(() => {}, 'rubrik:nu', this.notice || 'Ändrat.');
    }

    overwrite() {
      this.store(true);
      this.again(() => {}, 'rubrik:nu', this.notice || 'Sparat.');
    }

    /** @param {string} id */
    calendar(id) {
      const limit = this.limits(this.places()).find((/** @type {any} */ one) => one.id === id);
      if (!limit?.last) return;
      const stamp = new Date();
      const text = shared.rutin.calendar.file({ title: 'Uppföljning', day: limit.last, remindDaysBefore: 2, stamp });
      shared.rutin.calendar.offer('uppfoljning.ics', text);
      this.say('Kalenderfilen är skapad.');
    }

    /** @param {string} what */
    async copy(what) {
      const text = what === 'over' ? this.handText : this.summaryText;
      const done = await this.toClipboard(text ?? '');
      this.say(done ? 'Texten är kopierad.' : 'Det gick inte att kopiera. Markera texten och kopiera den själv.');
    }

    /** @param {string} text */
    async toClipboard(text) {
      try {
        await navigator.clipboard.writeText(text);
        return true;
      } catch {
        // Without https (and so on a file share) there is no clipboard to ask for; the older way still works there.
        const field = document.createElement('textarea');
        field.value = text;
        field.className = 'rg-live';
        this.parts.append(field);
        field.select();
        const done = document.execCommand('copy');
        field.remove();
        return done;
      }
    }

    print() {
      const page = document.documentElement;
      const sum = /** @type {HTMLDetailsElement} */ (this.parts.querySelector('.rg-sum'));
      sum.open = true;
      page.dataset.print = 'sammanstallning';
      window.addEventListener('afterprint', () => delete page.dataset.print, { once: true });
      window.print();
    }
  }

  if (!customElements.get('rutin-guide')) customElements.define('rutin-guide', Guide);
})();
