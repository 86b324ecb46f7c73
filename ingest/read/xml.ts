import { SaxesParser } from 'saxes'
import { ZhengmaiError } from '../../src/errors/error.ts'

/** An element; names without their prefix, as writers choose prefixes freely. */
export interface XmlElement {
  readonly name: string
  readonly attributes: Readonly<Record<string, string>>
  readonly children: readonly (XmlElement | string)[]
}

/** Deeper than any document that is not made to exhaust the stack; Word's nested tables stay below 200. */
const DEEPEST = 512

/**
 * The root element of an XML part. Entities beyond the five of XML are not known here and a DOCTYPE is refused, so that
 * nothing outside the file is ever read.
 * @throws ZhengmaiError FILE_UNSUPPORTED (DOCTYPE), FILE_UNDECODABLE (not well-formed)
 */
export function readXml(bytes: Uint8Array, name: string): XmlElement {
  const stack: { name: string; attributes: Record<string, string>; children: (XmlElement | string)[] }[] = [
    { name: '', attributes: {}, children: [] },
  ]
  const parser = new SaxesParser({ position: false })
  parser.on('doctype', () => {
    throw new ZhengmaiError(
      'FILE_UNSUPPORTED',
      `文件“${name}”含有 DOCTYPE 声明（可能引用外部实体），已拒绝读取。`,
    )
  })
  parser.on('opentag', (tag) => {
    if (stack.length > DEEPEST) throw new RangeError('nested too deep')
    const attributes: Record<string, string> = {}
    for (const [key, value] of Object.entries(tag.attributes)) attributes[localName(key)] = value
    const element = { name: localName(tag.name), attributes, children: [] }
    stack.at(-1)!.children.push(element)
    stack.push(element)
  })
  parser.on('closetag', () => {
    stack.pop()
  })
  const text = (words: string) => {
    stack.at(-1)!.children.push(words)
  }
  parser.on('text', text)
  parser.on('cdata', text)
  parser.on('error', (error) => {
    throw error
  })
  try {
    parser.write(decodeXml(bytes)).close()
  } catch (error) {
    if (error instanceof ZhengmaiError) throw error
    throw new ZhengmaiError('FILE_UNDECODABLE', `文件“${name}”的内部结构已损坏（XML 不完整）。`, {
      cause: error,
    })
  }
  return childElements(stack[0]!)[0] ?? { name: '', attributes: {}, children: [] }
}

export function childElements({ children }: XmlElement, name?: string): XmlElement[] {
  return children.filter(
    (child): child is XmlElement => typeof child !== 'string' && (name === undefined || child.name === name),
  )
}

/** The first child of that name, at the end of the path. */
export function childAt(element: XmlElement | undefined, ...path: readonly string[]): XmlElement | undefined {
  return path.reduce<XmlElement | undefined>(
    (parent, name) => (parent === undefined ? undefined : childElements(parent, name)[0]),
    element,
  )
}

/** All the text inside an element. */
export function textOf(element: XmlElement): string {
  return element.children.map((child) => (typeof child === 'string' ? child : textOf(child))).join('')
}

/** Every element of that name below, in document order. */
export function descendants(element: XmlElement, name: string): XmlElement[] {
  return childElements(element).flatMap((child) =>
    child.name === name ? [child, ...descendants(child, name)] : descendants(child, name),
  )
}

function localName(name: string): string {
  return name.slice(name.indexOf(':') + 1)
}

function decodeXml(bytes: Uint8Array): string {
  const head = Buffer.from(bytes.subarray(0, 200)).toString('latin1')
  const label = /^\s*<\?xml[^>]*encoding\s*=\s*["']([\w-]+)["']/.exec(head)?.[1]?.toLowerCase() ?? 'utf-8'
  const marked = bytes[0] === 0xff && bytes[1] === 0xfe ? 'utf-16le' : bytes[0] === 0xfe ? 'utf-16be' : null
  return new TextDecoder(marked ?? (/^gb/.test(label) ? 'gb18030' : 'utf-8')).decode(bytes)
}
