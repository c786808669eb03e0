import { EditorContent, useEditor, type Editor } from '@tiptap/react';
import { useEffect, useMemo, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useStore } from 'zustand';
import type { Person } from '../../shared/contract/person.ts';
import type { Proposal } from '../../shared/document/comments.ts';
import type { Tag } from '../../shared/document/tags.ts';
import { changeSection, changeStrategy, isCommentable, isSectionWritable } from '../app/changes.ts';
import { failureSentence } from '../app/failure-sentence.ts';
import { directionOf } from '../app/i18n.ts';
import type { StrategyStore } from '../app/strategy-store.ts';
import { threadsAt } from '../app/threads-at.ts';
import { useWindowState, windowState } from '../app/window-state.ts';
import type { OpenDocument, StrategyConnection } from '../bridge/strategy-connection.ts';
import { commentAnchor } from './comment-anchor.ts';
import { editorExtensions } from './editor-extensions.ts';
import type { TagMarginHost } from './extensions/tag-chips.ts';
import { redrawTags, selectedBlocks, setPicking } from './extensions/tag-margin.ts';
import { FindBar } from './find/find-bar.tsx';
import { insertPictures, keepPicture, tellMissingPictures } from './pictures/insert-pictures.ts';
import { PictureDetails } from './pictures/picture-details.tsx';
import { createReferenceHost } from './references/reference-host.ts';
import { ReferencePicker } from './references/reference-picker.tsx';
import { SpellingMenu } from './spelling/spelling-menu.tsx';
import { useSpelling } from './spelling/use-spelling.ts';
import { useNumberingStyle } from './use-numbering-style.ts';
import { useFirstCaret, useFocusRequest } from './caret-place.ts';
import { TagCard } from './tagging/tag-card.tsx';
import { TagPicker, type TagPickerProps } from './tagging/tag-picker.tsx';
import { useTagNames } from './tagging/use-tag-names.ts';
import { EditorToolbar } from './toolbar/editor-toolbar.tsx';
import './section-editor.css';
import './blocks.css';
import './colleague-carets.css';

export interface SectionEditorProps {
  readonly connection: StrategyConnection;
  readonly store: StrategyStore;
  readonly section: string;
  readonly sectionNumber: number;
  readonly person: Person;
  /** Language of the document, BCP 47. */
  readonly locale: string;
  /** Searches the whole strategy. */
  readonly onSearch: () => void;
  /** Asks for a comment on a paragraph, with what is quoted of it. */
  readonly onComment: (block: string, quote: string) => void;
  /** Proposes a tag for a paragraph, with what is quoted of it, where none can be given. */
  readonly onPropose: (place: { readonly block: string; readonly quote: string }, proposal: Proposal) => void;
  /** Shows what is said about a block. */
  readonly onOpenComments: (block: string) => void;
  /** What stands above the text. */
  readonly head: React.ReactNode;
}

/** A section's page: its head, its text with the tags beside it, and the tools for both. */
export function SectionEditor(props: SectionEditorProps): React.ReactNode {
  const { connection, section } = props;
  const [open, setOpen] = useState<OpenDocument | null>(null);
  const [failure, setFailure] = useState<{ readonly section: string; readonly error: unknown } | null>(null);
  useEffect(() => {
    let isCurrent = true;
    const document = connection.openSection(section);
    setFailure(null);
    document.whenSynced.then(
      () => {
        if (isCurrent) setOpen(document);
      },
      (error: unknown) => {
        if (isCurrent) setFailure({ section, error });
      },
    );
    return () => {
      isCurrent = false;
    };
  }, [connection, section]);
  if (open !== null && open.name.endsWith(`/${section}`)) {
    return <OpenSectionEditor key={section} {...props} document={open} />;
  }
  return <PageWithoutText {...props} error={failure?.section === section ? failure.error : null} />;
}

/** The head stands at once; the text follows when its document has arrived, or a sentence why it does not. */
function PageWithoutText({
  head,
  locale,
  error,
}: Pick<SectionEditorProps, 'head' | 'locale'> & { readonly error: unknown }): React.ReactNode {
  const { t, i18n } = useTranslation();
  return (
    <div className="section-editor" aria-busy={error === null}>
      <div className="page-scroll">
        <article className="page" lang={locale} dir={directionOf(locale)}>
          {head}
          {error !== null && (
            <p className="section-failure" role="alert" lang={i18n.language} dir={i18n.dir()}>
              {failureSentence(t, error)}
            </p>
          )}
        </article>
      </div>
    </div>
  );
}

interface Picking {
  readonly blocks: readonly string[];
  /** What is quoted of the first where a tag can only be proposed; null where it can be given. */
  readonly quote: string | null;
  readonly anchor: DOMRect;
}

interface Shown {
  readonly tag: Tag;
  readonly anchor: HTMLElement;
}

