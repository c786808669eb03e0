import type { ApplicationMethods, Client } from '../../shared/contract/methods.ts';
import type { Dictionary, spellingMethods } from '../../shared/contract/spelling.ts';
import type { Spelling } from '../spelling/spelling.ts';

/** What can be asked of the process about spelling. */
export function createSpellingHandlers(
  spelling: Spelling,
): Pick<Client<ApplicationMethods>, keyof typeof spellingMethods> {
  return {
    spelling: async () => ({
      dictionaries: spelling.dictionaries().map(withoutPlace),
      ownWords: [...spelling.ownWords],
    }),
    checkSpelling: async ({ language, words }) => {
      const { dictionary, unknown } = await spelling.check(language, words);
      return { dictionary: dictionary && withoutPlace(dictionary), unknown: [...unknown] };
    },
    suggestSpelling: async ({ language, word }) => ({ suggestions: [...(await spelling.suggest(language, word))] }),
    addOwnWord: async ({ word }) => {
      await spelling.addOwnWord(word);
      return {};
    },
    removeOwnWord: async ({ word }) => {
      await spelling.removeOwnWord(word);
      return {};
    },
    installDictionary: async ({ files }) =>
      spelling.install(files.map(({ name, data }) => ({ name, bytes: Buffer.from(data, 'base64') }))),
    removeDictionary: async ({ id }) => {
      await spelling.remove(id);
      return {};
    },
  };
}

/** What others may know of a dictionary. */
function withoutPlace({ id, language, source }: Dictionary): Dictionary {
  return { id, language, source };
}
