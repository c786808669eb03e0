/** One numbered step from an older file to a newer one. Never edited once released. */
export interface Migration {
  /** What `user_version` is afterwards; numbers follow each other without a gap. */
  readonly version: number;
  readonly name: string;
  readonly sql: string;
}
