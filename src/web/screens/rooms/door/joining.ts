import type { Devices } from './devices.ts'

/** What somebody has chosen at the door. */
export interface Joining {
  readonly devices: Devices
  readonly mic: boolean
  readonly camera: boolean
  readonly relayOnly: boolean
}
