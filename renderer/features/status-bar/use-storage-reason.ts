import { useTranslation } from 'react-i18next';

/** Codes of the file system and of SQLite, by what they begin with. */
const REASONS = [
  { code: /^(SQLITE_FULL|ENOSPC|EDQUOT)/, key: 'save.reasons.full' },
  { code: /^(SQLITE_READONLY|SQLITE_PERM|SQLITE_CANTOPEN|EACCES|EPERM|EROFS)/, key: 'save.reasons.forbidden' },
  { code: /^(SQLITE_BUSY|SQLITE_LOCKED)/, key: 'save.reasons.busy' },
  { code: /^FILE_/, key: 'save.reasons.gone' },
  { code: /^(SQLITE_IOERR|EIO|ENOENT)/, key: 'save.reasons.unreachable' },
] as const;

/** Words the reason for which the file cannot be written; an unknown code stays as it is. */
export function useStorageReason(): (reason: string) => string {
  const { t } = useTranslation();
  return (reason) => {
    const known = REASONS.find(({ code }) => code.test(reason));
    return known ? t(known.key) : reason;
  };
}
