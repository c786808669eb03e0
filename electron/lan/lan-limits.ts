import type { AttemptLimitsOptions } from './attempt-limits.ts';
import type { WaitingRoomOptions } from './waiting-room.ts';

/** How much a host puts up with. */
export interface LanLimits {
  /** Connections of devices that have not been admitted. */
  readonly waiting: WaitingRoomOptions;
  /** Until both sides have proved their keys, in milliseconds. */
  readonly handshake: number;
  /** Of one remote address, whatever they come to. */
  readonly connections: AttemptLimitsOptions;
  /** Of one remote address. */
  readonly failedPairings: AttemptLimitsOptions;
}

/** A ministry's floor may share one address; twenty devices that all connect again within a minute are let in. */
export const defaultLanLimits: LanLimits = {
  waiting: { patience: 15_000, most: 128, mostOfAddress: 32 },
  handshake: 5000,
  connections: { most: 600, window: 60_000 },
  failedPairings: { most: 10, window: 10 * 60_000 },
};
