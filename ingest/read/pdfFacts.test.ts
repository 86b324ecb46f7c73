import { beforeAll, expect, it } from 'vitest'
import { loadKnowledge, seedFiles } from '../../test/golden/seedDocuments.ts'
import { partsOf, printPdf } from '../../test/support/pdfDocument.ts'
import { policyText } from '../../test/support/policyText.ts'
import type { Knowledge } from '../knowledge.ts'
import { printParsed } from '../printParsed.ts'
import { readDocument } from '../readDocument.ts'
import type { InputFile } from '../values.ts'
import { READ_OPTIONS } from './reader.ts'

let knowledge: Knowledge
beforeAll(async () => {
  knowledge = await loadKnowledge()
})

/** What differs between two files of one document: positions, and what is about the file. */
const OF_THE_FILE = new Set([
  'text',
  'span',
  'source',
  'start',
  'end',
  'notices',
  'name',
  'sha256',
  'mediaType',
])

async function factsOf(file: InputFile): Promise<unknown> {
  const read = await readDocument(file, knowledge, { ...READ_OPTIONS, ocr: false })
  const printed = JSON.stringify(printParsed(read, knowledge.gazetteer), (key, value) => {
    if (OF_THE_FILE.has(key)) return undefined
    // a centred title keeps its lines
    return typeof value === 'string' ? value.replaceAll('\n', '') : value
  })
  return JSON.parse(printed)
}

async function normalised(file: InputFile): Promise<string> {
  return (await readDocument(file, knowledge)).facts.outline.normal.text
}

const POLICY = { name: '措施.txt', bytes: Buffer.from(policyText()) }

it.each([POLICY, ...seedFiles()])(
  '$name gives the same facts as a PDF',
  async (file) => {
    const bytes = printPdf(partsOf(await normalised(file)), { numbers: true, head: '规范性文件汇编' })
    expect(await factsOf({ name: 'a.pdf', bytes })).toEqual(await factsOf(file))
  },
  60_000,
)
