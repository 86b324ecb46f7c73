import { z } from 'zod'
import { LEVEL_NAMES, LEVELS, ROLE_NAMES, ROLES } from '../domain/vocabulary.ts'
import { LEAST_CHARS, MAX_CHARS } from '../service/retrieval/retrieve.ts'
import { readId } from './readId.ts'

/** As `prepareQuery` allows. */
const LONGEST_QUERY = 1000
/** As `readName` allows. */
export const LONGEST_NAME = 400
/** An answer of a model stays far below (UTF-16 units); the service may allow less. */
export const LONGEST_ANSWER = 100_000
/** More places than anybody sets side by side. */
const MOST_PLACES = 30
/** The most items of one reply: a reply is read by a model. */
export const MOST_ITEMS = 50

// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
const CONTROL = /[\u0000-\u001f\u007f]/
// biome-ignore lint/suspicious/noControlCharactersInRegex: all but tab and line ends
const CONTROL_IN_TEXT = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f]/
const NO_CONTROL = '不能含控制字符 (no control characters)'

function readLevelWord(value: unknown): unknown {
  if (typeof value !== 'string') return value
  const word = value.trim().replace(/级$/u, '')
  return LEVELS.find((level) => LEVEL_NAMES[level] === word || level === word.toUpperCase()) ?? value
}

function readRoleWord(value: unknown): unknown {
  if (typeof value !== 'string') return value
  const word = value.trim()
  return ROLES.find((role) => ROLE_NAMES[role] === word) ?? word.toUpperCase()
}

/** One line: a name, an id, a question. */
export function words(longest = LONGEST_NAME): z.ZodString {
  return z
    .string()
    .min(1)
    .max(longest)
    .refine((text) => !CONTROL.test(text), NO_CONTROL)
}

/** Several lines. */
export function prose(longest: number): z.ZodString {
  return z
    .string()
    .min(1)
    .max(longest)
    .refine((text) => !CONTROL_IN_TEXT.test(text), NO_CONTROL)
}

/** A question: line ends in it are spaces. */
export const query = z
  .preprocess(
    (value) => (typeof value === 'string' ? value.replace(/[\t\r\n]+/g, ' ') : value),
    words(LONGEST_QUERY),
  )
  .describe('问题或检索词，地方、层级、日期也可写在里面 · question or keywords')

export const id = words(2 * LONGEST_NAME).transform(readId)

export const level = z
  .preprocess(readLevelWord, z.enum(LEVELS))
  .describe('国家 NATIONAL、省 PROVINCIAL、市 MUNICIPAL、县 COUNTY')
export const role = z
  .preprocess(readRoleWord, z.enum(ROLES))
  .describe('牵头 LEAD、负责 RESPONSIBLE、配合 SUPPORT')
/** A name, or an id, which may be percent-encoded. */
const nameOrId = words().transform(readId)
export const agency = nameOrId.describe('机关名称或编号，如 济宁市科技局 · agency, name or id')

/** The filters that `search` and `list_documents` share. */
export const filters = {
  level: level.optional(),
  place: nameOrId.describe('地方及其下级：名称、代码或编号 · place with all below it').optional(),
  agency: agency.optional(),
  role: role.describe('该机关的职责：牵头 LEAD、负责 RESPONSIBLE、配合 SUPPORT').optional(),
  product_type: nameOrId.describe('产品类型，如 创新药 · product type').optional(),
  issued_from: z.iso.date().describe('成文日期不早于 · issued on or after').optional(),
  issued_until: z.iso.date().describe('成文日期不晚于 · issued on or before').optional(),
}
export type Filters = z.output<z.ZodObject<typeof filters>>

export const places = z
  .preprocess(
    (value) => (typeof value === 'string' ? value.split(/[,，、;；]/u) : value),
    z.array(nameOrId).max(MOST_PLACES),
  )
  .describe('只看这些地方（及其下级） · only these places and all below them')

export function limit(usual: number): z.ZodDefault<z.ZodInt> {
  return z.int().min(1).max(MOST_ITEMS).default(usual).describe('最多几项 · at most so many items')
}
export const cursor = words(LONGEST_NAME)
  .describe('上一页给出的 next_cursor · next_cursor of the page before')
  .optional()

/** @param usual where the caller does not say */
export function maxChars(usual: number): z.ZodDefault<z.ZodInt> {
  return z
    .int()
    .min(LEAST_CHARS)
    .max(MAX_CHARS)
    .default(usual)
    .describe('全部 text 合计的字符上限 · most characters of all texts of the reply')
}
