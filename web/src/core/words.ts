import { usePreferences } from './preferences.tsx'

/** A text of the page in both languages, Chinese first. */
export type Words = readonly [zh: string, en: string]

/** The texts of a table in the reader's language. Each view keeps its own table beside it. */
export function useWords<K extends string>(table: Readonly<Record<K, Words>>): Readonly<Record<K, string>> {
  const { language } = usePreferences()
  const index = language === 'zh' ? 0 : 1
  return Object.fromEntries(
    Object.entries<Words>(table).map(([key, words]) => [key, words[index]]),
  ) as Readonly<Record<K, string>>
}

/** Puts values into a text: `fill('共 {count} 条', {count: 3})`. */
export function fill(text: string, values: Readonly<Record<string, string | number>>): string {
  return text.replace(/\{(\w+)\}/g, (whole, name: string) => String(values[name] ?? whole))
}
