// Milliseconds from a query until its hits are ordered, each of the queries, after the first has loaded what it needs.
async (queries) => {
  const element = document.querySelector('rutin-search');
  document.querySelector('details.rg-menu').open = true;
  while (!window.rutin?.searchIndex) await new Promise((done) => setTimeout(done, 10));
  const search = await window.rutin.searchIndex.ready(element.dataset.library, element.dataset.index);
  return queries.map((query) => {
    const began = performance.now();
    search(query);
    return performance.now() - began;
  });
};
