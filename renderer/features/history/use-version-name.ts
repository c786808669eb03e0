import { useTranslation } from 'react-i18next';
import type { VersionEntry } from '../../../shared/contract/versions.ts';

/** How a version is called: as somebody has named it, or by why the application has kept it. */
export function useVersionName(): (version: Pick<VersionEntry, 'name' | 'cause'>) => string {
  const { t } = useTranslation();
  return ({ name, cause }) => (name !== '' ? name : t(`history.causes.${cause}`));
}
