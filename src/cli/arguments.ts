import { InvalidArgumentError } from 'commander'
import {
  LEVEL_NAMES,
  LEVELS,
  type Level,
  ROLE_NAMES,
  ROLES,
  type Role,
  SEARCH_MODES,
  type SearchMode,
} from '../domain/vocabulary.ts'

/** `--level 市` or `--level municipal`. */
export function readLevel(value: string): Level {
  const level = LEVELS.find((name) => LEVEL_NAMES[name] === value || name === value.toUpperCase())
  if (level === undefined)
    throw new InvalidArgumentError(`应为 ${Object.values(LEVEL_NAMES).join('、')} 之一`)
  return level
}

/** `--role 牵头` or `--role lead`. */
export function readRole(value: string): Role {
  const role = ROLES.find((name) => ROLE_NAMES[name] === value || name === value.toUpperCase())
  if (role === undefined) throw new InvalidArgumentError(`应为 ${Object.values(ROLE_NAMES).join('、')} 之一`)
  return role
}

export function readMode(value: string): SearchMode {
  const mode = SEARCH_MODES.find((name) => name === value.toUpperCase())
  if (mode === undefined) throw new InvalidArgumentError('应为 hybrid、semantic、keyword 之一')
  return mode
}

/** `--first`: 1 to 100, as everywhere. */
export const readFirst = wholeUpTo(100)

/** Whole numbers from 1. */
export function wholeUpTo(most: number): (value: string) => number {
  return (value) => {
    const whole = Number(value)
    if (/^\d+$/.test(value) && whole >= 1 && whole <= most) return whole
    throw new InvalidArgumentError(`应为 1 至 ${most} 的整数`)
  }
}
