/**
 * Yjs client ids that carry the device.
 *
 * A client id is `random32 * 2^21 + device21`: a 53-bit integer whose low 21 bits say which device
 * wrote, and whose high bits are random for every document and session. The device must not sit in
 * the high bits: Yjs settles concurrent writes to one map key in favour of the higher client id, and
 * one device would then win every time.
 */
export const DEVICE_BITS = 21;
const DEVICE_SPAN = 2 ** DEVICE_BITS;

/** @param device The device's number, 0 … 2^21 − 1. */
export function createClientId(device: number): number {
  if (!Number.isInteger(device) || device < 0 || device >= DEVICE_SPAN) {
    throw new RangeError(`A device number lies between 0 and ${DEVICE_SPAN - 1}; got ${device}.`);
  }
  const random32 = crypto.getRandomValues(new Uint32Array(1))[0]!;
  return random32 * DEVICE_SPAN + device;
}

/** The device number in a client id made by {@link createClientId}. */
export function deviceOfClientId(clientId: number): number {
  return clientId % DEVICE_SPAN;
}

/** What {@link carryDevice} needs of a Y.Doc. */
interface ClientIdentified {
  clientID: number;
  on(event: 'afterTransaction', listener: () => void): void;
}

/**
 * Gives `doc` a client id of this device, and gives it a new one of this device whenever Yjs has
 * replaced it at random (it does so when it sees its own id come back from elsewhere). Call it
 * before a provider or awareness is attached.
 */
export function carryDevice<D extends ClientIdentified>(doc: D, device: number): D {
  doc.clientID = createClientId(device);
  doc.on('afterTransaction', () => {
    if (deviceOfClientId(doc.clientID) !== device) doc.clientID = createClientId(device);
  });
  return doc;
}
