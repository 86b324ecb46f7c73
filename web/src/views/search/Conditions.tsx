import { useSearchParams } from 'react-router'
import { useQuery } from 'urql'
import { Chip } from '../../components/Chip.tsx'
import { LEVELS, ROLES } from '../../core/labels.ts'
import { fill, useWords, type Words } from '../../core/words.ts'
import styles from './Conditions.module.css'
import { FACET_CONDITIONS, placesNamed } from './facetLinks.ts'
import { type ReadCondition, withoutCondition } from './interpretation.ts'
import { CONDITIONS, type Condition, changed, cleared, readAddress, searchTo } from './searchAddress.ts'
import { DOCUMENT_NAME, type Found } from './searchQuery.ts'

const WORDS = {
  conditions: ['已用的条件与理解', 'Conditions and what was understood'],
  remove: ['去掉条件：{what}', 'Remove the condition: {what}'],
  clear: ['全部去掉', 'Clear all'],
  valid: ['现行有效', 'In force'],
  year: ['{value} 年', '{value}'],
  document: ['只在：{value}', 'Only in {value}'],
  implementing: ['落实：{value}', 'Implementing {value}'],
  below: ['{value}及下级', '{value} and below'],
  notRead: ['取自问题的条件“{what}”：去掉', 'Read from the question: {what}. Remove it'],
  named: ['{kind}：{value}', '{kind}: {value}'],
  literal: ['不从问题里读条件', 'No conditions read from the question'],
  readAgain: ['重新从问题里读条件', 'Read conditions from the question again'],
  only: ['只看{place}（{count}）', 'Only {place} ({count})'],
} as const satisfies Record<string, Words>

/** What the service reads conditions on. */
const KINDS = {
  AGENCY: ['部门', 'Agency'],
  PLACE: ['地区', 'Place'],
  LEVEL: ['层级', 'Level'],
  DATE: ['成文日期', 'Issued'],
  DOCUMENT: ['文件', 'Document'],
} as const satisfies Record<string, Words>

/** The conditions that are on, each to be taken away, and what the service understood of the question. */
export function Conditions({ found }: { readonly found: Found }) {
  const words = useWords(WORDS)
  const [parameters] = useSearchParams()
  const address = readAddress(parameters)
  const on = CONDITIONS.filter((condition) => address[condition] !== '')
  const kinds = useWords(KINDS)
  const { conditions: read, asides } = found
  const named = address.place === '' ? placesNamed(asides, found.facets) : []
  if (on.length + read.length + asides.length === 0 && !address.literal) return null
  const withoutRead = (condition: ReadCondition) => {
    const query = withoutCondition(address.query, condition, read)
    return searchTo(changed(parameters, query === null ? { literal: '1' } : { q: query }))
  }
  return (
    <ul className={styles.conditions} aria-label={words.conditions}>
      {on.map((condition) => (
        <li key={condition}>
          <ConditionChip condition={condition} found={found} />
        </li>
      ))}
      {on.length > 1 ? (
        <li>
          <Chip to={searchTo(cleared(parameters))}>{words.clear}</Chip>
        </li>
      ) : null}
      {read.map((condition) => {
        const what = fill(words.named, { kind: kinds[condition.kind], value: condition.value })
        return (
          <li key={condition.kind}>
            <Chip removes to={withoutRead(condition)} label={fill(words.notRead, { what })}>
              {what}
            </Chip>
          </li>
        )
      })}
      {address.literal ? (
        <li>
          <Chip removes to={searchTo(changed(parameters, { literal: null }))} label={words.readAgain}>
            {words.literal}
          </Chip>
        </li>
      ) : null}
      {asides.map((sentence) => (
        <li key={sentence} className={styles.sentence} lang="zh-CN">
          {sentence}
        </li>
      ))}
      {named.map(({ value, label, count }) => (
        <li key={value}>
          <Chip to={searchTo(changed(parameters, { place: value }))}>
            {fill(words.only, { place: label, count })}
          </Chip>
        </li>
      ))}
    </ul>
  )
}

function ConditionChip({ condition, found }: { readonly condition: Condition; readonly found: Found }) {
  const words = useWords(WORDS)
  const [parameters] = useSearchParams()
  const name = useConditionName(condition, found)
  const gone = condition === 'place' ? { place: null, below: null } : { [condition]: null }
  return (
    <Chip removes to={searchTo(changed(parameters, gone))} label={fill(words.remove, { what: name })}>
      {name}
    </Chip>
  )
}

/** What a condition is called: as its facet has it, else as the address has it. */
function useConditionName(condition: Condition, found: Found): string {
  const words = useWords(WORDS)
  const levels: Readonly<Record<string, string>> = useWords(LEVELS)
  const roles: Readonly<Record<string, string>> = useWords(ROLES)
  const [parameters] = useSearchParams()
  const address = readAddress(parameters)
  const value = address[condition]
  const ofDocument = condition === 'document' || condition === 'implementing'
  const [{ data }] = useQuery({ query: DOCUMENT_NAME, variables: { id: value }, pause: !ofDocument })
  if (condition === 'level') return levels[value] ?? value
  if (condition === 'role') return roles[value] ?? value
  if (condition === 'valid') return words.valid
  if (condition === 'year') return fill(words.year, { value })
  if (ofDocument) return fill(words[condition], { value: data?.document?.title ?? value })
  const field = Object.entries(FACET_CONDITIONS).find(([, each]) => each === condition)?.[0]
  const values = found.facets.find((facet) => facet.field === field)?.values
  const name = values?.find((each) => each.value === value)?.label ?? value.split('/').at(-1) ?? value
  return condition === 'place' && address.below ? fill(words.below, { value: name }) : name
}
