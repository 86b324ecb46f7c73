/** Characters that no XML 1.0 document may hold, not even escaped (XML 1.0, 2.2): most controls, lone surrogates, noncharacters. */
const FORBIDDEN = /[^\t\n\r\u{20}-\u{D7FF}\u{E000}-\u{FFFD}\u{10000}-\u{10FFFF}]/gu

/** The text without characters that XML cannot hold. */
export function withoutForbidden(text: string): string {
  return text.replace(FORBIDDEN, '')
}

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  // a parser turns these into spaces in attributes unless they are written so
  '\t': '&#9;',
  '\n': '&#10;',
  '\r': '&#13;',
}

/** For the content of an element and for an attribute in double quotes. */
export function escapeXml(text: string): string {
  return withoutForbidden(text).replace(/[&<>"\t\n\r]/g, (character) => ENTITIES[character] ?? character)
}
