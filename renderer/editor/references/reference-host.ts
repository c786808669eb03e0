import type { TFunction } from 'i18next';
import { excerptOf } from '../../../shared/domain/coverage.ts';
import type { Target } from '../../../shared/domain/references.ts';
import type { StrategyStore } from '../../app/strategy-store.ts';
import type { ReferenceHost } from '../extensions/reference.ts';

/** What references in the text show and lead to, from what the window knows of the strategy. */
export function createReferenceHost(store: StrategyStore, t: () => TFunction): ReferenceHost {
  return {
    ...referencesTo(() => store.getState().targets, t),
    goTo: (id) => {
      const target = store.getState().targets.get(id);
      if (target) store.getState().goTo(target.section, target.kind === 'section' ? null : id);
    },
    subscribe: (listener) =>
      store.subscribe((state, previous) => {
        if (state.targets !== previous.targets) listener();
      }),
  };
}

/** What references show where they are only read. */
export function referencesTo(targets: () => ReadonlyMap<string, Target>, t: () => TFunction): ReferenceHost {
  return {
    show: (id, form) => {
      const target = targets().get(id);
      if (!target) return null;
      const number = targetNumber(t(), target);
      const text = excerptOf(target.text);
      return { label: form === 'text' && text !== '' ? text : number, title: form === 'text' ? number : text };
    },
    lost: () => t()('docx.lostReference'),
    goTo: () => {},
    subscribe: () => () => {},
  };
}

/** "Table 3", "section 4.2". */
export function targetNumber(t: TFunction, { kind, number }: Pick<Target, 'kind' | 'number'>): string {
  return t(`docx.targets.${kind}`, { number });
}
