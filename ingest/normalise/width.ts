import { widthEdits } from '../../src/text/width.ts'
import type { Step } from './step.ts'

/** Digits, Latin letters and signs at half width; radicals and compatibility forms as usual characters. */
export const width: Step = {
  name: 'width',
  run: (text) => ({ edits: widthEdits(text), notices: [] }),
}
