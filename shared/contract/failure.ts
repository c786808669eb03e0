import { z } from 'zod';

/**
 * An expected failure, worded for people by the message catalogue under `failure.<type>`: what
 * happened, what is safe, what to do.
 */
export const failureSchema = z.object({
  type: z.enum([
    'file-missing',
    'file-exists',
    'file-foreign',
    'file-newer',
    'file-damaged',
    'file-locked',
    'file-unwritable',
    'file-read-only',
    'nothing-recovered',
    'folder-missing',
    'document-unreadable',
    'strategy-newer',
    'storage-failed',
    'strategy-unknown',
    'section-unknown',
    'block-unknown',
    'thread-unknown',
    'comments-full',
    'tag-unknown',
    'principle-unknown',
    'framework-unknown',
    'decision-unknown',
    'decision-reason',
    'template-unknown',
    'format-unknown',
    'not-yet',
    'member-unknown',
    'member-not-pending',
    'invitation-unknown',
    'invitation-used',
    'invitation-expired',
    'device-taken',
    'invitation-form',
    'invitation-newer',
    'invitation-cut',
    'pairing-limited',
    'membership-unknown',
    'host-unreachable',
    'host-silent',
    'host-other',
    'host-answer',
    'address-missing',
    'not-granted',
    'not-host',
    'not-replica',
    'address-form',
    'person-unknown',
    'cancelled',
    'input-invalid',
    'unauthorised',
    'process-unreachable',
    'port-taken',
    'source-unknown',
    'source-missing',
    'source-no-text',
    'source-other-kind',
    'source-encoding',
    'source-too-large',
    'source-empty',
    'version-unknown',
    'picture-unknown',
    'picture-too-large',
    'picture-missing',
    'house-style-unreadable',
    'house-style-strict',
    'house-style-too-large',
    'house-style-missing',
    'spelling-failed',
    'dictionary-unknown',
    'dictionary-damaged',
    'dictionary-pair',
    'dictionary-language',
    'dictionary-too-large',
    'dictionary-encoding',
    'dictionary-letters',
    'dictionary-count',
    'dictionary-rule',
    'dictionary-unusable',
    'data-file-kind',
    'data-file-too-large',
    'data-file-encoding',
    'data-file-no-text',
    'data-file-json',
    'data-file-row',
    'data-file-cells',
    'data-file-column',
    'data-file-column-twice',
    'data-file-missing',
    'data-file-unknown',
    'data-file-form',
    'data-file-empty',
    'data-file-long',
    'data-file-choice',
    'data-file-number',
    'data-file-number-twice',
    'data-file-none',
    'data-file-many',
    'framework-id',
    'framework-shipped',
    'framework-group',
    'wording-framework',
    'wording-unknown',
    'wording-order',
    'wording-end',
  ]),
  /** Values for the sentence. */
  values: z.record(z.string(), z.union([z.string(), z.number()])),
});
export type Failure = z.infer<typeof failureSchema>;
export type FailureType = Failure['type'];

/** Replies on the wire. */
export const replySchema = z.discriminatedUnion('ok', [
  z.object({ ok: z.literal(true), value: z.unknown() }),
  z.object({ ok: z.literal(false), failure: failureSchema }),
]);

/** Carries a {@link Failure} through code that cannot go on; caught at the edge and worded there. */
export class FailureError extends Error {
  readonly failure: Failure;

  constructor(type: FailureType, values: Failure['values'] = {}) {
    super(`${type} ${JSON.stringify(values)}`);
    this.name = 'FailureError';
    this.failure = { type, values };
  }
}
