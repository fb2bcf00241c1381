// @ts-check
/**
 * The conversation's script is asked for when a role is chosen, by the address or by a press, or when a case lies on
 * the device. Until it has come the page shows the role's first screen, as it does without scripts; and if it does not
 * come, below that the complete list.
 */
(() => {
  'use strict';

  const { rutin } = window;
  /** Whether the address points at a role. */
  const pointed = () => /^#roll_/.test(location.hash);

  /** What has become of the reader's first press. @type {Opener} */
  const opener = { pressed: false, load: () => load() };
  /** @type {Promise<void> | undefined} */
  let loading;

  /** Resolves when it is there; when it does not come it may be asked for again. */
  const load = () => {
    loading ??= new Promise((resolve, reject) => {
      const script = rutin.script.load(rutin.late.conversation);
      script.addEventListener('load', () => resolve());
      script.addEventListener('error', () => reject(new Error('no conversation')));
    });
    loading.catch(() => {
      loading = undefined;
    });
    return loading;
  };

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
    rutin.late.preload();
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
    load().catch(() => {});
  };

  document.addEventListener('pointerdown', meant);
  document.addEventListener('click', press);
  window.addEventListener('hashchange', () => void (pointed() && load().catch(() => {})));
  if (pointed() || rutin.keeping.lies()) load().catch(() => {});

  rutin.opener = opener;
})();
