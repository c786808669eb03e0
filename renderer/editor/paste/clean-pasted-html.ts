import { takeCarriedTags } from './carried-tags.ts';
import { convertWordFootnotes } from './word-footnotes.ts';
import { convertWordLists } from './word-lists.ts';

/** Elements that carry no text of the author's. */
const NOISE =
  'script, style, meta, link, title, xml, o\\:p:empty, iframe, object, embed, form, input, button, svg, img:not([data-asset])';

/**
 * Makes HTML from Word or the web into what the schema keeps: headings, lists, tables, footnotes and
 * links stay; looks, scripts and pictures go.
 * @param device This device's number, which what was copied here carries.
 */
export function cleanPastedHtml(html: string, device: number): string {
  const root = new DOMParser().parseFromString(html, 'text/html');
  takeCarriedTags(root, device);
  convertWordFootnotes(root);
  convertWordLists(root);
  for (const element of root.querySelectorAll(NOISE)) element.remove();
  for (const comment of commentsOf(root)) comment.remove();
  boldAndItalicFromStyles(root);
  alignFromAttributes(root);
  return root.body.innerHTML;
}

function commentsOf(root: Document): Comment[] {
  const comments: Comment[] = [];
  const walker = root.createTreeWalker(root, NodeFilter.SHOW_COMMENT);
  while (walker.nextNode()) comments.push(walker.currentNode as Comment);
  return comments;
}

/** Word and some web editors say bold and italic by style alone. */
function boldAndItalicFromStyles(root: Document): void {
  for (const span of root.querySelectorAll<HTMLElement>('span[style]')) {
    const { fontWeight, fontStyle } = span.style;
    if (fontWeight === 'bold' || Number(fontWeight) >= 600) wrapContent(span, 'strong');
    if (fontStyle === 'italic') wrapContent(span, 'em');
  }
  // Google Docs puts everything into one <b style="font-weight:normal">.
  for (const bold of root.querySelectorAll<HTMLElement>('b[style*="normal"]')) bold.replaceWith(...bold.childNodes);
}

function wrapContent(element: HTMLElement, tag: string): void {
  const wrapper = element.ownerDocument.createElement(tag);
  wrapper.append(...element.childNodes);
  element.append(wrapper);
}

function alignFromAttributes(root: Document): void {
  for (const element of root.querySelectorAll<HTMLElement>('p[align], h1[align], h2[align], h3[align]')) {
    element.style.textAlign = element.getAttribute('align')!;
  }
}
