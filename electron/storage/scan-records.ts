/** A row, or an entry of an index, as it lies in a page. */
export interface ScannedRecord {
  /** Null in an index, and in a table without row ids. */
  readonly rowid: number | null;
  readonly values: readonly ScannedValue[];
  /** Where the page begins that it lies in. */
  readonly page: number;
}
export type ScannedValue = null | number | string | Buffer;

export interface Scan {
  readonly records: readonly ScannedRecord[];
  /** How many records were there and could not be read to their end. */
  readonly broken: number;
}

const INTERIOR_INDEX = 0x02;
const LEAF_INDEX = 0x0a;
const LEAF_TABLE = 0x0d;
const FILE_HEADER = 100;

/**
 * Reads every record of every page of a SQLite file, whatever leads to the page: a broken page costs its
 * own records and no others, and neither the schema nor the way down to a page is needed. Records that
 * were deleted may be among them. See https://www.sqlite.org/fileformat2.html#b_tree_pages.
 */
export function scanRecords(image: Buffer, pageSize: number): Scan {
  const records: ScannedRecord[] = [];
  let broken = 0;
  for (let at = 0; at + pageSize <= image.length; at += pageSize) {
    const page = image.subarray(at, at + pageSize);
    const start = at === 0 ? FILE_HEADER : 0;
    const type = page[start]!;
    if (type !== LEAF_TABLE && type !== LEAF_INDEX && type !== INTERIOR_INDEX) continue;
    const pointers = start + (type === INTERIOR_INDEX ? 12 : 8);
    const count = page.readUInt16BE(start + 3);
    for (let cell = 0; cell < count && pointers + 2 * cell + 2 <= pageSize; cell++) {
      const record = readCell(image, page, type, page.readUInt16BE(pointers + 2 * cell));
      if (record) records.push({ ...record, page: at });
      else broken += 1;
    }
  }
  return { records, broken };
}

/** @returns Null when it cannot be a record, or goes on where nothing is. */
function readCell(image: Buffer, page: Buffer, type: number, pointer: number): Omit<ScannedRecord, 'page'> | null {
  const reader = new Reader(page, pointer + (type === INTERIOR_INDEX ? 4 : 0));
  const length = reader.varint();
  const rowid = type === LEAF_TABLE ? reader.varint() : null;
  const payload = readPayload(image, page, reader.at, length, type);
  const values = payload && readValues(payload);
  return values && { rowid, values };
}

function readPayload(image: Buffer, page: Buffer, at: number, length: number, type: number): Buffer | null {
  const size = page.length;
  if (length < 2 || length > image.length) return null;
  const most = type === LEAF_TABLE ? size - 35 : Math.floor(((size - 12) * 64) / 255) - 23;
  const least = Math.floor(((size - 12) * 32) / 255) - 23;
  const wanted = least + ((length - least) % (size - 4));
  const here = length <= most ? length : wanted <= most ? wanted : least;
  if (at + here + (here < length ? 4 : 0) > size) return null;
  const parts = [page.subarray(at, at + here)];
  let left = length - here;
  let next = left > 0 ? page.readUInt32BE(at + here) : 0;
  while (left > 0) {
    const start = (next - 1) * size;
    if (next < 2 || start + size > image.length) return null;
    const part = image.subarray(start + 4, start + 4 + Math.min(left, size - 4));
    parts.push(part);
    left -= part.length;
    next = image.readUInt32BE(start);
  }
  return Buffer.concat(parts);
}

function readValues(payload: Buffer): ScannedValue[] | null {
  const header = new Reader(payload, 0);
  const end = header.varint();
  if (end < 2 || end > payload.length) return null;
  const values: ScannedValue[] = [];
  let at = end;
  while (header.at < end) {
    const type = header.varint();
    const size = sizeOf(type);
    if (size === null || at + size > payload.length) return null;
    values.push(valueOf(type, payload.subarray(at, at + size)));
    at += size;
  }
  return at === payload.length ? values : null;
}

const NUMBER_SIZES = [0, 1, 2, 3, 4, 6, 8, 8, 0, 0];

function sizeOf(type: number): number | null {
  if (type < 10) return NUMBER_SIZES[type]!;
  return type < 12 ? null : (type - 12 - (type % 2)) / 2;
}

function valueOf(type: number, bytes: Buffer): ScannedValue {
  if (type === 0) return null;
  if (type === 7) return bytes.readDoubleBE();
  if (type === 6) return Number(bytes.readBigInt64BE());
  if (type < 7) return bytes.readIntBE(0, bytes.length);
  if (type < 10) return type - 8;
  return type % 2 === 0 ? bytes : bytes.toString('utf8');
}

/** Reads what stands one behind the other. Past the end there are zeros. */
class Reader {
  readonly #bytes: Buffer;
  at: number;

  constructor(bytes: Buffer, at: number) {
    this.#bytes = bytes;
    this.at = at;
  }

  varint(): number {
    let value = 0n;
    for (let index = 0; index < 9; index++) {
      const byte = this.#bytes[this.at++] ?? 0;
      if (index === 8) return Number(BigInt.asIntN(64, (value << 8n) | BigInt(byte)));
      value = (value << 7n) | BigInt(byte & 0x7f);
      if (byte < 0x80) break;
    }
    return Number(value);
  }
}
