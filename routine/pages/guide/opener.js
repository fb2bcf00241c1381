// @ts-check
/**
 * The conversation's script is asked for when a role is chosen, by the address or by a press, or when a case lies on
 * the device. Until it has come the page shows the role's first screen, as it does without scripts; and if it does not
 * come, below that the complete list.
 */
(() => {
  'use strict';

  const { rutin } = window;
  // Where they lie hangs on the page, which says it on the tag of its first script.
  const tag = document.querySelector('[data-conversation]');
  const addresses = /** @type {HTMLElement & { dataset: Addresses }} */ (tag).dataset;

  /** Whether the address points at a role. */
  const pointed = () => /^#roll_/.test(location.hash);

  /** @type {Map<string, Promise<void>>} */
  const coming = new Map();

  /** Resolves when the script is there; when it does not come it may be asked for again. @param {string} [source] */
  const load = (source = addresses.conversation) => {
    const known = coming.get(source);
    if (known) return known;
    /** @type {Promise<void>} */
    const loading = new Promise((resolve, reject) => {
      const script = rutin.script.load(source);
      script.addEventListener('load', () => resolve());
      script.addEventListener('error', () => reject(new Error(source)));
    });
    coming.set(source, loading);
    loading.catch(() => coming.delete(source));
    return loading;
  };

  const converse = () => void load().catch(() => {});

  /** Whether what makes a summary or a calendar file has come. */
  const exports = () =>
    load(addresses.exports).then(
      () => Boolean(rutin.summary),
      () => false
    );

  /** What has become of the reader's first press. @type {Opener} */
  const opener = { pressed: false, load, exports };

  /** @param {Event} event */
  const role = ({ target }) => (target instanceof Element ? target.closest('a[href^="#roll_"]') : null);
  /**
   * A finger on its way down is a tenth of a second before the press. The script is fetched, and not run: until she has
   * chosen, nothing changes where the reader is.
   * @param {Event} event
   */
  const meant = (event) => {
    if (!role(event)) return;
    document.removeEventListener('pointerdown', meant);
    rutin.preload?.(); // Of the script that runs before anything is painted.
  };

  /**
   * The first screen is shown at once, and leaves no trace in the browser's history. What is pressed once the
   * conversation stands there is its own to answer, also where that fails.
   * @param {MouseEvent} event
   */
  const press = (event) => {
    const link = role(event);
    if (!link || event.defaultPrevented || rutin.press.elsewhere(event)) return;
    event.preventDefault();
    if (event.detail > 1) return;
    opener.pressed = true;
    location.replace(link.getAttribute('href') ?? '');
    window.scrollTo(0, 0);
    converse();
  };

  document.addEventListener('pointerdown', meant);
  document.addEventListener('click', press);
  window.addEventListener('hashchange', () => pointed() && converse());
  if (pointed() || rutin.saved.text() !== null) converse();

  rutin.opener = opener;
})();
