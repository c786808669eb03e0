/** A paragraph of a list as Word puts it on the clipboard. */
interface WordItem {
  readonly element: HTMLElement;
  readonly list: string;
  readonly level: number;
  readonly isOrdered: boolean;
}

/**
 * Word writes a list as paragraphs that say `mso-list:l0 level2 lfo1` and begin with the bullet as
 * text. Makes nested lists of them.
 */
export function convertWordLists(root: Document): void {
  const items = [...root.querySelectorAll<HTMLElement>('p, h1, h2, h3, h4, h5, h6')].flatMap(
    (element) => readItem(element) ?? [],
  );
  let index = 0;
  while (index < items.length) {
    const run = [items[index]!];
    while (index + run.length < items.length && follows(run.at(-1)!, items[index + run.length]!)) {
      run.push(items[index + run.length]!);
    }
    replaceRun(run);
    index += run.length;
  }
}

function readItem(element: HTMLElement): WordItem | null {
  const style = element.getAttribute('style') ?? '';
  const match = /mso-list:\s*l(\d+)\s+level(\d+)/i.exec(style);
  if (!match || /^h\d$/i.test(element.tagName)) return null;
  const marker = takeMarker(element);
  return {
    element,
    list: match[1]!,
    level: Number(match[2]),
    isOrdered: /^[\s\u00a0]*(\d+|[a-z]{1,4}|[ivxlcdm]+)[.)]/i.test(marker),
  };
}

/** Takes the bullet or number out of the paragraph. */
function takeMarker(element: HTMLElement): string {
  let marker = '';
  for (const ignored of element.querySelectorAll<HTMLElement>('span[style*="mso-list"]')) {
    if (!/mso-list:\s*ignore/i.test(ignored.getAttribute('style')!)) continue;
    marker += ignored.textContent;
    ignored.remove();
  }
  return marker;
}

function follows(previous: WordItem, next: WordItem): boolean {
  return next.list === previous.list && next.element.previousElementSibling === previous.element;
}

function replaceRun(run: readonly WordItem[]): void {
  const document = run[0]!.element.ownerDocument;
  const first = run[0]!.element;
  const open: { list: HTMLElement; level: number }[] = [];
  for (const { element, level, isOrdered } of run) {
    while (open.length > 1 && open.at(-1)!.level > level) open.pop();
    let current = open.at(-1);
    if (!current || current.level < level) {
      const list = document.createElement(isOrdered ? 'ol' : 'ul');
      if (current) (current.list.lastElementChild ?? current.list).append(list);
      else first.before(list);
      open.push((current = { list, level }));
    }
    const item = current.list.appendChild(document.createElement('li'));
    const paragraph = item.appendChild(document.createElement('p'));
    paragraph.append(...element.childNodes);
  }
  for (const { element } of run) element.remove();
}
