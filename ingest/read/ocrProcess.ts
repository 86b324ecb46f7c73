/**
 * The process that recognises text in pictures: some 1.9 GB while it works, so it lives only as long as one file needs
 * it. Started by `ocrSession.ts`, an entry of the build of its own.
 */
import { createRequire } from 'node:module'
import type { OcrFault, OcrLine, OcrPage, OcrReply, OcrRequest } from './ocrMessages.ts'

/** A4 at 150 dpi has 2.2 million pixels, enough for 0–1 % wrong characters; memory grows with the pixels. */
const PICTURE_PIXELS = 4_400_000
/** A packed picture of a few KB may claim any size. */
const DECODED_PIXELS = 150_000_000

type Point = readonly [number, number]
/** As `@gutenye/ocr-node` gives it: corners clockwise from the upper left. */
interface RecognisedLine {
  readonly text: string
  readonly mean: number
  readonly box?: readonly Point[]
}
interface Engine {
  detect(picture: Uint8Array): Promise<readonly RecognisedLine[]>
}

/** The part of `sharp` that is used; the package comes with the engine and has types of its own there only. */
interface Picture {
  metadata(): Promise<{ width?: number; height?: number; pages?: number }>
  rotate(): Picture
  flatten(options: { background: string }): Picture
  resize(options: { width: number; height: number; fit: 'inside'; withoutEnlargement: true }): Picture
  png(options: { compressionLevel: number }): Picture
  toBuffer(options: {
    resolveWithObject: true
  }): Promise<{ data: Uint8Array; info: { width: number; height: number } }>
}
type OpenPicture = (bytes: Uint8Array, options: { limitInputPixels: number; page?: number }) => Picture

class Fault extends Error {
  readonly fault: OcrFault

  constructor(fault: OcrFault, cause: unknown) {
    super(cause instanceof Error ? cause.message : String(cause), { cause })
    this.fault = fault
  }
}

let tools: Promise<{ engine: Engine; open: OpenPicture }> | undefined

async function loadTools(): Promise<{ engine: Engine; open: OpenPicture }> {
  try {
    const require = createRequire(import.meta.url)
    const besideEngine = createRequire(require.resolve('@gutenye/ocr-node'))
    const open = besideEngine('sharp') as OpenPicture
    const { default: Ocr } = await import('@gutenye/ocr-node')
    return { engine: (await Ocr.create()) as unknown as Engine, open }
  } catch (error) {
    throw new Fault('missing', error)
  }
}

async function recognise({ image, pages: limit }: OcrRequest): Promise<OcrPage[]> {
  tools ??= loadTools()
  const { engine, open } = await tools
  const count = await countPages(open, image)
  if (count > limit) throw new Fault('pages', `${count} > ${limit}`)
  const pages: OcrPage[] = []
  for (let page = 0; page < count; page++) {
    const { data, info } = await decodePage(open, image, page)
    const lines = await engine.detect(data)
    pages.push({ width: info.width, height: info.height, lines: lines.flatMap(lineOf) })
  }
  return pages
}

async function countPages(open: OpenPicture, image: Uint8Array): Promise<number> {
  try {
    return (await open(image, { limitInputPixels: DECODED_PIXELS }).metadata()).pages ?? 1
  } catch (error) {
    throw new Fault('picture', error)
  }
}

/** One page of the picture, upright, on white, not larger than the engine can take. */
async function decodePage(open: OpenPicture, image: Uint8Array, page: number) {
  try {
    const picture = open(image, { limitInputPixels: DECODED_PIXELS, page })
    const { width = 1, height = 1 } = await picture.metadata()
    const scale = Math.min(1, Math.sqrt(PICTURE_PIXELS / (width * height)))
    const side = Math.max(1, Math.round(Math.max(width, height) * scale))
    return await picture
      .rotate()
      .flatten({ background: '#ffffff' })
      .resize({ width: side, height: side, fit: 'inside', withoutEnlargement: true })
      .png({ compressionLevel: 1 })
      .toBuffer({ resolveWithObject: true })
  } catch (error) {
    throw new Fault('picture', error)
  }
}

function lineOf({ text, mean, box }: RecognisedLine): OcrLine[] {
  if (box === undefined || text.trim() === '') return []
  const xs = box.map(([x]) => x)
  const ys = box.map(([, y]) => y)
  const confidence = Math.min(1, Math.max(0, mean))
  return [
    {
      text: text.trim(),
      confidence,
      left: Math.min(...xs),
      top: Math.min(...ys),
      right: Math.max(...xs),
      bottom: Math.max(...ys),
    },
  ]
}

async function answer(request: OcrRequest): Promise<OcrReply> {
  const { id } = request
  try {
    return { id, pages: await recognise(request) }
  } catch (error) {
    const fault = error instanceof Fault ? error.fault : 'failed'
    return { id, fault, message: error instanceof Error ? error.message : String(error) }
  }
}

process.on('message', (request: OcrRequest) => {
  void answer(request).then((reply) => process.send?.(reply))
})
// the reader is gone: nobody waits for an answer
process.on('disconnect', () => process.exit(0))
