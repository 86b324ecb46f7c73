import { useWords, type Words } from '../core/words.ts'

/** The name of a value of one of the tables in `core/labels.ts`; a value that is not there shows as it is. */
export function Enum<K extends string>({
  table,
  value,
}: {
  readonly table: Readonly<Record<K, Words>>
  readonly value: K | string
}) {
  const words: Readonly<Record<string, string>> = useWords(table)
  return words[value] ?? value
}
