import { textblockTypeInputRule } from '@tiptap/core';
import { Heading } from '@tiptap/extension-heading';
import { HEADING_LEVELS } from '../../../shared/document/schema.ts';

/** Headings inside a section. Level 1 is the section's title, so `#` and Ctrl+Alt+1 make level 2. */
export const SectionHeading = Heading.extend({
  addAttributes() {
    return { level: { default: HEADING_LEVELS[0], rendered: false } };
  },

  addInputRules() {
    return HEADING_LEVELS.map((level) =>
      textblockTypeInputRule({
        find: new RegExp(`^#{${level - 1}}\\s$`),
        type: this.type,
        getAttributes: { level },
      }),
    );
  },

  addKeyboardShortcuts() {
    return Object.fromEntries(
      HEADING_LEVELS.map((level) => [`Mod-Alt-${level - 1}`, () => this.editor.commands.toggleHeading({ level })]),
    );
  },

  parseHTML() {
    const levelOf: Readonly<Record<string, number>> = { h1: 2, h2: 2, h3: 3, h4: 4, h5: 4, h6: 4 };
    return Object.entries(levelOf).map(([tag, level]) => ({ tag, attrs: { level } }));
  },
}).configure({ levels: [...HEADING_LEVELS] });
