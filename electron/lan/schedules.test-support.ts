import { createServer } from 'node:net';
import { setTimeout as delay } from 'node:timers/promises';
import * as Y from 'yjs';
import { createId } from '../../shared/document/ids.ts';
import { contentOf, OUTLINE, sectionDocument } from '../../shared/document/layout.ts';
import { moveSection, readOutline } from '../../shared/document/outline.ts';
import { putTag } from '../../shared/document/tags.ts';
import { seededRandom } from '../hub/kill-cycles.test-support.ts';
import type { Peer } from '../hub/served-process.test-support.ts';
import { Participant } from './participant.test-support.ts';
import { appendParagraph } from '../paragraphs.test-support.ts';

export interface ScheduleOptions {
  readonly folder: string;
  /** How many machines, the host among them. */
  readonly machines: number;
  readonly steps: number;
  readonly seed: number;
}

export interface ScheduleReport {
  readonly acknowledged: number;
  /** Acknowledged paragraphs that a machine does not have in the end. */
  readonly lost: number;
  /** Machines whose text is not that of the host. */
  readonly differing: readonly string[];
  /** Machines whose file does not agree with itself. */
  readonly unsound: readonly string[];
}

const HOUR = 3_600_000;
/** For everybody to have everything, in milliseconds. */
const PATIENCE = 60_000;

/**
 * Lets machines write, tag, move, split and merge at random, each at its own file, while they lose and find each
 * other and are killed; then lets them come together and compares. The seed repeats what is done, not the timing.
 */
export async function runSchedule({ folder, machines, steps, seed }: ScheduleOptions): Promise<ScheduleReport> {
  const random = seededRandom(seed);
  const pick = <T>(list: readonly T[]): T => list[Math.floor(random() * list.length)]!;
  const host = new Participant({
    folder,
    name: 'host',
    face: ['host', '--listen', `127.0.0.1:${await freePort()}`],
    skew: 0,
  });
  await host.command('new', host.file, '--template', 'action-plan', '--title', 'Draft');
  await host.start();
  const guests = await Promise.all(
    Array.from({ length: machines - 1 }, async (_, index) => {
      const skew = Math.round((random() - 0.5) * 48 * HOUR);
      const guest = new Participant({ folder, name: `guest-${index}`, face: ['serve', '--no-open'], skew });
      const { invitation } = await host.client.invite({
        name: guest.name,
        role: 'lead',
        sections: [],
        isPreApproved: true,
        hours: 1,
      });
      await guest.command('join', invitation, guest.file, '--once', '--as', guest.name);
      await guest.start();
      return guest;
    }),
  );
  const all = [host, ...guests];
  const sections = (await host.client.info({})).sections.slice(0, 3).map(({ id }) => id);
  const written = new Set<string>();
  try {
    for (let step = 0; step < steps; step++) {
      const at = pick(all);
      if (!at.isRunning) {
        await at.start();
      } else if (random() < 0.12) {
        await at.kill();
      } else {
        const section = pick(sections);
        const text = `step ${step} at ${at.name}`;
        if (await act(at, section, text, random)) written.add(text);
      }
      if (random() < 0.3) await delay(random() * 60);
    }
    for (const participant of all) if (!participant.isRunning) await participant.start();
    return await compare(host, guests, written);
  } finally {
    for (const participant of all) await participant.kill();
  }
}

/** @returns Whether a paragraph of that text was acknowledged. */
async function act(at: Participant, section: string, text: string, random: () => number): Promise<boolean> {
  const choice = random();
  if (choice < 0.08) {
    const window = await at.window(OUTLINE);
    const others = readOutline(window.doc).sections.filter(({ id }) => id !== section);
    moveSection(window.doc, section, others[Math.floor(random() * others.length)]?.id ?? null);
    await window.acknowledged();
    return false;
  }
  const window = await at.window(sectionDocument(section));
  if (choice < 0.6) appendParagraph(window.doc, text);
  else if (choice < 0.75) tag(window, random);
  else if (choice < 0.9) split(window, random);
  else merge(window, random);
  await window.acknowledged();
  return choice < 0.6;
}

/** Paragraphs of a section and where they stand. */
function paragraphs(doc: Y.Doc): { readonly index: number; readonly element: Y.XmlElement }[] {
  return contentOf(doc)
    .toArray()
    .flatMap((element, index) =>
      element instanceof Y.XmlElement && element.nodeName === 'paragraph' ? [{ index, element }] : [],
    );
}

function tag({ doc }: Peer, random: () => number): void {
  const list = paragraphs(doc);
  const block: unknown = list[Math.floor(random() * list.length)]?.element.getAttribute('id');
  if (typeof block !== 'string') return;
  const principle = 1 + Math.floor(random() * 38);
  putTag(doc, {
    block,
    framework: 'valletta-2025',
    principle,
    strength: 'full',
    reason: '',
    by: 'S',
    at: new Date(0).toISOString(),
  });
}

/** Puts an empty paragraph behind another one, as Enter at its end does. */
function split({ doc }: Peer, random: () => number): void {
  const list = paragraphs(doc);
  const found = list[Math.floor(random() * list.length)];
  if (!found) return;
  doc.transact(() => {
    const right = new Y.XmlElement('paragraph');
    right.setAttribute('id', createId());
    contentOf(doc).insert(found.index + 1, [right]);
    right.push([new Y.XmlText('')]);
  });
}

/** Takes an empty paragraph away, as Backspace in it does. */
function merge({ doc }: Peer, random: () => number): void {
  const list = paragraphs(doc).filter(({ element }) => element.toJSON().replace(/<[^>]*>/g, '') === '');
  const found = list[Math.floor(random() * list.length)];
  if (found) contentOf(doc).delete(found.index, 1);
}

async function compare(
  host: Participant,
  guests: readonly Participant[],
  written: ReadonlySet<string>,
): Promise<ScheduleReport> {
  const until = Date.now() + PATIENCE;
  let differing = guests.map(({ name }) => name);
  while (differing.length > 0 && Date.now() < until) {
    await delay(200);
    const expected = JSON.stringify(await host.client.text({ version: null }));
    const texts = await Promise.all(guests.map(({ client }) => client.text({ version: null })));
    differing = guests.filter((_, index) => JSON.stringify(texts[index]) !== expected).map(({ name }) => name);
  }
  let lost = 0;
  const unsound: string[] = [];
  for (const { name, client } of [host, ...guests]) {
    const texts = new Set((await client.blocks({})).map(({ text }) => text));
    for (const text of written) if (!texts.has(text)) lost++;
    if (!(await client.check({})).ok) unsound.push(name);
  }
  return { acknowledged: written.size, lost, differing, unsound };
}

async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as { port: number };
  await new Promise((resolve) => server.close(resolve));
  return port;
}
