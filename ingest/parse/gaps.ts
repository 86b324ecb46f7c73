import type { Notice } from '../../src/domain/notice.ts'
import { type NormalText, type OutlineNode, spanOf } from '../values.ts'

/** Siblings are numbered in steps of one; anything else is noticed, not mended. */
export function noticeGaps(roots: readonly OutlineNode[], normal: NormalText): Notice[] {
  const notices: Notice[] = []
  const last = new Map<string, number>()
  const walk = (nodes: readonly OutlineNode[]) => {
    for (const node of nodes) {
      const previous = last.get(node.scheme)
      // A numbering may run on over sections or begin again with 1; 第十条之一 follows 第十条.
      if (
        node.number !== null &&
        node.number !== 1 &&
        previous !== undefined &&
        node.number !== previous + 1 &&
        !node.label.includes('之')
      ) {
        notices.push({
          code: node.number === previous ? 'parse/duplicate-label' : 'parse/label-gap',
          severity: 'WARNING',
          message: `编号不连续：“${node.label}”前一个同级编号是第${previous}号`,
          span: spanOf(normal, node.range.start, node.range.start + node.label.length),
        })
      }
      if (node.number !== null) last.set(node.scheme, node.number)
      walk(node.children)
    }
  }
  walk(roots)
  return notices
}
