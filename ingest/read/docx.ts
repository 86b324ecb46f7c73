import type { Notice } from '../../src/domain/notice.ts'
import { ZhengmaiError } from '../../src/errors/error.ts'
import type { InputFile } from '../values.ts'
import { type Archive, openArchive } from './archive.ts'
import { printParagraphs } from './docxText.ts'
import type { ReadOptions, ReadText } from './reader.ts'
import { openNumbering } from './wordNumbering.ts'
import { openStyles } from './wordStyles.ts'
import { childElements, descendants, readXml, type XmlElement } from './xml.ts'

/**
 * Reads a document of Word: its paragraphs with the numbers that Word prints before them, tables as rows.
 * @throws ZhengmaiError FILE_UNDECODABLE, FILE_TOO_LARGE, FILE_UNSUPPORTED
 */
export function readDocx(file: InputFile, options: ReadOptions): ReadText {
  const archive = openArchive(file, options.limits)
  const part = (path: string) => readPart(archive, path, file.name)
  const main = mainPart(part('_rels/.rels'))
  const document = part(main) ?? part('word/document.xml')
  if (document === null) {
    throw new ZhengmaiError('FILE_UNDECODABLE', `文件“${file.name}”没有正文部分，不是完整的 DOCX。`)
  }
  const folder = main.slice(0, main.lastIndexOf('/') + 1)
  const styles = openStyles(part(`${folder}styles.xml`))
  const numbering = openNumbering(part(`${folder}numbering.xml`))
  const { text, footnotes, deleted } = printParagraphs(document, styles, numbering)
  return {
    encoding: 'utf-8',
    text,
    layout: 'paragraphs',
    pageStarts: [],
    recognition: null,
    notices: leftOutNotices(footnotes, deleted, descendants(document, 'blip').length),
  }
}

/** What the file holds besides the text of its body. */
function leftOutNotices(footnotes: number, deleted: number, images: number): Notice[] {
  const counted: readonly (readonly [number, Notice])[] = [
    [
      footnotes,
      { code: 'read/footnotes', severity: 'INFO', message: `未读取 ${footnotes} 处脚注、尾注。`, span: null },
    ],
    [
      deleted,
      {
        code: 'read/deleted-text',
        severity: 'INFO',
        message: `未读取修订中删除的 ${deleted} 处文字。`,
        span: null,
      },
    ],
    [
      images,
      { code: 'read/images', severity: 'INFO', message: `未读取 ${images} 幅图片中的文字。`, span: null },
    ],
  ]
  return counted.filter(([count]) => count > 0).map(([, notice]) => notice)
}

function readPart(archive: Archive, path: string, name: string): XmlElement | null {
  const part = archive.find(path)
  return part === undefined ? null : readXml(archive.unpack(part), name)
}

/** The part that holds the body: usually `word/document.xml`, but some writers name it otherwise. */
function mainPart(relations: XmlElement | null): string {
  const relation = relations === null ? [] : childElements(relations, 'Relationship')
  const main = relation.find(({ attributes }) => attributes['Type']?.endsWith('/officeDocument'))
  return main?.attributes['Target']?.replace(/^\//, '') ?? 'word/document.xml'
}
