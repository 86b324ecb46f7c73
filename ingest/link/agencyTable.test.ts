import { describe, expect, it } from 'vitest'
import { LEVELS } from '../../src/domain/vocabulary.ts'
import { seedAgencyTable } from '../../test/support/seedPlaces.ts'
import { readAgencyTable } from './agencyTable.ts'

const table = seedAgencyTable()

describe('seeds/agencies.json', () => {
  it('names one function by each short name of a level', () => {
    const owners = new Map<string, Set<string>>()
    for (const row of table.rows) {
      for (const { levels, official, short, direct } of row.names) {
        for (const name of [official, ...short]) {
          for (const level of levels) {
            const key = `${level}${direct ? '（直辖市）' : ''} ${name}`
            owners.set(key, (owners.get(key) ?? new Set()).add(row.function))
          }
        }
      }
    }
    expect([...owners].filter(([, functions]) => functions.size > 1)).toEqual([])
  })

  it('has one row for each function, and each name once in its row', () => {
    const functions = table.rows.map((row) => row.function)
    expect(new Set(functions).size).toBe(functions.length)
    const repeated = table.rows.flatMap(({ names }) =>
      names.filter(
        ({ official, short }) => new Set(short).size !== short.length || short.slice(1).includes(official),
      ),
    )
    expect(repeated).toEqual([])
  })

  it.each(LEVELS)('knows bodies of level %s', (level) => {
    const known = table.rows.filter((row) => row.names.some(({ levels }) => levels.includes(level)))
    expect(known.length).toBeGreaterThan(50)
  })

  it('prints statutory names with the endings of their level', () => {
    const provincial = table.rows.flatMap((row) =>
      row.names
        .filter(({ levels, direct }) => levels.includes('PROVINCIAL') && !direct)
        .map(({ official }) => official),
    )
    expect(provincial.filter((name) => /部$/.test(name) && !name.includes('{P}委'))).toEqual([])
  })
})

describe('readAgencyTable', () => {
  it.each([
    [{}],
    [[{ function: '科技' }]],
    [[{ function: '科技', names: [{ levels: ['CITY'], official: '科学技术局', short: [] }] }]],
    [[{ function: '科技', names: [{ levels: [], official: '科学技术局', short: [] }] }]],
    [[{ function: '科技', names: [{ levels: ['NATIONAL', 'COUNTY'], official: '科学技术局', short: [] }] }]],
  ])('refuses %j', (data) => {
    expect(() => readAgencyTable(data)).toThrow(expect.objectContaining({ code: 'SEEDS_INVALID' }))
  })
})
