import type { z } from 'zod';
import { commentMethods } from './comments.ts';
import { copyMethods, safekeepingMethods } from './copies.ts';
import { exportMethods, houseStyleMethods } from './exports.ts';
import { frameworkMethods } from './frameworks.ts';
import { importMethods } from './imports.ts';
import { searchMethods } from './search.ts';
import { joiningMethods, sharingMethods } from './sharing.ts';
import { spellingMethods } from './spelling.ts';
import { contentMethods } from './strategy.ts';
import { versionMethods } from './versions.ts';
import { workspaceMethods } from './workspace.ts';

/**
 * What may be asked of the workspace process: by the window, by a browser tab, and by a command
 * that finds its file open in another process. Everything else is derived from these two values: the
 * handlers' types, the client's, and the checks on both sides.
 */

/** Asked of one strategy, which the path of the request names. */
export const strategyMethods = {
  ...contentMethods,
  ...searchMethods,
  ...exportMethods,
  ...importMethods,
  ...versionMethods,
  ...copyMethods,
  ...frameworkMethods,
  ...commentMethods,
  ...sharingMethods,
} as const;

/** Asked of the process as a whole. */
export const applicationMethods = {
  ...workspaceMethods,
  ...houseStyleMethods,
  ...safekeepingMethods,
  ...spellingMethods,
  ...joiningMethods,
} as const;

export type StrategyMethods = typeof strategyMethods;
export type ApplicationMethods = typeof applicationMethods;
/** Methods by their names, with what each takes and gives. */
export type Methods = Readonly<Record<string, { readonly input: z.ZodType; readonly output: z.ZodType }>>;

export type InputOf<M extends Methods, K extends keyof M> = M[K] extends { input: infer I extends z.ZodType }
  ? z.infer<I>
  : never;
export type OutputOf<M extends Methods, K extends keyof M> = M[K] extends { output: infer O extends z.ZodType }
  ? z.infer<O>
  : never;

/** The methods as functions, as a caller sees them. */
export type Client<M extends Methods> = {
  readonly [K in keyof M]: (input: InputOf<M, K>) => Promise<OutputOf<M, K>>;
};
