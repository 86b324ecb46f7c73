import { createHash, randomBytes, timingSafeEqual } from 'node:crypto'

/** Tells what it is where it turns up in a log or a leak. */
const PREFIX = 'zm_'
const BYTES = 32

/** A new key: 256 random bits, so that a plain SHA-256 of it cannot be reversed by guessing. */
export function makeSecret(): string {
  return PREFIX + randomBytes(BYTES).toString('base64url')
}

/** SHA-256, 32 bytes. */
export function digestOf(secret: string): Buffer {
  return createHash('sha256').update(secret).digest()
}

/** Compared by digests and in constant time, so that the time taken tells nothing of the key. */
export function isSameDigest(a: Buffer, b: Buffer): boolean {
  return a.length === b.length && timingSafeEqual(a, b)
}
