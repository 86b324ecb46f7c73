import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import type { PDFDocumentProxy } from 'pdfjs-dist/legacy/build/pdf.mjs'
import { ZhengmaiError } from '../../src/errors/error.ts'
import type { InputFile } from '../values.ts'
import { assertStreams } from './pdfStreams.ts'

/** The library, loaded when the first PDF is read. */
export type PdfLibrary = typeof import('pdfjs-dist/legacy/build/pdf.mjs')

/** An open file; `close` must be called. */
export interface OpenPdf {
  readonly library: PdfLibrary
  readonly document: PDFDocumentProxy
  close(): Promise<void>
}

/** A0 at 300 dpi; a small file may claim any size. */
const PICTURE_PIXELS = 140_000_000

let library: Promise<PdfLibrary> | undefined

/**
 * Opens a PDF with the tables that fonts without an embedded encoding need (UniGB-UCS2-H and its like).
 * @throws ZhengmaiError FILE_UNSUPPORTED where a password protects it, FILE_UNDECODABLE where it is broken,
 * FILE_TOO_LARGE where it unpacks beyond measure
 */
export async function openPdf(file: InputFile): Promise<OpenPdf> {
  assertStreams(file)
  const manifest = createRequire(import.meta.url).resolve('pdfjs-dist/package.json')
  library ??= loadLibrary(manifest)
  const pdfjs = await library
  const root = dirname(manifest)
  const task = pdfjs.getDocument({
    // the library takes the buffer that it is given
    data: Uint8Array.from(file.bytes),
    cMapUrl: join(root, 'cmaps/'),
    cMapPacked: true,
    standardFontDataUrl: join(root, 'standard_fonts/'),
    wasmUrl: join(root, 'wasm/'),
    iccUrl: join(root, 'iccs/'),
    isEvalSupported: false,
    maxImageSize: PICTURE_PIXELS,
    useSystemFonts: false,
    disableFontFace: true,
    verbosity: pdfjs.VerbosityLevel.ERRORS,
  })
  try {
    const document = await task.promise
    return { library: pdfjs, document, close: () => task.destroy() }
  } catch (error) {
    await task.destroy().catch(() => undefined)
    throw openFailure(file.name, error)
  }
}

/** Loads the library, also where its optional package for drawing is missing: text needs none of it. */
function loadLibrary(manifest: string): Promise<PdfLibrary> {
  try {
    createRequire(manifest).resolve('@napi-rs/canvas')
  } catch {
    const globals = globalThis as { DOMMatrix?: unknown }
    // the library makes one while it is loaded, and uses it only to draw
    globals.DOMMatrix ??= class DOMMatrix {}
  }
  return import('pdfjs-dist/legacy/build/pdf.mjs')
}

function openFailure(name: string, error: unknown): ZhengmaiError {
  if (error instanceof Error && error.name === 'PasswordException') {
    const message = `PDF 文件“${name}”有密码保护，请解除密码后重试。`
    return new ZhengmaiError('FILE_UNSUPPORTED', message, { cause: error, details: { encrypted: true } })
  }
  return brokenPdf(name, error)
}

/** The error for a file that begins like a PDF but cannot be read as one. */
export function brokenPdf(name: string, cause: unknown): ZhengmaiError {
  const message = `PDF 文件“${name}”已损坏，无法读取。`
  return new ZhengmaiError('FILE_UNDECODABLE', message, { cause })
}
