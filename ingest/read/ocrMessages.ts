/** What the reader and the process that recognises text say to each other, one picture at a time. */

export interface OcrRequest {
  readonly id: number
  /** PNG, JPEG, TIFF, GIF or WebP, as in the file. */
  readonly image: Uint8Array
  /** Most pages that a picture may have. */
  readonly pages: number
}

/** A line as recognised; the box in pixels of the page, y downward. */
export interface OcrLine {
  readonly text: string
  /** Mean over the characters, 0 to 1. */
  readonly confidence: number
  readonly left: number
  readonly top: number
  readonly right: number
  readonly bottom: number
}

/** A page of a picture: a TIFF may have several. */
export interface OcrPage {
  /** Pixels, after scaling. */
  readonly width: number
  readonly height: number
  readonly lines: readonly OcrLine[]
}

/**
 * `missing`: packages are not installed; `picture`: the picture cannot be decoded; `pages`: it has too many of them;
 * `failed`: anything else.
 */
export type OcrFault = 'missing' | 'picture' | 'pages' | 'failed'

export type OcrReply =
  | { readonly id: number; readonly pages: readonly OcrPage[] }
  | { readonly id: number; readonly fault: OcrFault; readonly message: string }
