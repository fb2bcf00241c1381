"""What is printed: PDFs from the same routine, for a pocket, a wallet and a wall. Content is plain data; Typst only sets it."""
