import { z } from 'zod';

/**
 * What the page and the desktop's window ask of each other, besides what every face asks of the process. The types of
 * the handlers, of the client and of the menus are derived from here; a page in a browser tab does without all of it.
 */

/** What a menu can ask of the page, named as in the page's palette. */
export const DESKTOP_COMMANDS = [
  'new-strategy',
  'home',
  'new-window',
  'save-copy',
  'clean-copy',
  'sharing',
  'join',
  'export',
  'import',
  'print',
  'undo',
  'redo',
  'find',
  'search',
  'tag',
  'draft',
  'reading',
  'matrix',
  'coverage',
  'guidance',
  'history',
  'zoom-in',
  'zoom-out',
  'zoom-reset',
  'light',
  'dark',
  'system',
  'palette',
  'person',
  'backups',
  'spelling',
  'shortcuts',
] as const;
export type DesktopCommand = (typeof DESKTOP_COMMANDS)[number];

/** Those that mean something on the start page, too. */
export const COMMANDS_WITHOUT_STRATEGY = [
  'new-strategy',
  'zoom-in',
  'zoom-out',
  'zoom-reset',
  'light',
  'dark',
  'system',
  'person',
  'backups',
  'join',
  'shortcuts',
] as const satisfies readonly DesktopCommand[];

const fileOrNone = z.object({ file: z.string().nullable() });

/** Asked by the page. */
export const desktopMethods = {
  /** The page is there and listens. */
  arrived: {
    input: z.object({}),
    output: z.object({
      /** Why it is there anew, or null. */
      after: z.enum(['crash', 'unresponsive']).nullable(),
    }),
  },
  /** Says what the page shows, so that the menu offers what can be done. */
  showing: { input: z.object({ isStrategy: z.boolean() }), output: z.object({}) },
  /** Answers the event `flush`: whether everything that was written here is on disk. */
  flushed: { input: z.object({ request: z.int(), isSaved: z.boolean() }), output: z.object({}) },
  /** Lets the person choose a strategy that is there; null when they think better of it. */
  chooseStrategy: { input: z.object({}), output: fileOrNone },
  /** Lets the person say where a copy goes. */
  chooseCopy: { input: z.object({ name: z.string() }), output: fileOrNone },
  chooseFolder: { input: z.object({ folder: z.string() }), output: fileOrNone },
} as const;

/** Told to the page. */
export const desktopEventSchema = z.discriminatedUnion('type', [
  z.object({ type: z.literal('command'), command: z.enum(DESKTOP_COMMANDS) }),
  /** The window is about to close: what is written here has to reach the disk, and the page says whether it has. */
  z.object({ type: z.literal('flush'), request: z.int() }),
  /** What became of a download of `url`: the file that was written, or null when the person thought better of it. */
  z.object({
    type: z.literal('download'),
    url: z.string(),
    name: z.string(),
    file: z.string().nullable(),
    isWritten: z.boolean(),
  }),
]);
/** A menu's command on the start page. */
export type StartCommand = (typeof COMMANDS_WITHOUT_STRATEGY)[number];

export type DesktopEvent = z.infer<typeof desktopEventSchema>;

export type DesktopMethods = typeof desktopMethods;
