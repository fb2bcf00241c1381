// @ts-check
/**
 * Lämna sidan: the link `.rg-leave`, a plain link where this script does not run. A press, or Shift three times, covers
 * the page at once and puts the other site in its place in the history, so that Back does not lead here.
 *
 * Nothing is stored, which sets the limit: only the page that was left is replaced. Pages of ours that were read before
 * it lie in the history as they were, uncovered, since nothing can tell them why they are shown again; and neither the
 * browser's list of visited pages nor any log can be reached from here. /om/integritet/ says so.
 *
 * It is published as a file of its own, needs no other, and has no syntax that is newer than 2015: what is for the
 * reader's safety must run also where a browser cannot read the rest.
 */
(() => {
  'use strict';

  const { rutin } = window;
  const { elsewhere } = rutin.press;
  const PRESSES = 3;
  const WITHIN_MS = 2000; // From the first press going down to the last one coming up.

  const found = document.querySelector('a.rg-leave');
  if (!(found instanceof HTMLAnchorElement)) return;
  const link = found;
  const words = link.dataset;

  /**
   * @template {keyof HTMLElementTagNameMap} T
   * @param {T} tag @param {string} className @param {string} [text] The page's own.
   */
  const make = (tag, className, text = '') => {
    const element = document.createElement(tag);
    element.className = className;
    element.textContent = text;
    return element;
  };

  /** Over the page from the moment of leaving. @type {HTMLElement | undefined} */
  let cover;
  /** Puts the page back as it was. */
  let uncover = () => {};

  const hide = () => {
    if (cover) return;
    const { activeElement } = document;
    const { scrollX, scrollY } = window;
    // The title stays: a tab that changes its words draws the eye, and ours says nothing.
    const over = make('div', 'rg-cover');
    over.tabIndex = -1;
    over.append(make('p', 'rg-unseen', words.loading));
    document.body.append(over);
    document.documentElement.classList.add('rg-covered');
    over.focus({ preventScroll: true });
    cover = over;
    uncover = () => {
      document.documentElement.classList.remove('rg-covered');
      over.remove();
      cover = undefined;
      window.scrollTo(scrollX, scrollY);
      const back = activeElement instanceof HTMLElement && activeElement !== document.body ? activeElement : link;
      back.focus({ preventScroll: true });
    };
  };

  const leave = () => {
    try {
      hide();
    } finally {
      window.location.replace(link.href);
    }
  };

  link.addEventListener('click', (event) => {
    if (event.defaultPrevented || elsewhere(event)) return;
    event.preventDefault();
    leave();
  });

  // A place on the page gets no entry of its own in the history: Back from the other site would lead to one that was
  // not replaced. On the window, after all that answers a press of its own.
  window.addEventListener('click', (event) => {
    const pressed = event.target instanceof Element ? event.target.closest('a[href]') : null;
    if (!pressed || event.defaultPrevented || elsewhere(event)) return;
    const { href } = new URL(pressed.getAttribute('href') || '', window.location.href);
    const [page] = href.split('#');
    if (page === href || page !== window.location.href.split('#')[0]) return;
    event.preventDefault();
    window.location.replace(href);
  });

  // A browser may keep the page as it was, to show it when somebody presses Back: what was filled in is not kept.
  window.addEventListener('pagehide', () => {
    for (const form of document.querySelectorAll('form')) form.reset();
  });

  // The covered page can only be shown again when the other site did not come in its place: Back was pressed while it
  // was awaited, and Forward after that. A browser that kept the page shows it with its cover, as it was put away. The
  // cover stays: someone else may be holding the mouse. It does not leave by itself a second time either: a page that
  // runs off draws the eye and takes Back from its reader. So it stands blank, until someone chooses the one button,
  // whose word says nothing. The focus is not on it, lest a key chooses.
  window.addEventListener('pageshow', (event) => {
    forget();
    if (!event.persisted || !cover) return;
    const button = make('button', 'rg-cover-lift', words.lift);
    button.type = 'button';
    button.addEventListener('click', () => uncover());
    cover.replaceChildren(button);
  });

  // A press is Shift down and up with nothing else in between: not a capital letter, not another combination, not a
  // click with Shift held.
  /** When Shift went down, while it is down alone. @type {number | undefined} */
  let down;
  /** When each counted press went down. @type {number[]} */
  let presses = [];
  /** @type {HTMLElement | undefined} */
  let status;
  let timer = 0;

  /** @param {string} text */
  const say = (text) => {
    if (status && status.textContent !== text) status.textContent = text;
  };

  const forget = () => {
    down = undefined;
    presses = [];
    window.clearTimeout(timer);
    say('');
  };

  window.addEventListener(
    'keydown',
    (event) => {
      if (event.key !== 'Shift' || event.ctrlKey || event.metaKey || event.altKey || event.isComposing) forget();
      else if (!event.repeat) down = event.timeStamp;
    },
    true
  );

  window.addEventListener(
    'keyup',
    (event) => {
      if (event.key !== 'Shift' || down === undefined) return;
      presses = [...presses, down].filter((time) => event.timeStamp - time <= WITHIN_MS);
      down = undefined;
      if (presses.length >= PRESSES) {
        forget();
        leave();
        return;
      }
      // A region for announcements must stand there, empty, before it is given words.
      if (!status) {
        status = make('p', 'rg-unseen');
        status.setAttribute('role', 'status');
        document.body.append(status);
      }
      say(presses.length === PRESSES - 1 ? words.again || '' : '');
      window.clearTimeout(timer);
      timer = window.setTimeout(forget, WITHIN_MS);
    },
    true
  );

  for (const kind of ['pointerdown', 'wheel']) window.addEventListener(kind, forget, { capture: true, passive: true });
  window.addEventListener('blur', forget);

  // Only now is it true.
})();
