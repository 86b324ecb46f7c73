/** Languages that headings of exported files are written in; the documents' words stay as they are. */
export const OUTPUT_LANGUAGES = ['zh', 'en'] as const
export type OutputLanguage = (typeof OUTPUT_LANGUAGES)[number]
export type Localised = Readonly<Record<OutputLanguage, string>>
