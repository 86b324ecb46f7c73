import { describe, expect, it } from 'vitest'
import { layOut } from './geometry.ts'
import { confidenceOf, placeLines } from './ocrLayout.ts'
import type { OcrLine, OcrPage } from './ocrMessages.ts'

/** A line 33 pixels high; Latin half as wide as Han. */
function line(text: string, left: number, top: number, confidence = 0.99): OcrLine {
  const width = (text.length - (text.match(/[ -~]/g)?.length ?? 0) / 2) * 33
  return { text, confidence, left: left - 3, top, right: left + width + 3, bottom: top + 46 }
}

function page(...lines: OcrLine[]): OcrPage {
  return { width: 1240, height: 1754, lines }
}

describe('placeLines', () => {
  it('gives lines that lay out to paragraphs, over pages, without page numbers', () => {
    const pages = [
      page(
        line('一、总体要求', 226, 1440),
        line('（一）深化审评审批制度改革，积极争取纳入国家试点范围', 226, 1500),
        line('— 1 —', 580, 1660),
      ),
      page(line('申请，提高审批效率。（市市场监管局牵头）', 160, 160), line('二、保障措施', 226, 220)),
    ]
    const placed = pages.flatMap((each, index) => placeLines(each, index, 1))
    const { text, pageStarts } = layOut(placed, pages)
    expect(text.split('\n')).toEqual([
      '一、总体要求',
      '（一）深化审评审批制度改革，积极争取纳入国家试点范围申请，提高审批效率。（市市场监管局牵头）',
      '二、保障措施',
    ])
    expect(text.slice(pageStarts[1]).startsWith('申请')).toBe(true)
  })

  it('gives places in the units of the page', () => {
    const [placed] = placeLines(page(line('关于印发方案的通知', 300, 100)), 2, 2)
    expect(placed).toMatchObject({ page: 2, x: 148.5, text: '关于印发方案的通知' })
    expect(placed!.size).toBeCloseTo(16.5, 0)
  })

  it.each(['某政发〔2024】12号', '某政发[2024]12号', '某政发(2024）12 号'])('mends %s', (printed) => {
    expect(placeLines(page(line(printed, 0, 0)), 0, 1)[0]!.text).toMatch(/^某政发〔2024〕12 ?号$/)
  })

  it('leaves other brackets alone', () => {
    expect(placeLines(page(line('方案（2024年）', 0, 0)), 0, 1)[0]!.text).toBe('方案（2024年）')
  })
})

it.each([
  ['no lines', [page()], null],
  ['lines weighted by their length', [page(line('三个字', 0, 0, 0.5), line('九', 0, 60, 0.9))], 0.6],
])('confidence of %s', (_, pages, expected) => {
  expect(confidenceOf(pages)).toBe(expected)
})
