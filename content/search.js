// Which of the words, each with the place that it is about, the search does not find among its first hits.
async ([names, first]) => {
  const element = document.querySelector('rutin-search');
  document.querySelector('details.rg-menu').open = true;
  while (!window.rutin?.searchIndex) await new Promise((done) => setTimeout(done, 10));
  const search = await window.rutin.searchIndex.ready(element.dataset.library, element.dataset.index);
  const plain = (text) => text.replace(/\u00ad/g, '').toLowerCase();
  return names
    .filter(
      ([name, place]) =>
        !search(name)
          .slice(0, first)
          .some(({ title, text, href }) => href === place || plain(`${title} ${text}`).includes(plain(name)))
    )
    .map(([name]) => name);
};
