import { putFramework, removeFramework } from '../../../shared/document/frameworks.ts';
import type { Framework } from '../../../shared/domain/framework.ts';
import { changeOutline } from '../../app/changes.ts';
import type { OpenWorkbench } from '../workbench/workbench-context.ts';

/** Takes a framework into the strategy, in the place of one of the same id, and shows it. @returns Whether it was done. */
export function addFramework(workbench: OpenWorkbench, framework: Framework): boolean {
  const isDone = changeOutline(workbench, (doc) => putFramework(doc, framework));
  if (isDone) workbench.store.getState().setFramework(framework.id);
  return isDone;
}

/** Takes a framework out of the strategy; tags and decisions stay. @returns Whether it was done. */
export function dropFramework(workbench: OpenWorkbench, id: string): boolean {
  return changeOutline(workbench, (doc) => removeFramework(doc, id));
}
