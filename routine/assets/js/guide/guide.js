// @ts-check
/**
 * `<rutin-guide>`: the complete list of the routine, turned into a conversation. The list stays as it is and is the
 * only data; what the reader ticks and answers is kept in this page alone, unless she chooses to save. If anything
 * fails, also on the way, the list is given back.
 */
(() => {
  'use strict';

  const { rutin } = window;
  const { today } = rutin.dates;
  const { part } = rutin.place;
  const { Guarded, Conversation, keeping, opener, page } = rutin;
  const { read } = rutin.case;
  const { address } = rutin.site;
  const { fill } = rutin.pieces;
  const words = rutin.words.guide;

  const MINUTE_MS = 60_000;

  class RutinGuide extends Guarded {
    #aborter = new AbortController();
    /** @type {Conversation | undefined} */ #conversation;
    #begun = false;
    /** @type {(() => void) | undefined} */ #unfollow;
    /** The complete list, and the list of roles, as they stand without scripts. @type {HTMLElement[]} */ #own = [];

    connectedCallback() {
      if (this.#conversation) return;
      const begin = () => this.guarded(() => this.#begin());
      // What is saved is opened first; if that does not come, the guide begins without, and says so.
      this.guarded(() => (keeping.lies() ? void keeping.load().then(begin, begin) : begin()));
    }

    #begin() {
      const list = part(this, '.rg-guide-all', HTMLElement);
      const who = part(this, '.rg-guide-who', HTMLElement);
      const { hash } = location;
      this.#own = [list, who];
      const conversation = this.#converse(read(list), page.roles(who));
      this.#listen(conversation);
      // Only now is anything moved: what failed before this has changed nothing.
      conversation.frame.enter(list, who);
      conversation.frame.unfold();
      this.#begun = true;
      // What was pressed, or what the address pointed at, is gone, and where the reader is with it: she is at the top,
      // where the emergency numbers are, however large her text is.
      if (opener.pressed || (hash && !location.hash && document.activeElement === document.body)) {
        conversation.shown.show('rubrik:nu');
        window.scrollTo(0, 0);
      }
      // What stands above that is said once the region that says it is listened to.
      const { frame, choice } = conversation;
      setTimeout(() => this.guarded(() => choice.notice && frame.say(choice.notice)), 500);
    }

    /** @param {Step[]} steps @param {Role[]} roles */
    #converse(steps, roles) {
      const conversation = new Conversation({
        steps,
        roles,
        handing: page.handing(this),
        care: this.dataset.care ?? '',
        opening: this.#opening(steps, roles),
        fail: (error) => this.fail(error),
      });
      this.#conversation = conversation;
      conversation.choice.loaded = (store) => this.#follow(store, conversation);
      conversation.shown.begin(() => page.takeRole(roles));
      return conversation;
    }

    /** @param {Step[]} steps @param {Role[]} roles @returns {Opening} */
    #opening(steps, roles) {
      /** @param {{ id: string }[]} all */
      const ids = (all) => all.map(({ id }) => id);
      const questions = ids(steps.filter((step) => step.question));
      const texts = [...steps.map((step) => [step.id, step.text]), ...roles.map((role) => [role.id, role.name])];
      return {
        site: address,
        edition: this.dataset.edition ?? '',
        known: { questions, steps: ids(steps), roles: ids(roles) },
        // Of what a browser has translated the words are its own: they tell nothing of what has been changed.
        texts: document.documentElement.lang === 'sv' ? Object.fromEntries(texts) : {},
        today: today(),
      };
    }

    /** @param {Conversation} conversation */
    #listen(conversation) {
      const { frame, shown } = conversation;
      const { signal } = this.#aborter;
      /** @template {Event} T @param {EventTarget} target @param {string} kind @param {(event: T) => void} work */
      const on = (target, kind, work) => {
        const guarded = (/** @type {Event} */ event) => this.guarded(() => work(/** @type {T} */ (event)));
        target.addEventListener(kind, guarded, { signal });
      };
      // A fold tells no other element that it has been folded out.
      const filled = (/** @type {Event} */ event) =>
        this.guarded(() => void (event.target instanceof Element && fill(event.target)));
      frame.case.addEventListener('toggle', filled, { signal, capture: true });
      on(this, 'click', (/** @type {MouseEvent} */ event) => conversation.press(event));
      on(frame.case, 'submit', (/** @type {SubmitEvent} */ event) => conversation.submit(event));
      on(frame.sum, 'toggle', () => void shown.summarise().catch((error) => this.fail(error)));
      on(window, 'hashchange', () => conversation.pointed());
      on(window, 'beforeprint', () => frame.unpack());
      on(document, 'visibilitychange', () => shown.renew());
      // Also where it is looked at when a day ends; what has been said stays until then.
      const minutes = setInterval(() => this.guarded(() => shown.renew(false)), MINUTE_MS);
      signal.addEventListener('abort', () => clearInterval(minutes));
      on(frame.case, 'keydown', (/** @type {KeyboardEvent} */ event) => {
        if (event.repeat && event.key === 'Enter') event.preventDefault(); // The focus has moved on to another thing.
      });
      on(window, 'pagehide', () => conversation.forget());
      on(window, 'pageshow', (/** @type {PageTransitionEvent} */ event) => {
        if (event.persisted) conversation.restore();
      });
    }

    /**
     * What other tabs do is followed once the store is there.
     * @param {Store} store @param {Conversation} conversation
     */
    #follow(store, conversation) {
      this.#unfollow?.();
      this.#unfollow = store.onOther((change) => this.guarded(() => conversation.other(change)));
    }

    /**
     * Gives the list back, takes away everything that was added, and says so to who has begun. With nothing but what
     * the browser has: what failed may be one of our own.
     */
    giveBack() {
      this.#aborter.abort();
      this.#unfollow?.();
      delete document.documentElement.dataset.guide;
      const frame = this.#conversation?.frame;
      if (!frame?.more.isConnected) return;
      delete document.documentElement.dataset.print;
      const [list, who] = this.#own;
      frame.more.replaceWith(list);
      frame.live.remove();
      who.hidden = false;
      const told = document.createElement('p');
      told.className = 'rg-notice';
      told.tabIndex = -1;
      told.textContent = words.failed;
      frame.case.replaceWith(...(this.#begun ? [told] : []));
      told.focus();
    }
  }

  if (!customElements.get('rutin-guide')) customElements.define('rutin-guide', RutinGuide);
})();
