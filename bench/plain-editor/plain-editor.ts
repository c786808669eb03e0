import '@fontsource-variable/source-serif-4/opsz.css';
import './plain-editor.css';
import { Editor, type JSONContent } from '@tiptap/core';
import { StarterKit } from '@tiptap/starter-kit';

declare global {
  interface Window {
    /** Shows a text to write in. */
    startPlainEditor: (content: JSONContent) => void;
  }
}

/** The least that Tiptap can do: its starter kit on a page, no framework around it. */
window.startPlainEditor = (content) => {
  const editor = new Editor({ element: null, extensions: [StarterKit], content });
  editor.mount(document.getElementById('page')!);
};
