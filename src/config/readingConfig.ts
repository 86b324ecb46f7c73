import type { Complain, ReadSetting, SettingName } from './settings.ts'

/** What the environment says on reading files; null leaves the reader's own limit. */
export interface ReadingConfig {
  readonly ocr: boolean
  readonly fileMegabytes: number | null
  readonly unpackedMegabytes: number | null
  readonly pages: number | null
  readonly seconds: number | null
  readonly memoryMegabytes: number | null
}

/** The reading process itself, with nothing read, holds some 100 MB. */
const FEWEST_MEMORY_MEGABYTES = 256
/** Node reads no file of 2 GiB or more at once (`ERR_FS_FILE_TOO_LARGE`). */
const MOST_MEGABYTES = 2047
const MOST_MEMORY_MEGABYTES = 65_536
const MOST_PAGES = 100_000
/** A day; above some 24 days a timer ends at once (a signed 32-bit number of ms). */
const MOST_SECONDS = 86_400

/**
 * The settings of reading files.
 * @param read the value of a variable, null where it is unset
 * @param complain takes what is wrong with one
 */
export function readReading(read: ReadSetting, complain: Complain): ReadingConfig {
  const whole = (name: SettingName, most: number, fewest = 1): number | null => {
    const given = read(name)
    if (given === null) return null
    const value = Number(given)
    if (/^\d+$/.test(given) && value >= fewest && value <= most) return value
    complain(name, `应为 ${fewest} 至 ${most} 的整数，得到 ${given}`)
    return null
  }
  return {
    ocr: readOcr(read, complain),
    fileMegabytes: whole('ZHENGMAI_MAX_FILE_MB', MOST_MEGABYTES),
    unpackedMegabytes: whole('ZHENGMAI_MAX_UNPACKED_MB', MOST_MEGABYTES),
    pages: whole('ZHENGMAI_MAX_PAGES', MOST_PAGES),
    seconds: whole('ZHENGMAI_MAX_FILE_SECONDS', MOST_SECONDS),
    memoryMegabytes: whole('ZHENGMAI_MAX_FILE_MEMORY_MB', MOST_MEMORY_MEGABYTES, FEWEST_MEMORY_MEGABYTES),
  }
}

function readOcr(read: ReadSetting, complain: Complain): boolean {
  const given = read('ZHENGMAI_OCR')?.toLowerCase() ?? 'on'
  if (given !== 'on' && given !== 'off') complain('ZHENGMAI_OCR', `应为 on 或 off，得到 ${given}`)
  return given !== 'off'
}
