import { useQuery } from 'urql'
import { FilterBox } from '../../components/FilterBox.tsx'
import { FilterChoice } from '../../components/FilterChoice.tsx'
import { FilterText } from '../../components/FilterText.tsx'
import { LEVELS } from '../../core/labels.ts'
import { useWords, type Words } from '../../core/words.ts'
import { graphql } from '../../gql/graphql.ts'
import { useDocumentsAddress } from './documentsAddress.ts'

const WORDS = {
  text: ['标题中的字', 'Words of the title'],
  level: ['层级', 'Level'],
  within: ['地区（含下级）', 'Place and below'],
  issuer: ['发文机关', 'Issuer'],
  kind: ['文种', 'Kind (文种)'],
  issuedFrom: ['成文不早于', 'Issued from'],
  issuedUntil: ['成文不晚于', 'Issued until'],
  held: ['收录', 'Held'],
  valid: ['效力', 'In force'],
} as const satisfies Record<string, Words>

const HELD = { '1': ['已收录', 'Held'], '0': ['只被引用', 'Only cited'] } as const satisfies Record<
  string,
  Words
>
const VALID = { '1': ['现行有效', 'In force today'] } as const satisfies Record<string, Words>
const NAMES = [
  'text',
  'level',
  'within',
  'issuer',
  'kind',
  'issuedFrom',
  'issuedUntil',
  'held',
  'valid',
] as const

const PLACES = graphql(`
  query PlacesHeld {
    statistics {
      places
    }
  }
`)

/** What narrows the documents down; all of it stands in the address and is applied by the service. */
export function DocumentFilters() {
  const words = useWords(WORDS)
  const { shown, go } = useDocumentsAddress()
  const [{ data }] = useQuery({ query: PLACES })
  const text = (name: 'text' | 'within' | 'issuer' | 'kind', suggestions?: readonly string[]) => (
    <FilterText
      label={words[name]}
      value={shown(name)}
      onCommit={(value) => go({ [name]: value })}
      suggestions={suggestions}
    />
  )
  const day = (name: 'issuedFrom' | 'issuedUntil') => (
    <FilterText
      type="date"
      label={words[name]}
      value={shown(name)}
      onCommit={(value) => go({ [name]: value })}
    />
  )
  return (
    <FilterBox names={NAMES}>
      {text('text')}
      <FilterChoice
        label={words.level}
        table={LEVELS}
        value={shown('level')}
        onChoose={(level) => go({ level })}
      />
      {text('within', data?.statistics.places)}
      {text('issuer')}
      {text('kind')}
      {day('issuedFrom')}
      {day('issuedUntil')}
      <FilterChoice label={words.held} table={HELD} value={shown('held')} onChoose={(held) => go({ held })} />
      <FilterChoice
        label={words.valid}
        table={VALID}
        value={shown('valid')}
        onChoose={(valid) => go({ valid })}
      />
    </FilterBox>
  )
}
