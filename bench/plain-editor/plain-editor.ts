import '@fontsource-variable/source-serif-4/opsz.css';
import './plain-editor.css';
import { Editor, type JSONContent } from '@tiptap/core';
import { TableKit } from '@tiptap/extension-table';
import { StarterKit } from '@tiptap/starter-kit';

declare global {
  interface Window {
    /** Shows a text to write in. */
    startPlainEditor: (content: JSONContent) => void;
  }
}

/** The least in which Tiptap can show the text: its starter kit and its tables on a page, no framework around it. */
window.startPlainEditor = (content) => {
  const editor = new Editor({ element: null, extensions: [StarterKit, TableKit], content });
  editor.mount(document.getElementById('page')!);
};
