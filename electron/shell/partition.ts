/** Of the pages' session. Kept in memory: the origin has a new port at every launch, so nothing stored could be found again. */
export const PARTITION = 'workbench';
