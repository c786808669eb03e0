import type { NodeJson } from '../../../shared/document/schema.ts';

export type TextDirection = 'ltr' | 'rtl';

const RTL_LANGUAGES = new Set(['ar', 'ckb', 'dv', 'fa', 'he', 'iw', 'ks', 'ps', 'sd', 'syr', 'ug', 'ur', 'yi']);
const RTL_SCRIPTS = new Set(['Adlm', 'Arab', 'Aran', 'Hebr', 'Nkoo', 'Rohg', 'Syrc', 'Thaa']);

/** The direction in which a language is written, by its script where the tag names one. */
export function directionOfLanguage(locale: Intl.Locale): TextDirection {
  const isRtl = locale.script ? RTL_SCRIPTS.has(locale.script) : RTL_LANGUAGES.has(locale.language);
  return isRtl ? 'rtl' : 'ltr';
}

export function directionOf(node: NodeJson, fallback: TextDirection): TextDirection {
  const dir = node.attrs?.['dir'];
  return dir === 'rtl' || dir === 'ltr' ? dir : fallback;
}
