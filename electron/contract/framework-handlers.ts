import type { Client, StrategyMethods } from '../../shared/contract/methods.ts';
import type { frameworkMethods } from '../../shared/contract/frameworks.ts';
import type { Framework } from '../../shared/domain/framework.ts';
import type { Wording } from '../../shared/domain/wording.ts';
import { readFramework } from '../frameworks/read-framework.ts';
import { readWording } from '../frameworks/read-wording.ts';
import type { Wordings } from '../frameworks/wordings.ts';

export interface FrameworkHandlerOptions {
  /** Those that come with the application. */
  readonly shipped: readonly Framework[];
  /** A framework of the strategy. @throws FailureError when there is none of this id. */
  readonly frameworkOf: (id: string) => Promise<Framework>;
  readonly wordings: Wordings;
}

/** What can be asked of the process about frameworks and wordings from files. */
export function createFrameworkHandlers({
  shipped,
  frameworkOf,
  wordings,
}: FrameworkHandlerOptions): Pick<Client<StrategyMethods>, keyof typeof frameworkMethods> {
  const read = async ({ framework, name, data }: { framework: string; name: string; data: string }): Promise<Wording> =>
    readWording(name, Buffer.from(data, 'base64'), await frameworkOf(framework));
  return {
    readFramework: async ({ name, data }) =>
      readFramework(name, Buffer.from(data, 'base64'), new Set(shipped.map(({ id }) => id))),
    readWording: read,
    addWording: async (order) => {
      const wording = await read(order);
      wordings.keep(wording);
      return wording;
    },
    removeWording: async ({ framework }) => {
      wordings.remove(framework);
      return {};
    },
    wordings: async () => ({ wordings: wordings.all() }),
  };
}
