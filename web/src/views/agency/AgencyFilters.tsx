import { useQuery } from 'urql'
import { FilterBox } from '../../components/FilterBox.tsx'
import { FilterChoice } from '../../components/FilterChoice.tsx'
import { FilterText } from '../../components/FilterText.tsx'
import { AGENCY_KINDS, LEVELS } from '../../core/labels.ts'
import { useWords, type Words } from '../../core/words.ts'
import { graphql } from '../../gql/graphql.ts'
import { FILTERS, useAgenciesAddress } from './agenciesAddress.ts'
import type { Agency } from './agenciesQuery.ts'

const WORDS = {
  name: ['名称含', 'Name contains'],
  function: ['职能', 'Function'],
  functionHint: ['如 科技、医保', 'e.g. 科技'],
  level: ['层级', 'Level'],
  within: ['地区（含下级）', 'Place (and below)'],
  kind: ['类别', 'Kind'],
} as const satisfies Record<string, Words>

const CHOICES = graphql(`
  query AgencyChoices {
    statistics {
      places
    }
  }
`)

/** @param agencies those listed: their functions are suggested */
export function AgencyFilters({ agencies }: { readonly agencies: readonly Agency[] }) {
  const words = useWords(WORDS)
  const { shown, go } = useAgenciesAddress()
  const [{ data }] = useQuery({ query: CHOICES })
  const functions = [...new Set(agencies.flatMap((agency) => agency.function ?? []))]
  return (
    <FilterBox names={FILTERS}>
      <FilterText label={words.name} value={shown('name')} onCommit={(name) => go({ name })} />
      <FilterText
        label={words.function}
        value={shown('function')}
        placeholder={words.functionHint}
        suggestions={functions}
        onCommit={(charge) => go({ function: charge })}
      />
      <FilterChoice
        label={words.level}
        table={LEVELS}
        value={shown('level')}
        onChoose={(level) => go({ level })}
      />
      <FilterText
        label={words.within}
        value={shown('within')}
        suggestions={data?.statistics.places ?? []}
        onCommit={(within) => go({ within })}
      />
      <FilterChoice
        label={words.kind}
        table={AGENCY_KINDS}
        value={shown('kind')}
        onChoose={(kind) => go({ kind })}
      />
    </FilterBox>
  )
}
