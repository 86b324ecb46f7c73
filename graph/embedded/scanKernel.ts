/**
 * The inner loop of dense search in WebAssembly SIMD: dot products of one 16-bit query with rows of 8-bit vectors.
 * It is assembled here because a scan in plain JavaScript takes about ten times as long; `scanKernel.test.ts` compares
 * it with plain JavaScript, number by number.
 *
 * (func (param $query i32) (param $row i32) (param $end i32) (param $dimensions i32) (param $out i32)
 *   for each row up to $end: i32 at $out = sum over i of row[i] * query[i])
 * All addresses are bytes; $dimensions is a multiple of `KERNEL_LANES`; there is at least one row.
 */

/** Numbers that a turn of the inner loop takes: the loop itself costs a third where it takes 16. */
export const KERNEL_LANES = 64

const QUERY = 0
const ROW = 1
const END = 2
const DIMENSIONS = 3
const OUT = 4
const QUERY_AT = 5
const ROW_END = 6
const SUM = 7

const get = (local: number) => [0x20, local]
const set = (local: number) => [0x21, local]
const LOOP = [0x03, 0x40]
const REPEAT_IF = [0x0d, 0x00]
const CLOSE = [0x0b]
const I32_ADD = [0x6a]
const I32_LESS = [0x49]
const I32_STORE = [0x36, 2, 0]
const i32 = (value: number) => [0x41, ...signedLeb(value)]
const simd = (...code: number[]) => [0xfd, ...code]
const ZERO = simd(0x0c, ...new Array<number>(16).fill(0))
const load8Bytes = (offset: number) => simd(0x01, 0, ...unsignedLeb(offset)) // v128.load8x8_s: eight i8 widened to i16
const load16Bytes = (offset: number) => simd(0x00, 0, ...unsignedLeb(offset)) // v128.load
const DOT = simd(0xba, 0x01) // i32x4.dot_i16x8_s
const I32X4_ADD = simd(0xae, 0x01)
const lane = (index: number) => simd(0x1b, index) // i32x4.extract_lane

const eightProducts = (index: number) => [
  ...get(ROW),
  ...load8Bytes(8 * index),
  ...get(QUERY_AT),
  ...load16Bytes(16 * index),
  ...DOT,
  ...I32X4_ADD,
]
const PRODUCTS = Array.from({ length: KERNEL_LANES / 8 }, (_, index) => eightProducts(index)).flat()
const advance = (local: number, bytes: number) => [...get(local), ...i32(bytes), ...I32_ADD, ...set(local)]
const BODY = [
  ...LOOP,
  ...[...ZERO, ...set(SUM), ...get(QUERY), ...set(QUERY_AT)],
  ...[...get(ROW), ...get(DIMENSIONS), ...I32_ADD, ...set(ROW_END)],
  ...LOOP,
  ...[...get(SUM), ...PRODUCTS, ...set(SUM)],
  ...[
    ...advance(ROW, KERNEL_LANES),
    ...advance(QUERY_AT, 2 * KERNEL_LANES),
    ...get(ROW),
    ...get(ROW_END),
    ...I32_LESS,
    ...REPEAT_IF,
  ],
  ...CLOSE,
  ...[...get(OUT), ...get(SUM), ...lane(0), ...get(SUM), ...lane(1), ...I32_ADD],
  ...[...get(SUM), ...lane(2), ...I32_ADD, ...get(SUM), ...lane(3), ...I32_ADD, ...I32_STORE],
  ...[...advance(OUT, 4), ...get(ROW), ...get(END), ...I32_LESS, ...REPEAT_IF],
  ...CLOSE,
  ...CLOSE,
]

function unsignedLeb(value: number): number[] {
  const low = value & 0x7f
  return value < 0x80 ? [low] : [low | 0x80, ...unsignedLeb(value >>> 7)]
}
/** Of a number that is not negative: its sign bit must not be set. */
function signedLeb(value: number): number[] {
  const low = value & 0x7f
  return value < 0x40 ? [low] : [low | 0x80, ...signedLeb(value >>> 7)]
}
const counted = (bytes: readonly number[]) => [...unsignedLeb(bytes.length), ...bytes]
const section = (id: number, bytes: readonly number[]) => [id, ...counted(bytes)]
const name = (text: string) => counted([...Buffer.from(text)])

const I32 = 0x7f
const V128 = 0x7b
const LOCALS = [2, 2, I32, 1, V128] // two groups: two i32, one v128
const MODULE = new Uint8Array([
  ...[0x00, 0x61, 0x73, 0x6d, 0x01, 0x00, 0x00, 0x00], // "\0asm", version 1
  ...section(1, [1, 0x60, ...counted([I32, I32, I32, I32, I32]), 0]),
  ...section(2, [1, ...name('store'), ...name('memory'), 0x02, 0x00, 1]),
  ...section(3, [1, 0]),
  ...section(7, [1, ...name('scan'), 0x00, 0]),
  ...section(10, [1, ...counted([...LOCALS, ...BODY])]),
])

/** @see the comment at the top of this file */
export type ScanKernel = (query: number, row: number, end: number, dimensions: number, out: number) => void

/** The kernel over a memory of at least one page. */
export function makeScanKernel(memory: WebAssembly.Memory): ScanKernel {
  const instance = new WebAssembly.Instance(new WebAssembly.Module(MODULE), { store: { memory } })
  return instance.exports['scan'] as ScanKernel
}
