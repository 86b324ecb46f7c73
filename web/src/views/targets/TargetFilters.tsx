import { useQuery } from 'urql'
import { FilterBox } from '../../components/FilterBox.tsx'
import { FilterChoice } from '../../components/FilterChoice.tsx'
import { FilterText } from '../../components/FilterText.tsx'
import { TARGET_KINDS } from '../../core/labels.ts'
import { useWords, type Words } from '../../core/words.ts'
import { graphql } from '../../gql/graphql.ts'
import { FILTERS, type FilterName, useTargetsAddress } from './targetsAddress.ts'

const WORDS = {
  metric: ['指标含', 'Metric contains'],
  metricHint: ['如 用时、奖励', 'e.g. 用时'],
  kind: ['类别', 'Kind'],
  within: ['地区（含下级）', 'Place (and below)'],
  agency: ['参与部门', 'Agency taking part'],
  productType: ['产品类别', 'Product type'],
  deadlineFrom: ['期限不早于', 'Due from'],
  deadlineUntil: ['期限不晚于', 'Due until'],
  document: ['只看文件', 'Only the document'],
} as const satisfies Record<string, Words>

const CHOICES = graphql(`
  query TargetChoices {
    statistics {
      places
    }
    productTypes {
      name
    }
  }
`)

export function TargetFilters() {
  const words = useWords(WORDS)
  const { shown, go } = useTargetsAddress()
  const [{ data }] = useQuery({ query: CHOICES })
  const filter = (name: FilterName, rest: Partial<Parameters<typeof FilterText>[0]> = {}) => (
    <FilterText
      label={words[name]}
      value={shown(name)}
      onCommit={(value) => go({ [name]: value })}
      {...rest}
    />
  )
  return (
    <FilterBox names={FILTERS}>
      {filter('metric', { placeholder: words.metricHint })}
      <FilterChoice
        label={words.kind}
        table={TARGET_KINDS}
        value={shown('kind')}
        onChoose={(kind) => go({ kind })}
      />
      {filter('within', { suggestions: data?.statistics.places ?? [] })}
      {filter('agency')}
      {filter('productType', { suggestions: data?.productTypes.map(({ name }) => name) ?? [] })}
      {filter('deadlineFrom', { type: 'date' })}
      {filter('deadlineUntil', { type: 'date' })}
      {shown('document') === '' ? null : filter('document')}
    </FilterBox>
  )
}
