import { X } from 'lucide-react';
import { useEffect, useState } from 'react';
import { Button, FileTrigger } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import { useStore } from 'zustand';
import { assertDictionarySize, type Dictionary } from '../../../shared/contract/spelling.ts';
import { useSession } from '../../app/application-session.ts';
import { failureSentence } from '../../app/failure-sentence.ts';
import { preferences, setPreference } from '../../app/preferences.ts';
import { toBase64 } from '../../app/to-base64.ts';
import { CheckField } from '../../ui/check-field.tsx';
import { DialogFrame } from '../../ui/dialog-frame.tsx';
import { IconButton } from '../../ui/icon-button.tsx';
import { useStrategy } from '../workbench/workbench-context.ts';
import { languageName } from './language-name.ts';
import { ErrorText } from '../../ui/error-text.tsx';
import { CloseFoot } from '../../ui/close-foot.tsx';
import './spelling-dialog.css';

interface Shown {
  readonly dictionaries: readonly Dictionary[];
  readonly ownWords: readonly string[];
}

/** Whether spelling is checked, by which dictionaries, and which words are the person's own. */
export function SpellingDialog({ onClose }: { readonly onClose: () => void }): React.ReactNode {
  const { t, i18n } = useTranslation();
  const { client } = useSession();
  const isOn = useStore(preferences, ({ isSpellingOn }) => isSpellingOn);
  const [shown, setShown] = useState<Shown>({ dictionaries: [], ownWords: [] });
  const [error, setError] = useState<string | null>(null);

  const load = async (): Promise<void> => setShown(await client.spelling({}));
  /** Does something to the lists and shows them as they then are, or why it could not be done. */
  const change = async (work: () => Promise<unknown>): Promise<void> => {
    try {
      setError(null);
      await work();
      await load();
    } catch (failure) {
      setError(failureSentence(t, failure));
    }
  };
  useEffect(() => {
    client.spelling({}).then(setShown, (failure: unknown) => setError(failureSentence(t, failure)));
  }, [client, t]);
  const install = async (chosen: FileList): Promise<void> => {
    assertDictionarySize(Array.from(chosen, ({ size }) => size));
    const files = await Promise.all(
      Array.from(chosen, async (file) => ({ name: file.name, data: await toBase64(file) })),
    );
    await client.installDictionary({ files });
  };

  return (
    <DialogFrame title={t('spelling.title')} onClose={onClose}>
      <div className="dialog-body">
        <CheckField
          label={t('spelling.on')}
          hint={t('spelling.onHint')}
          isSelected={isOn}
          onChange={(value) => setPreference('isSpellingOn', value)}
        />
        <LanguageSentence />
        <section className="spelling-part" aria-labelledby="spelling-dictionaries">
          <h3 id="spelling-dictionaries" className="field-label">
            {t('spelling.dictionaries')}
          </h3>
          <ul className="spelling-list" tabIndex={0} aria-labelledby="spelling-dictionaries">
            {inOrder(shown.dictionaries, i18n.language).map(({ id, name, source }) => (
              <li key={id}>
                <span>{name}</span>
                <span className="muted">{t(`spelling.sources.${source}`)}</span>
                {source === 'installed' && (
                  <IconButton
                    label={t('spelling.removeDictionary', { language: name })}
                    icon={X}
                    size="small"
                    onPress={() => void change(() => client.removeDictionary({ id }))}
                  />
                )}
              </li>
            ))}
          </ul>
          <FileTrigger
            allowsMultiple
            acceptedFileTypes={['.aff', '.dic']}
            onSelect={(files) => files && void change(() => install(files))}
          >
            <Button className="button">{t('spelling.addDictionary')}</Button>
          </FileTrigger>
          <p className="field-hint">{t('spelling.addDictionaryHint')}</p>
          <ErrorText text={error} />
        </section>
        <section className="spelling-part" aria-labelledby="spelling-own-words">
          <h3 id="spelling-own-words" className="field-label">
            {t('spelling.ownWords')}
          </h3>
          {shown.ownWords.length === 0 ? (
            <p className="field-hint">{t('spelling.noOwnWords')}</p>
          ) : (
            <ul className="spelling-list" tabIndex={0} aria-labelledby="spelling-own-words">
              {shown.ownWords.map((word) => (
                <li key={word}>
                  <bdi>{word}</bdi>
                  <IconButton
                    label={t('spelling.removeWord', { word })}
                    icon={X}
                    size="small"
                    onPress={() => void change(() => client.removeOwnWord({ word }))}
                  />
                </li>
              ))}
            </ul>
          )}
        </section>
      </div>
      <CloseFoot onClose={onClose} />
    </DialogFrame>
  );
}

/** Dictionaries by the names of their languages. */
function inOrder(dictionaries: readonly Dictionary[], spoken: string): (Dictionary & { readonly name: string })[] {
  return dictionaries
    .map((dictionary) => ({ ...dictionary, name: languageName(dictionary.language, spoken) }))
    .sort((a, b) => a.name.localeCompare(b.name, spoken));
}

/** In one sentence, how the strategy that is open is checked. */
function LanguageSentence(): React.ReactNode {
  const { t, i18n } = useTranslation();
  const { words } = useSession();
  const locale = useStrategy(({ outline }) => outline?.locale ?? 'en');
  const state = useStore(words.states, (states) => states.get(locale));
  const isMissing = state === undefined;
  useEffect(() => {
    if (isMissing) void words.learn(locale, []);
  }, [words, locale, isMissing]);
  const language = languageName(locale, i18n.language);
  if (state === undefined) return null;
  if (state.kind === 'failed') return <p className="error-text">{failureSentence(t, state.error)}</p>;
  return (
    <p>
      {state.kind === 'no-dictionary'
        ? t('spelling.noDictionary', { language })
        : t('spelling.checkedBy', { language, dictionary: languageName(state.dictionary.language, i18n.language) })}
    </p>
  );
}
