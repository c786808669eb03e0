import type { Tag } from '../../../shared/document/tags.ts';

/** What the margin asks of the window. */
export interface TagMarginHost {
  /** Shows a tag; `anchor` is its chip. */
  readonly openTag: (tag: Tag, anchor: HTMLElement) => void;
  /** Opens the picker for a block, or for those in the selection. */
  readonly openPicker: (block?: string) => void;
  /** Accessible name of a chip. */
  readonly nameTag: (tag: Tag) => string;
  /** Whether a tag is shown: one whose framework is not in the strategy says nothing (shared/domain SPEC F3). */
  readonly isKnown: (tag: Tag) => boolean;
  /** Whether tags and text may be changed. */
  readonly isEditable: () => boolean;
  /** How many comments on a block are open. */
  readonly commentsOn: (block: string) => number;
  readonly openComments: (block: string) => void;
  /** Accessible name of what stands for so many comments. */
  readonly nameComments: (count: number) => string;
  readonly addLabel: () => string;
  /** What an empty block says while the caret is in it. */
  readonly placeholder: () => string;
}

/** What stands beside a block. */
export interface BlockMargin {
  readonly block: string;
  /** Type of its node. */
  readonly type: string;
  /** The tags that have a chip each, and those that one more stands for. */
  readonly tags: readonly Tag[];
  readonly hidden: readonly Tag[];
  readonly comments: number;
}

/** The chips of one block, one that stands for those that do not fit, and one for its comments. */
export function drawChips({ block, type, tags, hidden, comments }: BlockMargin, host: TagMarginHost): HTMLElement {
  const margin = document.createElement('div');
  margin.className = 'tag-margin';
  margin.dataset['beside'] = type;
  margin.contentEditable = 'false';
  if (comments > 0) margin.append(drawComments(block, comments, host));
  for (const tag of tags) {
    const chip = margin.appendChild(document.createElement('button'));
    chip.type = 'button';
    chip.className = 'tag-chip';
    chip.dataset['strength'] = tag.strength;
    chip.dataset['framework'] = tag.framework;
    chip.textContent = String(tag.principle);
    chip.setAttribute('aria-label', host.nameTag(tag));
    chip.title = host.nameTag(tag);
    chip.addEventListener('mousedown', (event) => event.preventDefault());
    chip.addEventListener('click', () => host.openTag(tag, chip));
  }
  if (hidden.length > 0) margin.append(drawMore(hidden, host));
  return margin;
}

function drawComments(block: string, count: number, host: TagMarginHost): HTMLElement {
  const chip = document.createElement('button');
  chip.type = 'button';
  chip.className = 'tag-chip comment-chip';
  chip.append(drawBubble(), String(count));
  chip.setAttribute('aria-label', host.nameComments(count));
  chip.title = host.nameComments(count);
  chip.addEventListener('mousedown', (event) => event.preventDefault());
  chip.addEventListener('click', () => host.openComments(block));
  return chip;
}

const SVG = 'http://www.w3.org/2000/svg';

function drawBubble(): SVGElement {
  const icon = document.createElementNS(SVG, 'svg');
  icon.setAttribute('viewBox', '0 0 12 12');
  icon.setAttribute('aria-hidden', 'true');
  const path = icon.appendChild(document.createElementNS(SVG, 'path'));
  path.setAttribute(
    'd',
    'M2 1h8a1.5 1.5 0 0 1 1.5 1.5v5A1.5 1.5 0 0 1 10 9H6.5L3.5 11.5V9H2A1.5 1.5 0 0 1 .5 7.5v-5A1.5 1.5 0 0 1 2 1Z',
  );
  return icon;
}

/** Stands for the chips that do not fit; opens the picker, which lists them all. */
function drawMore(hidden: readonly Tag[], host: TagMarginHost): HTMLElement {
  const more = document.createElement('button');
  more.type = 'button';
  more.className = 'tag-chip';
  more.textContent = `+${hidden.length}`;
  more.setAttribute('aria-label', hidden.map((tag) => host.nameTag(tag)).join('; '));
  more.title = hidden.map((tag) => host.nameTag(tag)).join('\n');
  more.addEventListener('mousedown', (event) => event.preventDefault());
  more.addEventListener('click', () => host.openPicker(hidden[0]!.block));
  return more;
}

/** The button that tags the block with the caret. */
export function drawAdd(block: string, beside: string, host: TagMarginHost): HTMLElement {
  const margin = document.createElement('div');
  margin.className = 'tag-add';
  margin.dataset['beside'] = beside;
  margin.contentEditable = 'false';
  const button = margin.appendChild(document.createElement('button'));
  button.type = 'button';
  button.tabIndex = -1;
  button.textContent = '+';
  button.setAttribute('aria-label', host.addLabel());
  button.title = host.addLabel();
  button.addEventListener('mousedown', (event) => event.preventDefault());
  button.addEventListener('click', () => host.openPicker(block));
  return margin;
}
