import { existsSync, readFileSync } from 'node:fs';

const HEADER = 32;
const FRAME_HEADER = 24;
const MAGIC = 0x377f0682;
const USUAL_PAGE = 4096;

/** One page as a write-ahead log holds it. */
interface Frame {
  /** From 1. */
  readonly number: number;
  /** How many pages the file has after the transaction that this frame ends, else 0. */
  readonly commit: number;
  readonly page: Buffer;
  /** Where it begins in the log. */
  readonly at: number;
}

/** A write-ahead log, as https://www.sqlite.org/fileformat2.html#the_write_ahead_log has it. */
export interface ReadLog {
  readonly pageSize: number;
  /** The frames that SQLite would read: whole, and followed by a commit. */
  readonly committed: readonly Frame[];
  /** What lies behind them and belongs to the same log, whether whole or not. */
  readonly beyond: readonly Frame[];
  /** More has been committed than can be read. */
  readonly isDamaged: boolean;
}

const NOTHING: ReadLog = { pageSize: 0, committed: [], beyond: [], isDamaged: false };

/** The log beside a file, empty when there is none. */
export function logBytesOf(file: string): Buffer {
  return existsSync(`${file}-wal`) ? readFileSync(`${file}-wal`) : Buffer.alloc(0);
}

/**
 * Reads a write-ahead log without SQLite, which would write to the file and, where one page is broken,
 * say nothing of the commits behind it.
 */
export function readLog(log: Buffer): ReadLog {
  // After a power cut a log may have its length and nothing in it.
  if (log.length <= HEADER || log.every((byte) => byte === 0)) return NOTHING;
  const isBigEndian = log.readUInt32BE(0) === MAGIC + 1;
  const pageSize = log.readUInt32BE(8);
  let sum = checksum(log.subarray(0, HEADER - 8), [0, 0], isBigEndian);
  const isHeaderWhole =
    (log.readUInt32BE(0) & ~1) === MAGIC &&
    pageSize >= 512 &&
    pageSize <= 65_536 &&
    (pageSize & (pageSize - 1)) === 0 &&
    isSum(sum, log, HEADER - 8);
  if (!isHeaderWhole) return { pageSize: USUAL_PAGE, committed: [], beyond: framesOfUnknown(log), isDamaged: true };
  const salts = log.subarray(16, 24);
  const length = FRAME_HEADER + pageSize;
  const whole: Frame[] = [];
  let committed = 0;
  let at = HEADER;
  for (; at + length <= log.length; at += length) {
    const header = log.subarray(at, at + FRAME_HEADER);
    const frame = frameAt(log, at, pageSize);
    sum = checksum(frame.page, checksum(header.subarray(0, 8), sum, isBigEndian), isBigEndian);
    if (!header.subarray(8, 16).equals(salts) || frame.number === 0 || !isSum(sum, header, 16)) break;
    whole.push(frame);
    if (frame.commit > 0) committed = whole.length;
  }
  const left = framesFrom(log, at, salts, pageSize);
  const isDamaged = holdsSeveralCommits(log, left, isBigEndian);
  return { pageSize, committed: whole.slice(0, committed), beyond: [...whole.slice(committed), ...left], isDamaged };
}

function frameAt(log: Buffer, at: number, pageSize: number): Frame {
  const page = log.subarray(at + FRAME_HEADER, at + FRAME_HEADER + pageSize);
  return { number: log.readUInt32BE(at), commit: log.readUInt32BE(at + 4), page, at };
}

/**
 * Whether frames that SQLite would not read hold more than one commit, each built on the one before, or
 * more than two at all. Fewer are what the power went away in, or what a disk that failed has left: nobody
 * was told that they were kept.
 */
function holdsSeveralCommits(log: Buffer, frames: readonly Frame[], isBigEndian: boolean): boolean {
  let commits = 0;
  let before: Frame | null = null;
  for (const frame of frames) {
    if (!before || !follows(log, before, frame, isBigEndian)) commits = 0;
    if (frame.commit > 0) commits += 1;
    if (commits > 1) return true;
    before = frame;
  }
  return frames.filter(({ commit }) => commit > 0).length > 2;
}

function follows(log: Buffer, before: Frame, { at, page }: Frame, isBigEndian: boolean): boolean {
  if (at !== before.at + FRAME_HEADER + before.page.length) return false;
  const sum: Sum = [log.readUInt32BE(before.at + 16), log.readUInt32BE(before.at + 20)];
  const own = checksum(page, checksum(log.subarray(at, at + 8), sum, isBigEndian), isBigEndian);
  return isSum(own, log, at + 16);
}

/** The frames of a log that has lost its beginning, by the salts that the header has or the first frame. */
function framesOfUnknown(log: Buffer): Frame[] {
  for (const at of [16, HEADER + 8]) {
    const frames = framesFrom(log, HEADER, log.subarray(at, at + 8), USUAL_PAGE);
    if (frames.length > 0) return frames;
  }
  return [];
}

/** Finds the frames of a log by its salts, wherever they lie; what is left of an older log has others. */
function framesFrom(log: Buffer, from: number, salts: Buffer, pageSize: number): Frame[] {
  const frames: Frame[] = [];
  if (salts.length < 8) return frames;
  for (let at = log.indexOf(salts, from + 8); at !== -1; at = log.indexOf(salts, at + 8)) {
    if (at - 8 + FRAME_HEADER > log.length) break;
    frames.push(frameAt(log, at - 8, pageSize));
  }
  return frames;
}

/** The file as it is with `frames` of its log in it. The bytes given are not changed. */
export function withFrames(file: Buffer, pageSize: number, frames: readonly Frame[]): Buffer {
  if (frames.length === 0) return Buffer.from(file);
  const pages = frames.findLast(({ commit }) => commit > 0)?.commit ?? Math.ceil(file.length / pageSize);
  const known = Math.ceil(file.length / pageSize) + frames.length;
  const image = Buffer.alloc(Math.min(pages, known) * pageSize);
  file.copy(image);
  for (const { number, page } of frames)
    if (number > 0 && number <= image.length / pageSize) page.copy(image, (number - 1) * pageSize);
  return image;
}

type Sum = readonly [number, number];

function isSum([first, second]: Sum, bytes: Buffer, at: number): boolean {
  return bytes.readUInt32BE(at) === first && bytes.readUInt32BE(at + 4) === second;
}

function checksum(bytes: Buffer, [first, second]: Sum, isBigEndian: boolean): Sum {
  let s0 = first;
  let s1 = second;
  for (let at = 0; at + 8 <= bytes.length; at += 8) {
    s0 = (s0 + (isBigEndian ? bytes.readUInt32BE(at) : bytes.readUInt32LE(at)) + s1) >>> 0;
    s1 = (s1 + (isBigEndian ? bytes.readUInt32BE(at + 4) : bytes.readUInt32LE(at + 4)) + s0) >>> 0;
  }
  return [s0, s1];
}
