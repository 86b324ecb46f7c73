import { describe, expect, it } from 'vitest'
import { write } from '../../core/addressState.ts'
import { CHANGES, readAddress } from './matrixAddress.ts'

const upper = 'cn/370000/鲁政办字/2025/177'
const lower = 'cn/370800/济政办字/2024/23'
const clause = `${upper}/sec_1__cl_1`
const start = new URLSearchParams({ upper })

describe('the address of the matrix', () => {
  it('opens a cell, and then another thing in its place', () => {
    const open = write(start, CHANGES.open(clause, lower))
    expect(readAddress(open).opened).toEqual({ kind: 'cell', clause, document: lower })
    const paired = write(open, CHANGES.pair(`${lower}/sec_1__cl_2`))
    const additions = write(paired, CHANGES.additions(lower))
    expect(readAddress(additions)).toMatchObject({
      opened: { kind: 'additions', document: lower },
      pair: null,
    })
    expect(write(additions, CHANGES.close()).toString()).toBe(start.toString())
  })

  it('survives being printed and read', () => {
    const parameters = write(write(start, CHANGES.lower([lower, 'cn/1', 'cn/2'])), CHANGES.filter('gaps'))
    expect(readAddress(new URLSearchParams(parameters.toString()))).toMatchObject({
      upper,
      lower: [lower, 'cn/1', 'cn/2'],
      filter: 'gaps',
    })
  })

  it('goes back to the default columns with none chosen', () => {
    expect(readAddress(write(start, CHANGES.lower([]))).lower).toBeNull()
  })

  it.each([
    ['min=0.5', { minScore: 0.5 }],
    ['min=7', { minScore: null }],
    ['min=x', { minScore: null }],
    ['show=nonsense', { filter: 'all' }],
    ['cell=half', { opened: null }],
  ])('reads %s', (words, state) => {
    expect(readAddress(new URLSearchParams(words))).toMatchObject(state)
  })
})
