"""One file a view: Routine → a small frozen object for one page. Named as its template. Views know the model, not each other."""
