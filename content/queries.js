// Where the first hits of each query lead, and whether the search says that it has an answer.
async ([queries, first]) => {
  const element = document.querySelector('rutin-search');
  document.querySelector('details.rg-menu').open = true;
  while (!window.rutin?.searchIndex) await new Promise((done) => setTimeout(done, 10));
  const { ready, answered } = window.rutin.searchIndex;
  const search = await ready(element.dataset.library, element.dataset.index);
  return queries.map((query) => {
    const hits = search(query);
    return [hits.slice(0, first).map(({ href }) => href), answered(hits)];
  });
};