function OpenSectionEditor({
  connection,
  store,
  section,
  sectionNumber,
  person,
  locale,
  head,
  onSearch,
  onComment,
  onPropose,
  onOpenComments,
  document,
}: SectionEditorProps & { readonly document: OpenDocument }): React.ReactNode {
  const { t } = useTranslation();
  const [picking, setPickingState] = useState<Picking | null>(null);
  const [shown, setShown] = useState<Shown | null>(null);
  const [isFinding, setFinding] = useState(false);
  const [referring, setReferring] = useState<DOMRect | null>(null);
  const [picture, setPicture] = useState<{ readonly anchor: HTMLElement; readonly pos: number } | null>(null);
  const numbering = useNumberingStyle(store, section, sectionNumber);
  const isEditable = useStore(store, (state) => isSectionWritable(state, section));
  const { nameTag, isKnown } = useTagNames(store);
  const spelling = useSpelling(
    locale,
    useStore(store, ({ outline }) => outline?.title ?? ''),
  );
  const editorRef = useRef<Editor | null>(null);

  const openPicker = useMemo(
    () => (block?: string) => {
      const editor = editorRef.current;
      if (!editor || !(editor.isEditable || isCommentable(store.getState()))) return;
      const proposed = editor.isEditable ? null : commentAnchor(editor.state, block);
      if (!editor.isEditable && !proposed) return;
      const blocks = proposed ? [proposed.block] : block === undefined ? selectedBlocks(editor.state) : [block];
      const element =
        blocks[0] === undefined ? null : editor.view.dom.querySelector(`[data-id="${CSS.escape(blocks[0])}"]`);
      if (!element) return;
      setPicking(editor.view, true);
      setPickingState({ blocks, quote: proposed?.quote ?? null, anchor: element.getBoundingClientRect() });
    },
    [store],
  );
  const onCommentRef = useRef(onComment);
  onCommentRef.current = onComment;
  const beginComment = useMemo(
    () => () => {
      const anchor = editorRef.current && commentAnchor(editorRef.current.state);
      if (anchor) onCommentRef.current(anchor.block, anchor.quote);
    },
    [],
  );
  const openReferences = useMemo(
    () => () => {
      const editor = editorRef.current;
      if (!editor?.isEditable) return;
      const { left, top, bottom } = editor.view.coordsAtPos(editor.state.selection.from);
      setReferring(new DOMRect(left, top, 1, bottom - top));
    },
    [],
  );
  const openDetails = useMemo(
    () => (image: HTMLElement) => {
      const editor = editorRef.current;
      if (!editor?.isEditable) return;
      setPicture({ anchor: image, pos: editor.view.posAtDOM(image, 0) });
    },
    [],
  );
  const tRef = useRef(t);
  tRef.current = t;
  // The margin lives outside React; it always asks for what is current.
  const hostRef = useRef<TagMarginHost>(null!);
  hostRef.current = {
    openTag: (tag, anchor) => setShown({ tag, anchor }),
    openPicker,
    nameTag,
    isKnown,
    isEditable: () => isEditable,
    commentsOn: (block) => openThreadsOn(store, section, block),
    openComments: onOpenComments,
    nameComments: (count) => t('editor.comments', { count }),
    addLabel: () => t('editor.addTag'),
    placeholder: () => t('editor.placeholder'),
  };

  const editor = useEditor(
    {
      extensions: editorExtensions({
        document,
        connection,
        store,
        section,
        host: {
          openTag: (tag, anchor) => hostRef.current.openTag(tag, anchor),
          openPicker: (block) => hostRef.current.openPicker(block),
          nameTag: (tag) => hostRef.current.nameTag(tag),
          isKnown: (tag) => hostRef.current.isKnown(tag),
          isEditable: () => hostRef.current.isEditable(),
          commentsOn: (block) => hostRef.current.commentsOn(block),
          openComments: (block) => hostRef.current.openComments(block),
          nameComments: (count) => hostRef.current.nameComments(count),
          addLabel: () => hostRef.current.addLabel(),
          placeholder: () => hostRef.current.placeholder(),
        },
        onPick: () => hostRef.current.openPicker(),
        onComment: () => beginComment(),
        onFind: () => setFinding(true),
        onSearch,
        onRefer: () => openReferences(),
        spelling: spelling.host,
        schema: {
          labels: { footnote: t('editor.footnote'), pageBreak: t('editor.pageBreak') },
          references: createReferenceHost(store, () => tRef.current),
          images: {
            load: (asset) => connection.pictures.address(asset),
            onCome: (listener) => connection.pictures.onCome(listener),
            keep: (pasted) => keepPicture(connection.pictures, pasted),
            tellMissing: tellMissingPictures,
            insert: (files) => void insertPictures(editorRef.current!, connection.pictures, files),
            openDetails: (image) => openDetails(image),
            words: () => ({
              missing: tRef.current(
                store.getState().sharing.kind === 'alone' ? 'editor.picture.missing' : 'editor.picture.coming',
              ),
              describe: tRef.current('editor.picture.describe'),
            }),
            isEditable: () => hostRef.current.isEditable(),
          },
        },
      }),
      editorProps: {
        attributes: {
          class: 'section-text',
          role: 'textbox',
          'aria-multiline': 'true',
          'aria-label': t('editor.text'),
          lang: locale,
        },
      },
      injectCSS: false,
      shouldRerenderOnTransaction: false,
      immediatelyRender: true,
    },
    [document],
  );
  editorRef.current = editor;
  const hadFocus = useRef(false);

  useEffect(() => {
    if (!isEditable) hadFocus.current = editor.isFocused;
    editor.setEditable(isEditable);
    // What could not be written in for a while has lost the focus by that.
    const isFree = globalThis.document.activeElement === globalThis.document.body;
    if (isEditable && hadFocus.current && isFree) editor.commands.focus();
  }, [editor, isEditable]);
  useEffect(
    () =>
      store.subscribe(({ frameworks, threads }, before) => {
        const isSame = frameworks === before.frameworks && threads === before.threads;
        // Not from within what has changed them.
        if (!isSame) queueMicrotask(() => !editor.isDestroyed && redrawTags(editor.view));
      }),
    [editor, store],
  );
  useFirstCaret(editor);
  useFocusRequest(editor, store, section);
  const asked = useWindowState(({ textRequest }) => textRequest);
  useEffect(() => {
    if (asked === null) return;
    windowState.setState({ textRequest: null });
    if (asked === 'find') setFinding(true);
    else if (asked === 'reference') openReferences();
    else if (asked === 'comment') beginComment();
    else if (asked === 'misspelling') spelling.host.goToNext(editor.view);
    else openPicker();
  }, [asked, openPicker, openReferences, beginComment, spelling.host, editor]);

  const edit = (change: (doc: OpenDocument['doc']) => void): boolean =>
    changeSection({ connection, store }, section, change);
  const closePicker = (): void => {
    setPickingState(null);
    setPicking(editor.view, false);
    editor.commands.focus();
  };

  return (
    <div className="section-editor">
      <EditorToolbar
        editor={editor}
        connection={connection}
        store={store}
        section={section}
        isEditable={isEditable}
        onTag={() => openPicker()}
        onComment={beginComment}
        onRefer={openReferences}
        onFind={() => setFinding(true)}
      />
      {isFinding && (
        <FindBar
          editor={editor}
          strategy={{ connection, store }}
          onClose={() => {
            setFinding(false);
            editor.commands.focus();
          }}
        />
      )}
      <div className="page-scroll">
        <article className="page" lang={locale} dir={directionOf(locale)} style={numbering}>
          {head}
          <EditorContent editor={editor} className="page-text" />
        </article>
      </div>
      {picking && (
        <TagPicker
          blocks={picking.blocks}
          anchor={picking.anchor}
          doc={document.doc}
          edit={edit}
          propose={proposeIn(picking, onPropose)}
          store={store}
          person={person}
          onClose={closePicker}
        />
      )}
      {referring && (
        <ReferencePicker
          anchor={referring}
          store={store}
          onChoose={(target, form) => {
            setReferring(null);
            editor.chain().focus().insertContent({ type: 'reference', attrs: { target, form } }).run();
          }}
          onClose={() => {
            setReferring(null);
            editor.commands.focus();
          }}
        />
      )}
      {spelling.shown && (
        <SpellingMenu
          shown={spelling.shown}
          locale={locale}
          asOneStep={(change) => changeStrategy({ connection, store }, [document.name], change)}
          onClose={spelling.close}
        />
      )}
      {picture && (
        <PictureDetails
          {...picture}
          editor={editor}
          onClose={() => {
            setPicture(null);
            editor.commands.focus();
          }}
        />
      )}
      {shown && (
        <TagCard
          {...shown}
          doc={document.doc}
          edit={edit}
          store={store}
          canChange={isEditable}
          onClose={() => setShown(null)}
          person={person}
        />
      )}
    </div>
  );
}

function openThreadsOn(store: StrategyStore, section: string, block: string): number {
  return threadsAt(store.getState(), section).filter(({ place, resolved }) => place === block && resolved === null)
    .length;
}

/** How a tag is proposed for what is being tagged; null where it can be given. */
function proposeIn({ blocks, quote }: Picking, onPropose: SectionEditorProps['onPropose']): TagPickerProps['propose'] {
  const [block] = blocks;
  if (quote === null || block === undefined) return null;
  return (proposal) => onPropose({ block, quote }, proposal);
}
