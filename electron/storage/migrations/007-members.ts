import type { Migration } from './migration.ts';

/** Who takes part in a strategy that is shared. Rows of its host, never part of a document. */
export const members: Migration = {
  version: 7,
  name: 'members',
  sql: `
    CREATE TABLE member (
      id           TEXT PRIMARY KEY,
      name         TEXT NOT NULL, -- as the lead wrote the invitation to
      organisation TEXT NOT NULL, -- as the member says
      role         TEXT NOT NULL CHECK (role IN ('lead', 'contributor', 'commenter', 'reader')),
      sections     TEXT NOT NULL, -- ids, a JSON array
      state        TEXT NOT NULL CHECK (state IN ('invited', 'pending', 'active', 'revoked')),
      pre_approved INTEGER NOT NULL, -- 1: comes in without being approved
      secret       TEXT NOT NULL, -- SHA-256 of the invitation's secret, base64url
      expires      INTEGER NOT NULL, -- until when it invites, milliseconds since 1970, UTC
      invited      INTEGER NOT NULL, -- milliseconds since 1970, UTC
      fingerprint  TEXT, -- SHA-256 of the device's public key, base64url; once it has come
      device       INTEGER, -- number that the device's Yjs client ids carry
      code         TEXT, -- six digits to be compared
      seen         INTEGER -- milliseconds since 1970, UTC
    ) STRICT;
    CREATE INDEX member_fingerprint ON member (fingerprint);
  `,
};
