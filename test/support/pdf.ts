/**
 * Builds small PDF files for tests: Chinese text in STSong-Light with UniGB-UCS2-H, a font that is not embedded, so no
 * font file is needed. Coordinates are points from the lower left corner of an A4 page, as in PDF 32000-1.
 */

export const PAGE_WIDTH = 595
export const PAGE_HEIGHT = 842

/** A run of text; `size` in points, default 16 (三号). */
export interface PdfRun {
  readonly x: number
  readonly y: number
  readonly text: string
  readonly size?: number
}

/** A straight line, as tables are ruled with. */
export interface PdfRule {
  readonly from: readonly [number, number]
  readonly to: readonly [number, number]
}

export interface PdfPage {
  readonly runs?: readonly PdfRun[]
  readonly rules?: readonly PdfRule[]
  /** A picture drawn over the whole page, as JPEG or as three bytes a pixel. */
  readonly image?: {
    readonly width: number
    readonly height: number
    readonly data: Uint8Array
    readonly jpeg?: boolean
  }
  /** Runs whose characters mean nothing: an Identity-H font without ToUnicode. */
  readonly unmapped?: readonly PdfRun[]
}

/** The bytes of a PDF with these pages. `encrypted` marks it as protected by a password that nobody knows. */
export function buildPdf(
  pages: readonly PdfPage[],
  options: { readonly encrypted?: boolean } = {},
): Uint8Array {
  const writer = new Writer()
  const catalog = writer.reserve()
  const tree = writer.reserve()
  const font = writer.add(cidFont(writer, 'STSong-Light', 'UniGB-UCS2-H', 'GB1'))
  const opaque = writer.add(cidFont(writer, 'ABCDEF+Opaque', 'Identity-H', 'Identity'))
  const kids = pages.map((page) => writer.add(pageObject(writer, tree, font, opaque, page)))
  writer.set(catalog, `<< /Type /Catalog /Pages ${tree} 0 R >>`)
  const list = kids.map((kid) => `${kid} 0 R`).join(' ')
  writer.set(tree, `<< /Type /Pages /Kids [${list}] /Count ${kids.length} >>`)
  return writer.end(catalog, options.encrypted ? writer.add(encryption()) : null)
}

function cidFont(writer: Writer, name: string, encoding: string, ordering: string): string {
  const descriptor = writer.add(
    `<< /Type /FontDescriptor /FontName /${name} /Flags 4 /FontBBox [-25 -254 1000 880] /ItalicAngle 0 /Ascent 880 /Descent -120 /CapHeight 880 /StemV 93 >>`,
  )
  const descendant = writer.add(
    `<< /Type /Font /Subtype /CIDFontType0 /BaseFont /${name} /CIDSystemInfo << /Registry (Adobe) /Ordering (${ordering}) /Supplement 0 >> /DW 1000 /W [1 95 500] /FontDescriptor ${descriptor} 0 R >>`,
  )
  return `<< /Type /Font /Subtype /Type0 /BaseFont /${name} /Encoding /${encoding} /DescendantFonts [${descendant} 0 R] >>`
}

function pageObject(writer: Writer, tree: number, font: number, opaque: number, page: PdfPage): string {
  const runs = (page.runs ?? []).map((run) => showRun('F1', run))
  const unmapped = (page.unmapped ?? []).map((run) => showRun('F2', run))
  const rules = (page.rules ?? []).map(({ from, to }) => `${from.join(' ')} m ${to.join(' ')} l S`)
  const image = page.image === undefined ? null : writer.add(imageObject(page.image))
  const drawn = image === null ? [] : [`q ${PAGE_WIDTH} 0 0 ${PAGE_HEIGHT} 0 0 cm /I1 Do Q`]
  const stream = [...drawn, ...rules, ...runs, ...unmapped].join('\n')
  const content = writer.add(`<< /Length ${stream.length} >>\nstream\n${stream}\nendstream`)
  const images = image === null ? '' : `/XObject << /I1 ${image} 0 R >>`
  return `<< /Type /Page /Parent ${tree} 0 R /MediaBox [0 0 ${PAGE_WIDTH} ${PAGE_HEIGHT}] /Resources << /Font << /F1 ${font} 0 R /F2 ${opaque} 0 R >> ${images} >> /Contents ${content} 0 R >>`
}

function showRun(font: string, { x, y, text, size = 16 }: PdfRun): string {
  const hex = Buffer.from(text, 'utf16le').swap16().toString('hex')
  return `BT /${font} ${size} Tf 1 0 0 1 ${x} ${y} Tm <${hex}> Tj ET`
}

function imageObject({ width, height, data, jpeg = false }: NonNullable<PdfPage['image']>): string {
  const stream = Buffer.from(data).toString('latin1')
  const filter = jpeg ? '/Filter /DCTDecode ' : ''
  return `<< /Type /XObject /Subtype /Image /Width ${width} /Height ${height} /ColorSpace /DeviceRGB /BitsPerComponent 8 ${filter}/Length ${stream.length} >>\nstream\n${stream}\nendstream`
}

/** Standard security handler, revision 2; the keys are arbitrary, so that no password fits. */
function encryption(): string {
  const key = 'ab'.repeat(32)
  return `<< /Filter /Standard /V 1 /R 2 /O <${key}> /U <${key}> /P -44 >>`
}

/** Numbers the objects and writes them with their cross-reference table. */
class Writer {
  readonly #objects: string[] = []

  reserve(): number {
    return this.#objects.push('')
  }

  set(number: number, body: string): void {
    this.#objects[number - 1] = body
  }

  add(body: string): number {
    return this.#objects.push(body)
  }

  end(root: number, encrypt: number | null): Uint8Array {
    let file = '%PDF-1.4\n'
    const offsets = this.#objects.map((body, index) => {
      const offset = file.length
      file += `${index + 1} 0 obj\n${body}\nendobj\n`
      return offset
    })
    const table = file.length
    const entries = offsets.map((offset) => `${String(offset).padStart(10, '0')} 00000 n \n`).join('')
    const count = offsets.length + 1
    file += `xref\n0 ${count}\n0000000000 65535 f \n${entries}`
    const protection =
      encrypt === null ? '' : `/Encrypt ${encrypt} 0 R /ID [<${'00'.repeat(16)}> <${'00'.repeat(16)}>]`
    file += `trailer\n<< /Size ${count} /Root ${root} 0 R ${protection} >>\nstartxref\n${table}\n%%EOF\n`
    return Buffer.from(file, 'latin1')
  }
}
