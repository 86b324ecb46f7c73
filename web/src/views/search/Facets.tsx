import { Link, useSearchParams } from 'react-router'
import { LEVELS, ROLES, VALIDITIES } from '../../core/labels.ts'
import { useFolding } from '../../core/useFolding.ts'
import { fill, useWords, type Words } from '../../core/words.ts'
import styles from './Facets.module.css'
import { type Choice, choicesOf, FACET_CONDITIONS, type Facet, type FacetField } from './facetLinks.ts'
import { changed, readAddress, searchTo } from './searchAddress.ts'

const WORDS = {
  narrow: ['缩小范围', 'Narrow down'],
  LEVEL: ['层级', 'Level'],
  PLACE: ['地区', 'Place'],
  YEAR: ['成文年份', 'Year of issue'],
  VALIDITY: ['效力', 'In force'],
  PRODUCT_TYPE: ['产品类型', 'Product type'],
  AGENCY: ['部门', 'Agency'],
  role: ['担任', 'Role'],
  more: ['另有 {count} 个', '{count} more'],
  below: ['含下级地区', 'Places below too'],
} as const satisfies Record<string, Words>

/** Values shown of a facet; the rest folds out. */
const SHOWN = 6
const FIELDS = Object.keys(FACET_CONDITIONS) as readonly FacetField[]

/** What the hits can be narrowed down by, with the number of clauses that would stay. */
export function Facets({ facets }: { readonly facets: readonly Facet[] }) {
  const words = useWords(WORDS)
  const { details } = useFolding(60)
  if (facets.every(({ values }) => values.length === 0)) return <div />
  return (
    <details className={styles.facets} {...details} data-screen-only>
      <summary>
        <h2>{words.narrow}</h2>
      </summary>
      {FIELDS.map((field) => (
        <FacetGroup key={field} field={field} facets={facets} />
      ))}
    </details>
  )
}

function FacetGroup({ field, facets }: { readonly field: FacetField; readonly facets: readonly Facet[] }) {
  const words = useWords(WORDS)
  const [parameters] = useSearchParams()
  const address = readAddress(parameters)
  const choices = choicesOf(facets, field, address)
  if (choices.length === 0) return null
  return (
    <section className={styles.group} aria-label={words[field]}>
      <h3>{words[field]}</h3>
      {field === 'AGENCY' ? <RoleLinks /> : null}
      <ChoiceList field={field} choices={choices.slice(0, SHOWN)} />
      {choices.length > SHOWN ? (
        <details className={styles.more}>
          <summary>{fill(words.more, { count: choices.length - SHOWN })}</summary>
          <ChoiceList field={field} choices={choices.slice(SHOWN)} />
        </details>
      ) : null}
      {field === 'PLACE' && address.place !== '' ? (
        <Link
          className={styles.toggle}
          to={searchTo(changed(parameters, { below: address.below ? null : '1' }))}
          aria-current={address.below ? 'true' : undefined}
        >
          {words.below}
        </Link>
      ) : null}
    </section>
  )
}

function ChoiceList({ field, choices }: { readonly field: FacetField; readonly choices: readonly Choice[] }) {
  const levels: Readonly<Record<string, string>> = useWords(LEVELS)
  const validities: Readonly<Record<string, string>> = useWords(VALIDITIES)
  const [parameters] = useSearchParams()
  const name = ({ value, label }: Choice) =>
    (field === 'LEVEL' ? levels[value] : field === 'VALIDITY' ? validities[value] : undefined) ?? label
  return (
    <ul className={styles.choices}>
      {choices.map((choice) => (
        <li key={choice.value}>
          <Link
            to={searchTo(
              changed(parameters, {
                [FACET_CONDITIONS[field]]: choice.next,
                ...(field === 'PLACE' && choice.next === null ? { below: null } : {}),
              }),
            )}
            aria-current={choice.chosen ? 'true' : undefined}
          >
            <span className={styles.name}>{name(choice)}</span>
            <span className={styles.count}>{choice.chosen ? '✕' : choice.count}</span>
          </Link>
        </li>
      ))}
    </ul>
  )
}

/** In which role somebody, or the chosen agency, takes part. */
function RoleLinks() {
  const words = useWords(WORDS)
  const roles = useWords(ROLES)
  const [parameters] = useSearchParams()
  const { role } = readAddress(parameters)
  return (
    <ul className={styles.roles} aria-label={words.role}>
      {(Object.keys(ROLES) as (keyof typeof ROLES)[]).map((each) => (
        <li key={each}>
          <Link
            to={searchTo(changed(parameters, { role: role === each ? null : each }))}
            aria-current={role === each ? 'true' : undefined}
          >
            {roles[each]}
          </Link>
        </li>
      ))}
    </ul>
  )
}
