/**
 * What researchers ask, over the shipped documents with the real model: gaps, limits compared, who leads, who went first;
 * and an invented city plan (test/golden/implementation) that carries out the provincial opinion.
 */
import { readFileSync } from 'node:fs'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { evaluateClauses } from '../../src/service/reviewEvaluation.ts'
import { type ClauseLabel, labelledClauses } from '../../src/service/reviewLabels.ts'
import { openScope } from '../../src/service/scope.ts'
import { seedFiles } from '../golden/seedDocuments.ts'
import { type LinkedSeeds, openLinkedSeeds } from '../support/linkedSeeds.ts'
import { findModel } from '../support/model.ts'

const model = await findModel()
const golden = (name: string) => readFileSync(new URL(`../golden/${name}`, import.meta.url))
/** Labels of the shipped documents; a file may hold those of others too. */
const shipped = new Set(seedFiles().map(({ name }) => name))
const readLabels = (name: string): ClauseLabel[] =>
  (JSON.parse(golden(name).toString()) as ClauseLabel[]).filter(({ lower }) => shipped.has(lower.file))

const OPINION = '鲁政办字〔2025〕177号'
const JINAN = ['济政字〔2022〕81号', '济医保发〔2024〕8号']
const CELLS = `clause { ordinal id } cells { document { number } nearest { score other { ordinal } }
  correspondences { kind degree score basis lagDays other { ordinal id } leads { verdict leads { name } otherLeads { name } }
    targets { verdict deadlineVerdict difference differenceUnit target { value unit deadline } other { value unit deadline } } } }`

interface Cell {
  readonly document: { readonly number: string }
  readonly nearest: { readonly score: number; readonly other: { readonly ordinal: number } } | null
  // biome-ignore lint/suspicious/noExplicitAny: a test states the shape it expects
  readonly correspondences: readonly any[]
}
interface Row {
  readonly clause: { readonly ordinal: number; readonly id: string }
  readonly cells: readonly Cell[]
  readonly firstMover: { readonly document: { readonly number: string } } | null
}

