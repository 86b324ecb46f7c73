import { describe, expect, it } from 'vitest'
import { byDocument, countRoles, type DutyFacts, type Role } from './duties.ts'

const duty = (role: Role, document: string, issuedOn: string | null): DutyFacts => ({
  role,
  clause: { id: `${document}/${role}`, document: { id: document, issuedOn } },
})

const DUTIES = [
  duty('LEAD', 'undated', null),
  duty('SUPPORT', 'old', '2022-12-18'),
  duty('LEAD', 'new', '2025-12-24'),
  duty('LEAD', 'old', '2022-12-18'),
]

describe('byDocument', () => {
  it('puts the newest document first and undated ones last', () => {
    expect(byDocument(DUTIES).map(({ document, duties }) => [document.id, duties.length])).toEqual([
      ['new', 1],
      ['old', 2],
      ['undated', 1],
    ])
  })

  it('keeps the order of the text within a document', () => {
    const old = byDocument(DUTIES).find(({ document }) => document.id === 'old')
    expect(old?.duties.map(({ role }) => role)).toEqual(['SUPPORT', 'LEAD'])
    expect(old?.counts).toEqual({ LEAD: 1, RESPONSIBLE: 0, SUPPORT: 1 })
  })
})

it('counts roles', () => {
  expect(countRoles(DUTIES)).toEqual({ LEAD: 3, RESPONSIBLE: 0, SUPPORT: 1 })
  expect(countRoles([])).toEqual({ LEAD: 0, RESPONSIBLE: 0, SUPPORT: 0 })
})
