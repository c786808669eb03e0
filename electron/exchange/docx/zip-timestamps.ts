const END_OF_DIRECTORY = 0x06054b50;
const DIRECTORY_ENTRY = 0x02014b50;
const END_LENGTH = 22;
const ENTRY_LENGTH = 46;

/** 1 January 1980, 0:00, as date and time of DOS. */
const EPOCH = 0x0021_0000;

/**
 * Gives every file of a ZIP archive without comment the same date, in place: the archive then
 * depends on its content only. Layout: PKWARE APPNOTE 6.3, 4.3.7, 4.3.12 and 4.3.16.
 */
export function fixTimestamps(archive: Uint8Array): void {
  const view = new DataView(archive.buffer, archive.byteOffset, archive.byteLength);
  const end = archive.byteLength - END_LENGTH;
  if (end < 0 || view.getUint32(end, true) !== END_OF_DIRECTORY)
    throw new Error('The archive does not end with its directory.');
  let entry = view.getUint32(end + 16, true);
  for (let left = view.getUint16(end + 10, true); left > 0; left--) {
    if (view.getUint32(entry, true) !== DIRECTORY_ENTRY) throw new Error('The directory of the archive is broken.');
    view.setUint32(entry + 12, EPOCH, true);
    view.setUint32(view.getUint32(entry + 42, true) + 10, EPOCH, true);
    entry +=
      ENTRY_LENGTH +
      view.getUint16(entry + 28, true) +
      view.getUint16(entry + 30, true) +
      view.getUint16(entry + 32, true);
  }
}
