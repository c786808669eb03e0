import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ImportPreview } from '../../../shared/contract/imports.ts';
import { failureSentence } from '../../app/failure-sentence.ts';
import { toBase64 } from '../../app/to-base64.ts';
import { useWorkbench } from '../workbench/workbench-context.ts';

interface ImportChoice {
  readonly file: File | null;
  /** What the file would become; null until that is known. */
  readonly preview: ImportPreview | null;
  /** Why it cannot be brought in. */
  readonly failure: string | null;
  readonly choose: (file: File) => void;
  /** Down to which headings it is divided. */
  readonly setLevel: (level: 1 | 2 | 3) => void;
}

/** What a file that somebody has chosen would become. */
export function useImportPreview(isOneSection: boolean): ImportChoice {
  const { t } = useTranslation();
  const { connection } = useWorkbench();
  const [file, setFile] = useState<File | null>(null);
  const [level, setLevel] = useState<1 | 2 | 3 | null>(null);
  const [preview, setPreview] = useState<ImportPreview | null>(null);
  const [failure, setFailure] = useState<string | null>(null);
  useEffect(() => {
    if (!file) return;
    let isCurrent = true;
    const read = async (): Promise<void> => {
      const data = await toBase64(file);
      const found = await connection.client.previewImport({
        name: file.name,
        data,
        isOneSection,
        ...(level === null ? {} : { splitLevel: level }),
      });
      if (!isCurrent) return;
      setPreview(found);
      setFailure(null);
    };
    read().catch((error: unknown) => {
      if (!isCurrent) return;
      setPreview(null);
      setFailure(failureSentence(t, error));
    });
    return () => {
      isCurrent = false;
    };
  }, [connection, file, level, isOneSection, t]);
  return {
    file,
    preview,
    failure,
    choose: (chosen) => {
      setFile(chosen);
      setLevel(null);
    },
    setLevel,
  };
}
