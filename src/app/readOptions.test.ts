import { expect, it } from 'vitest'
import { READ_LIMITS, READ_OPTIONS } from '../../ingest/read/reader.ts'
import { type Environment, loadConfig } from '../config/loadConfig.ts'
import { SETTINGS } from '../config/settings.ts'
import { readOptionsOf } from './readOptions.ts'

const MIB = 1024 * 1024

function optionsOf(env: Environment) {
  const surroundings = { platform: 'linux', home: '/home/li', checkout: null, workingDir: '/tmp' }
  return readOptionsOf(loadConfig(env, surroundings).reading)
}

it('leaves the limits of the readers where nothing is set', () => {
  expect(optionsOf({})).toEqual(READ_OPTIONS)
})

it('the table of settings states the limits of the readers', () => {
  const stated = Object.fromEntries(SETTINGS.map((row) => [row.name, row.default]))
  expect(optionsOf(stated)).toEqual(READ_OPTIONS)
  const text = SETTINGS.find((row) => row.name === 'ZHENGMAI_MAX_FILE_MB')
  expect(text?.zh).toContain(`不超过 ${READ_LIMITS.textBytes / MIB} MB`)
})

it.each<[Environment, object]>([
  [{ ZHENGMAI_MAX_FILE_MB: '8' }, { fileBytes: 8 * MIB, textBytes: 8 * MIB }],
  [{ ZHENGMAI_MAX_FILE_MB: '200' }, { fileBytes: 200 * MIB, textBytes: READ_LIMITS.textBytes }],
  [{ ZHENGMAI_MAX_UNPACKED_MB: '512' }, { unpackedBytes: 512 * MIB }],
  [{ ZHENGMAI_MAX_PAGES: '20' }, { pages: 20 }],
  [{ ZHENGMAI_MAX_FILE_SECONDS: '90' }, { milliseconds: 90_000 }],
  [{ ZHENGMAI_MAX_FILE_MEMORY_MB: '512' }, { memoryBytes: 512 * MIB }],
])('%j changes its limit alone', (env, changed) => {
  expect(optionsOf(env)).toEqual({ ocr: true, limits: { ...READ_LIMITS, ...changed } })
})

it('ZHENGMAI_OCR=off leaves scans unread', () => {
  expect(optionsOf({ ZHENGMAI_OCR: 'off' })).toEqual({ ...READ_OPTIONS, ocr: false })
})
