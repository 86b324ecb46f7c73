import { describe, expect, it } from 'vitest'
import {
  changedCorpus,
  nextState,
  tally,
  toStart,
  type Upload,
  type UploadAnswer,
  type UploadEvent,
} from './uploadQueue.ts'

const added = (count: number): UploadEvent => ({
  type: 'added',
  files: Array.from({ length: count }, (_, id) => ({ id, name: `${id}.txt`, size: 10 })),
})
const play = (...events: UploadEvent[]): readonly Upload[] =>
  events.reduce(nextState, [] as readonly Upload[])
const report = (error: { code: string; message: string } | null): UploadAnswer => ({
  reports: [
    {
      ...{ name: '0.txt', documentId: null, title: null, number: null, counts: {}, notices: [], leftOut: [] },
      outcome: error === null ? 'created' : 'failed',
      error,
    },
  ],
  leftOut: [],
})
const BAD = { code: 'FILE_EMPTY', message: '空文件' }
const answered = (id: number, answer: UploadAnswer): UploadEvent => ({ type: 'answered', id, answer })

describe('nextState', () => {
  it.each<[string, UploadEvent[], Partial<Upload>]>([
    ['begins by waiting', [], { phase: 'waiting', sent: 0 }],
    ['is on its way', [{ type: 'started', id: 0 }], { phase: 'sending', sent: 0 }],
    [
      'tells how far it is',
      [
        { type: 'started', id: 0 },
        { type: 'sent', id: 0, share: 0.5 },
      ],
      { phase: 'sending', sent: 0.5 },
    ],
    ['is read once it is sent', [{ type: 'sent', id: 0, share: 1 }], { phase: 'reading' }],
    ['is done', [answered(0, report(null))], { phase: 'done' }],
    ['has failed where its report says so', [answered(0, report(BAD))], { phase: 'failed' }],
    [
      'has failed where nothing was taken',
      [answered(0, { reports: [], leftOut: [] })],
      { phase: 'failed', fault: null },
    ],
    [
      'is done where one file of an archive is',
      [answered(0, { ...report(null), reports: [...report(BAD).reports, ...report(null).reports] })],
      { phase: 'done' },
    ],
    [
      'keeps why it was refused',
      [{ type: 'refused', id: 0, fault: { code: null, message: 'gone' } }],
      { phase: 'failed', fault: { code: null, message: 'gone' } },
    ],
    [
      'stays stopped when an answer comes late',
      [{ type: 'stopped', id: 0 }, answered(0, report(null))],
      { phase: 'stopped', answer: null },
    ],
    [
      'cannot be stopped when it is over',
      [answered(0, report(null)), { type: 'stopped', id: 0 }],
      { phase: 'done' },
    ],
    [
      'waits again',
      [
        { type: 'refused', id: 0, fault: BAD },
        { type: 'retried', id: 0 },
      ],
      { phase: 'waiting', fault: null },
    ],
  ])('a file %s', (_case, events, expected) => {
    expect(play(added(1), ...events)[0]).toMatchObject(expected)
  })

  it('changes only the file that it is about, and clears what is over', () => {
    const uploads = play(added(3), answered(0, report(null)), { type: 'stopped', id: 1 }, { type: 'cleared' })
    expect(uploads.map(({ id, phase }) => [id, phase])).toEqual([[2, 'waiting']])
  })
})

describe('toStart', () => {
  it('keeps two under way, in order', () => {
    const ids = (...events: UploadEvent[]) => toStart(play(added(4), ...events)).map(({ id }) => id)
    expect(ids()).toEqual([0, 1])
    expect(ids({ type: 'started', id: 0 })).toEqual([1])
    expect(ids({ type: 'started', id: 0 }, { type: 'sent', id: 1, share: 1 })).toEqual([])
    expect(ids(answered(0, report(null)), { type: 'started', id: 1 })).toEqual([2])
  })
})

it('counts what is over', () => {
  expect(tally(play(added(3), answered(0, report(BAD)), { type: 'stopped', id: 1 }))).toEqual({
    total: 3,
    over: 2,
    failed: 1,
  })
})

it('says whether the corpus holds something else after an answer', () => {
  expect(changedCorpus(report(null))).toBe(true)
  expect(changedCorpus(report(BAD))).toBe(false)
  expect(changedCorpus({ reports: [], leftOut: [] })).toBe(false)
})
