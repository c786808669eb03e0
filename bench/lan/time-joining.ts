// node bench/lan/time-joining.ts INVITATION FILE SECTION
// Joins a strategy and prints, as JSON, when the section could be read and when everything was here; in
// milliseconds from when the program had been loaded.
import { setTimeout as delay } from 'node:timers/promises';
import { resolve } from 'node:path';
import { Application } from '../../electron/application/application.ts';
import { parseInvitation } from '../../electron/lan/invitation.ts';
import { join, replicaNoteOf } from '../../electron/lan/join.ts';
import { Profile } from '../../electron/profile/profile.ts';
import { sectionDocument } from '../../shared/document/layout.ts';

const [text, file, section] = process.argv.slice(2) as [string, string, string];
const application = new Application({ profile: Profile.load(), offThread: false });
const identity = await application.profile.identity;

const began = performance.now();
const invitation = parseInvitation(text);
const person = { name: 'Joiner', organisation: 'Office' };
const standing = await join({ invitation, identity, person, onCode: () => {} });
const { workspace, sharing } = application.createReplica(
  resolve(file),
  standing.strategy,
  replicaNoteOf(invitation, standing),
);
const link = await sharing.connect();
const readable = (async () => {
  while (workspace.file.lastSeq(sectionDocument(section)) === 0) await delay(2);
  const { blocks } = await workspace.project(section);
  if (blocks.length === 0) throw new Error('The section came empty.');
  return performance.now() - began;
})();
await link.whenInStep();
const whole = performance.now() - began;
console.log(JSON.stringify({ readable: await readable, whole, documents: link.state.documents }));
await application.close();
