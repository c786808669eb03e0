/** Width of the text on the screen in pixels, which columns are drawn wider or narrower against. */
const TEXT_WIDTH = 678;
/** The least that a column without a width of its own is given, in pixels. */
const LEAST_WIDTH = 48;

/**
 * Makes tables as the editor draws them ready to be read and printed: header rows that come again on every page,
 * widths that fit a page, and a box to scroll in where one is wider than the text.
 */
export function drawTables(text: DocumentFragment): void {
  for (const table of text.querySelectorAll('table')) {
    setHead(table);
    shareWidths(table);
    frame(table);
  }
}

/** The rows of nothing but header cells at the top become the head, unless that would be all of the table. */
function setHead(table: HTMLTableElement): void {
  const rows = [...(table.tBodies[0]?.rows ?? [])];
  const isHead = (row: HTMLTableRowElement): boolean =>
    row.cells.length > 0 && [...row.cells].every(({ tagName }) => tagName === 'TH');
  const first = rows.findIndex((row) => !isHead(row));
  const head = rows.slice(0, Math.max(0, first));
  // A cell that reaches down into the body cannot be told apart from it.
  const isOwn = head.every((row, index) => [...row.cells].every(({ rowSpan }) => index + rowSpan <= head.length));
  if (head.length > 0 && isOwn) table.createTHead().append(...head);
  for (const cell of table.querySelectorAll('th')) cell.scope = cell.closest('thead') ? 'col' : 'row';
}

/** Widths that somebody has drawn are pixels of the screen; paper needs to know them as shares. */
function shareWidths(table: HTMLTableElement): void {
  const columns = [...table.querySelectorAll<HTMLTableColElement>(':scope > colgroup > col')];
  const widths = columns.map(({ style }) => (style.width === '' ? null : Number.parseFloat(style.width)));
  const isDrawn = widths.every((width) => width !== null);
  const sum = widths.reduce<number>((total, width) => total + (width ?? LEAST_WIDTH), 0);
  const whole = isDrawn ? sum : Math.max(sum, TEXT_WIDTH);
  if (isDrawn) table.style.setProperty('--table-share', share(sum, TEXT_WIDTH));
  columns.forEach(({ style }, index) => {
    const width = widths[index] ?? null;
    style.setProperty('--column-share', width === null ? 'auto' : share(width, whole));
  });
}

function share(part: number, whole: number): string {
  return `${Math.min(100, (part / whole) * 100).toFixed(2)}%`;
}

function frame(table: HTMLTableElement): void {
  const box = document.createElement('div');
  box.className = 'tableWrapper';
  table.replaceWith(box);
  box.append(table);
  if (table.dataset['orientation'] !== 'landscape') return;
  // The caption goes along to the page on its side.
  const wide = document.createElement('div');
  wide.className = 'wide-table';
  const caption = box.previousElementSibling?.matches('[data-caption="table"]') ? [box.previousElementSibling] : [];
  box.replaceWith(wide);
  wide.append(...caption, box);
}
