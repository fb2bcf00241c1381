// @ts-check
/** What the guide reads from its page, apart from the steps. */
(() => {
  'use strict';

  const { rutin } = window;

  /**
   * The roles to choose among; `asks` is what the page holds of one that only helps.
   * @param {HTMLElement} who @returns {Role[]}
   */
  const roles = (who) =>
    [...who.querySelectorAll('[data-role]')].map((item) => {
      const id = item.getAttribute('data-role') ?? '';
      const own = item.querySelector('b')?.textContent ?? '';
      return {
        id,
        own,
        name: item.getAttribute('data-name') ?? own,
        reached: item.getAttribute('data-reached') ?? '',
        gap: item.getAttribute('data-gap') ?? '',
        open: item.getAttribute('data-open') ?? '',
        asks: [...document.querySelectorAll(`#roll_${CSS.escape(id)} [data-asks]`)],
      };
    });

  /** The step that the address points at. It is a link from another page, so anything may stand there. */
  const pointedAt = () => {
    const raw = location.hash.slice(1);
    try {
      return document.getElementById(decodeURIComponent(raw));
    } catch {
      return document.getElementById(raw);
    }
  };

  /**
   * Takes the role that a link has brought out of the address, and the first screen with it; '' where it brought none.
   * @param {Role[]} all
   */
  const takeRole = (all) => {
    document.adoptedStyleSheets = []; // Of the first screen, which the conversation takes the place of.
    const role = all.find(({ id }) => location.hash === `#roll_${id}`);
    if (!role) return '';
    history.replaceState(history.state, '', location.pathname + location.search);
    window.scrollTo(0, 0);
    return role.id;
  };

  /** What current guidance says where a text is handed over. @param {ParentNode} list */
  const handing = (list) => [...list.querySelectorAll('[data-handing]')].map((line) => line.textContent ?? '');

  rutin.page = { roles, pointedAt, takeRole, handing };
})();
