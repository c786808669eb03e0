import { useEditorState, type Editor } from '@tiptap/react';
import { captionPlace } from '../extensions/caption.ts';

export interface ToolbarState {
  readonly headingLevel: number | null;
  readonly bold: boolean;
  readonly italic: boolean;
  readonly underline: boolean;
  readonly strike: boolean;
  readonly superscript: boolean;
  readonly subscript: boolean;
  readonly link: boolean;
  readonly bulletList: boolean;
  readonly orderedList: boolean;
  readonly inList: boolean;
  readonly blockquote: boolean;
  readonly table: boolean;
  readonly landscape: boolean;
  readonly canCaption: boolean;
  readonly textAlign: string | null;
  readonly dir: string | null;
}

/**
 * What the toolbar shows of the selection. Read from the selection's own ancestors and marks, so that
 * a keystroke costs the same in a section of any length.
 */
export function useToolbarState(editor: Editor): ToolbarState {
  return useEditorState({ editor, selector: ({ editor: { state } }) => readToolbarState(state) });
}

function readToolbarState(state: Editor['state']): ToolbarState {
  const { selection, storedMarks, doc } = state;
  const { $from, from, to, empty } = selection;
  const marks = storedMarks ?? $from.marks();
  const hasMark = (name: string): boolean => {
    const type = doc.type.schema.marks[name];
    if (!type) return false;
    return empty ? type.isInSet(marks) !== undefined : doc.rangeHasMark(from, to, type);
  };
  const ancestors = new Set<string>();
  let list: string | null = null;
  let isLandscape = false;
  for (let depth = $from.depth; depth > 0; depth--) {
    const { name } = $from.node(depth).type;
    ancestors.add(name);
    if (name === 'table') isLandscape = $from.node(depth).attrs['orientation'] === 'landscape';
    if (list === null && (name === 'bulletList' || name === 'orderedList')) list = name;
  }
  const { type, attrs } = $from.parent;
  return {
    headingLevel: type.name === 'heading' ? (attrs['level'] as number) : null,
    bold: hasMark('bold'),
    italic: hasMark('italic'),
    underline: hasMark('underline'),
    strike: hasMark('strike'),
    superscript: hasMark('superscript'),
    subscript: hasMark('subscript'),
    link: hasMark('link'),
    bulletList: list === 'bulletList',
    orderedList: list === 'orderedList',
    inList: list !== null,
    blockquote: ancestors.has('blockquote'),
    table: ancestors.has('table'),
    landscape: isLandscape,
    canCaption: captionPlace(state) !== null,
    textAlign: (attrs['textAlign'] as string | null | undefined) ?? null,
    dir: (attrs['dir'] as string | null | undefined) ?? null,
  };
}
