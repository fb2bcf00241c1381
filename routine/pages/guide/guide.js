// @ts-check
/**
 * `<rutin-guide>`: the complete list of the routine, turned into a conversation. The list stays as it is and is the
 * only data; what the reader ticks and answers is kept in this page alone, unless she chooses to save. If anything
 * fails, also on the way, the list is given back.
 */
(() => {
  'use strict';

  const { rutin } = window;
  const { part } = rutin.place;
  const { Guarded, Conversation, Store, opener, page } = rutin;
  const { read } = rutin.case;
  const { fill } = rutin.pieces;
  const words = rutin.words.guide;

  const MINUTE_MS = 60_000;

  class RutinGuide extends Guarded {
    #aborter = new AbortController();
    /** @type {Conversation | undefined} */ #conversation;
    #begun = false;
    /** The complete list, and the list of roles, as they stand without scripts. @type {HTMLElement[]} */ #own = [];

    connectedCallback() {
      if (!this.#conversation) this.guarded(() => this.#begin());
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
      const { frame, store } = conversation;
      setTimeout(() => this.guarded(() => store.notice && frame.say(store.notice)), 500);
    }

    /** @param {Step[]} steps @param {Role[]} roles */
    #converse(steps, roles) {
      const conversation = new Conversation({
        steps,
        roles,
        handing: page.handing(this),
        care: this.dataset.care ?? '',
        reminder: this.dataset.reminder ?? '',
        store: new Store(
          this.dataset.edition ?? '',
          [...steps, ...roles].map(({ id }) => id)
        ),
        fail: (error) => this.fail(error),
      });
      this.#conversation = conversation;
      conversation.shown.begin(() => page.takeRole(roles));
      return conversation;
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
      on(window, 'storage', () => conversation.other());
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
     * Gives the list back, takes away everything that was added, and says so to who has begun. With nothing but what
     * the browser has: what failed may be one of our own.
     */
    giveBack() {
      this.#aborter.abort();
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