describe.skipIf('reason' in model)(
  `implementation tracing${'reason' in model ? `: ${model.reason}` : ''}`,
  () => {
    let seeds: LinkedSeeds
    beforeAll(async () => {
      if ('files' in model) seeds = await openLinkedSeeds(model.files)
    }, 120_000)
    afterAll(() => seeds?.[Symbol.asyncDispose]())

    const ask = async (query: string, variables: Record<string, unknown> = {}) => {
      const { data, errors } = await seeds.query(query, variables)
      expect(errors).toBeUndefined()
      return data
    }
    const matrix = async (lower: readonly string[] | null) =>
      (
        await ask(
          `query($upper: ID!, $lower: [ID!]) { implementation(upper: $upper, lower: $lower) {
          columns { edges { node { document { number } kind covered topicOnly total lagDays additions { ordinal } } } }
          rows { ${CELLS} firstMover { document { number } } } } }`,
          { upper: OPINION, lower },
        )
      ).implementation
    const rowOf = (rows: readonly Row[], ordinal: number): Row =>
      rows.find(({ clause }) => clause.ordinal === ordinal) as Row

    describe('over the shipped documents', () => {
      it('knows that none implements another, and which documents each names as its basis', async () => {
        const { documents, reviewQueue } = await ask(`{
        documents(filter: { ingested: true }) { edges { node { number implements { number ingested } } } }
        reviewQueue(first: 100) { totalCount edges { node { kind } } } }`)
        const above = new Map<string | null, unknown[]>(
          documents.edges.map(({ node }: { node: { number: string | null; implements: unknown[] } }) => [
            node.number,
            node.implements,
          ]),
        )
        expect(above.get('济政办字〔2024〕23号')).toEqual([
          { number: '鲁政办字〔2024〕6号', ingested: false },
        ])
        expect(above.get('济政字〔2022〕81号')).toContainEqual({
          number: '鲁政字〔2021〕230号',
          ingested: false,
        })
        expect(above.get('济医保发〔2024〕8号')).toContainEqual({
          number: '济政发〔2022〕18号',
          ingested: false,
        })
        expect(above.get(OPINION)).toEqual([])
        expect(reviewQueue.totalCount).toBeGreaterThan(50)
        const kinds = reviewQueue.edges.map(({ node }: { node: { kind: string } }) => node.kind)
        expect(new Set(kinds)).toEqual(new Set(['PARALLEL']))
      })
      it('shows provincial clauses without counterpart in any document of 济南', async () => {
        const { rows, columns } = await matrix(JINAN)
        const gaps = rows.filter((row: Row) =>
          row.cells.every(({ correspondences }) => correspondences.length === 0),
        )
        const ordinals: number[] = gaps.map(({ clause }: Row) => clause.ordinal)
        // 中药注射剂, 连续制造, 春雨行动, 化妆品, 招商: nothing of the kind stands in either document
        expect(ordinals).toEqual(expect.arrayContaining([12, 13, 15, 16, 23]))
        // and it is said of no clause for which people found the same measure there
        const sameMeasure = readLabels('correspondenceMore.json').flatMap(({ upper }) =>
          upper.filter(({ grade }) => grade === 2).map(({ clause }) => clause),
        )
        expect(ordinals.filter((ordinal) => sameMeasure.includes(ordinal))).toEqual([])
        for (const { cells } of gaps) {
          for (const { nearest } of cells) expect(nearest.score).toBeGreaterThan(0)
        }
        for (const { node } of columns.edges) {
          expect(node).toMatchObject({ kind: 'PARALLEL', total: 29 })
          expect(node.lagDays).toBeLessThan(0)
        }
      })
      it('compares the limits for starting a clinical trial, who leads, and who went first', async () => {
        const { rows } = await matrix(null)
        const row = rowOf(rows, 5)
        const link = row.cells
          .find(({ document }) => document.number === '济医保发〔2024〕8号')
          ?.correspondences.find(({ other }) => other.ordinal === 2)
        expect(link).toMatchObject({
          degree: 'SAME_MEASURE',
          targets: [
            {
              ...{ verdict: 'STRICTER', difference: -3, differenceUnit: '周', deadlineVerdict: null },
              ...{ target: { value: 25, unit: '周' }, other: { value: 28, unit: '周' } },
            },
          ],
          leads: { verdict: 'SAME_FUNCTION', leads: [{ name: '山东省卫生健康委' }] },
        })
        // the province came a year and a half after 济南
        expect(link.lagDays).toBeGreaterThan(365)
        expect(link.leads.otherLeads).toContainEqual({ name: '济南市卫生健康委' })
        expect(row.firstMover?.document.number).toBe('济医保发〔2024〕8号')
      })
      it.each(['correspondence.json', 'correspondenceMore.json'])(
        'agrees with the labels of %s',
        async (name) => {
          const figures = evaluateClauses(await labelledClauses(openScope(seeds.services), readLabels(name)))
          // the bars of the first release
          expect(figures.recall3).toBeGreaterThanOrEqual(0.8)
          expect(figures.precision).toBeGreaterThanOrEqual(0.5)
          expect(figures.leftEmpty).toBeGreaterThanOrEqual(0.6)
        },
      )
      it('gives a pair that a person brings up a link, which stays when the document is read again', async () => {
        const { rows } = await matrix(JINAN)
        // a gap: nothing links it to the first clause of the other document
        const { clause } = rowOf(rows, 13)
        const { document } = await ask(
          '{ document(number: "济政字〔2022〕81号") { clauses(first: 1) { edges { node { id } } } } }',
        )
        const other: string = document.clauses.edges[0].node.id
        const answer = await ask(
          'mutation($clause: ID!, $other: ID!) { reviewCorrespondence(clause: $clause, other: $other, verdict: CONFIRMED) { score basis evidence { reason } } }',
          { clause: clause.id, other },
        )
        expect(answer.reviewCorrespondence).toMatchObject({ basis: 'REVIEWED' })
        expect(answer.reviewCorrespondence.score).toBeLessThan(0.5)
        const others = async (): Promise<string[]> =>
          (
            await ask('query($id: ID!) { clause(id: $id) { correspondences { other { id } } } }', {
              id: clause.id,
            })
          ).clause.correspondences.map((link: { other: { id: string } }) => link.other.id)
        expect(await others()).toEqual([other])
        await seeds.relink('济政字〔2022〕81号')
        expect(await others()).toEqual([other])
        await seeds.services.store.deleteReview([clause.id, other].sort() as [string, string])
        await seeds.relink('济政字〔2022〕81号')
        expect(await others()).toEqual([])
      })
    })

    describe('with an invented city plan', () => {
      const expected: Record<string, number | null> = JSON.parse(
        golden('implementation/expected.json').toString(),
      )
      let rows: readonly Row[]
      // biome-ignore lint/suspicious/noExplicitAny: a test states the shape it expects
      let column: any
      beforeAll(async () => {
        await seeds.add({ name: 'zaozhuang-plan.txt', bytes: golden('implementation/zaozhuang-plan.txt') })
        const found = await matrix(null)
        column = found.columns.edges[0].node
        rows = found.rows.map((row: Row) => ({
          ...row,
          cells: row.cells.filter(({ document }) => document.number === column.document.number),
        }))
      }, 60_000)
      const cellOf = (ordinal: number): Cell => rowOf(rows, ordinal).cells[0] as Cell

      it('comes first among the documents compared, since it implements the opinion', () => {
        expect(column).toMatchObject({
          document: { number: '枣政办字〔2026〕88号' },
          kind: 'IMPLEMENTS',
          lagDays: 76,
          total: 29,
        })
      })
      it('is linked clause by clause', () => {
        const carried = Object.entries(expected).filter(([, upper]) => upper !== null)
        const found = carried.filter(([lower, upper]) =>
          cellOf(upper as number).correspondences.some(
            ({ other, kind, degree }) =>
              other.ordinal === Number(lower) && kind === 'IMPLEMENTED_BY' && degree === 'SAME_MEASURE',
          ),
        )
        expect(found.length).toBeGreaterThanOrEqual(carried.length - 1)
      })
      it('leaves what it does not carry out as gaps, each with the nearest clause', () => {
        // 京津冀分中心, 仿制药前置服务, 分段生产, 连续制造, 化妆品, 招商, 打击违法
        for (const ordinal of [9, 10, 11, 13, 16, 23, 29]) {
          expect(cellOf(ordinal).correspondences).toEqual([])
          expect(cellOf(ordinal).nearest?.other.ordinal).toBeGreaterThan(0)
        }
        expect(column.covered).toBeGreaterThanOrEqual(15)
        expect(column.covered + column.topicOnly).toBeLessThanOrEqual(20)
      })
      it('lists what it adds of its own', () => {
        const own = Object.entries(expected).flatMap(([lower, upper]) =>
          upper === null ? [{ ordinal: Number(lower) }] : [],
        )
        expect(column.additions).toEqual(expect.arrayContaining(own))
        expect(column.additions.length).toBeLessThanOrEqual(own.length + 1)
      })
      // from the province's side: the city demands more in three, less in one
      it.each([
        [5, { verdict: 'LOOSER', difference: 3, differenceUnit: '周', deadlineVerdict: null }],
        [19, { verdict: 'LOOSER', difference: -2, differenceUnit: '个', deadlineVerdict: 'LATER' }],
        [20, { verdict: 'LOOSER', difference: 5, differenceUnit: '工作日', deadlineVerdict: null }],
        [21, { verdict: 'STRICTER', difference: -1, differenceUnit: '个月', deadlineVerdict: null }],
      ])('compares the target of clause %i', (ordinal, target) => {
        expect(cellOf(ordinal).correspondences[0].targets).toEqual([expect.objectContaining(target)])
      })
      it('tells bodies with one function from those that answer for it at another level', () => {
        expect(cellOf(5).correspondences[0].leads.verdict).toBe('SAME_FUNCTION')
        expect(cellOf(18).correspondences[0].leads.verdict).toBe('CORRESPONDING_FUNCTION')
      })
    })
  },
)
