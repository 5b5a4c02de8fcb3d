import { randomFillSync } from 'node:crypto'
import type { Id } from '../kernel/id.ts'
import { epochMs } from '../kernel/instant.ts'
import type { Clock } from './clock.ts'

export type NewId = () => Id

/**
 * UUID version 7 (RFC 9562 §5.7): 48 bits of milliseconds, then a 12-bit counter seeded at random each
 * millisecond (method 1 of §6.2), so that ids made by one process sort in the order they were made, and
 * 62 random bits. Rows inserted together lie together in the index.
 */
export function createNewId(clock: Clock): NewId {
  const bytes = Buffer.alloc(16)
  let lastMs = -1
  let counter = 0
  return () => {
    randomFillSync(bytes)
    const nowMs = epochMs(clock.now())
    if (nowMs > lastMs) {
      lastMs = nowMs
      counter = bytes.readUInt16BE(6) & 0x7ff
    } else if (++counter > 0xfff) {
      lastMs += 1
      counter = 0
    }
    bytes.writeUIntBE(lastMs, 0, 6)
    bytes.writeUInt16BE(0x7000 | counter, 6)
    bytes.writeUInt8(0x80 | (bytes.readUInt8(8) & 0x3f), 8)
    const hex = bytes.toString('hex')
    return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`
  }
}
