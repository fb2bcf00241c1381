// The bar of the preview: how tall the page is on a phone, how many words it shows, and the line of the text that one
// points at. `said` is each text of the routine's file with its line, the longest first.
(file, said) => {
  const bar = document.querySelector('.rg-preview');
  if (window.top !== window) {
    bar.remove();
    return;
  }
  const phone = document.createElement('iframe');
  phone.src = location.href;
  phone.tabIndex = -1;
  phone.style.cssText = 'position: absolute; left: -9999px; width: 360px; height: 760px';
  phone.addEventListener('load', () => {
    const { documentElement, body } = phone.contentDocument;
    const words = body.querySelector('main')?.innerText.match(/[\p{L}\d]+(?:[-:][\p{L}\d]+)*/gu)?.length ?? 0;
    const height = documentElement.scrollHeight;
    bar.querySelector('[data-size]').textContent = `På en telefon ${height} bildpunkter hög, ${words} ord`;
    phone.remove();
  });
  document.body.append(phone);

  const plain = (text) =>
    text
      .replace(/\u00ad/g, '')
      .replace(/\s+/g, ' ')
      .trim()
      .toLowerCase();
  const known = said.map(([text, line]) => [plain(text), line]);
  const blocks = 'p, li, h1, h2, h3, h4, dt, dd, td, th, label, summary, button';
  const lineOf = (element) => {
    const text = plain(element.textContent);
    const found = known.find(([each]) => text.includes(each) && 2 * each.length > text.length);
    if (found || element.matches(blocks) || !element.parentElement?.closest('main')) return found;
    return lineOf(element.parentElement);
  };
  const show = ({ target }) => {
    if (bar.contains(target) || !bar.querySelector('input')?.checked) return;
    const found = target.closest('main') && lineOf(target);
    bar.querySelector('output').textContent = found ? `${file}, rad ${found[1]}` : 'Står inte i filen';
  };
  document.addEventListener('pointerover', show);
  document.addEventListener('focusin', show);
};
