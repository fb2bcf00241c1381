// @ts-check
/** The search's field and its list of hits, as elements. */
(() => {
  'use strict';

  const { rutin } = window;
  const { el } = rutin.dom;
  const words = rutin.words.search;

  let count = 0;

  /** @returns {SearchBox} */
  const make = () => {
    count += 1;
    const id = `rg-search-input-${count}`;
    const input = el('input', {
      class: 'rg-search-input',
      type: 'search',
      id,
      autocomplete: 'off',
      spellcheck: 'false', // Some browsers send what is spell-checked away.
      autocapitalize: 'none',
      enterkeyhint: 'search',
      maxlength: 100,
    });
    const status = el('p', { class: 'rg-search-status', role: 'status' });
    // Safari forgets that a list without bullets is one.
    const list = el('ul', { class: 'rg-search-results', role: 'list', hidden: true });
    const label = el('label', { class: 'rg-search-label', for: id }, words.label);
    return { element: el('div', { class: 'rg-search-box' }, label, input, status, list), input, status, list };
  };

  /** @param {Hit} found @param {string} root The site's own address, from this page. */
  const item = ({ title, kind, who, text, href, when }, root) => {
    const about = [kind, who, text].filter(Boolean).join(' · ');
    const link = el(
      'a',
      { class: when === 'acute' ? 'rg-search-hit rg-search-acute' : 'rg-search-hit', href: root + href },
      el('span', { class: 'rg-search-title' }, title),
      ' ',
      el('span', { class: 'rg-search-about' }, about)
    );
    return el('li', { class: 'rg-search-item' }, link);
  };

  rutin.searchBox = { make, item };
})();
