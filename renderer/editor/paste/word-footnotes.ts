/**
 * Word puts a footnote's mark as a link to `#_ftn1` and its text at the end of what was copied, in
 * a `div` of that name. Brings the text to the mark.
 */
export function convertWordFootnotes(root: Document): void {
  for (const mark of root.querySelectorAll<HTMLAnchorElement>('a[href*="#_ftn"], a[href*="#_edn"]')) {
    const name = /#_((?:ftn|edn)\d+)$/.exec(mark.getAttribute('href') ?? '')?.[1];
    if (name === undefined) continue;
    const note = root.getElementById(name) ?? root.querySelector(`[style*="footnote"][id="${name}"]`);
    const text = note ? textOfNote(note) : '';
    const footnote = root.createElement('span');
    footnote.setAttribute('data-footnote', '');
    footnote.textContent = text;
    (mark.closest('sup') ?? mark).replaceWith(footnote);
  }
  for (const list of root.querySelectorAll('[style*="mso-element:footnote-list"], [style*="mso-element:endnote-list"]'))
    list.remove();
  for (const note of root.querySelectorAll('div[id^="ftn"], div[id^="edn"]')) note.remove();
}

function textOfNote(note: Element): string {
  const copy = note.cloneNode(true) as Element;
  for (const back of copy.querySelectorAll('a[href*="#_ftnref"], a[href*="#_ednref"]')) back.remove();
  return copy.textContent.replace(/\s+/g, ' ').trim();
}
