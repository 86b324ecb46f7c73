import { Link } from 'react-router'
import { useQuery } from 'urql'
import { useAllPages } from '../core/allPages.ts'
import { LEVELS } from '../core/labels.ts'
import { graphPath, pathOf } from '../core/paths.ts'
import { fill, useWords, type Words } from '../core/words.ts'
import { AgencyDuties } from './AgencyDuties.tsx'
import { AgencyLedger } from './AgencyLedger.tsx'
import styles from './AgencyProfile.module.css'
import { AgencyTimeline } from './AgencyTimeline.tsx'
import { Await } from './Await.tsx'
import { AGENCY, type AgencyFacts, type Duty, MAX_DUTIES, readDuties } from './agencyQuery.ts'
import { Enum } from './Enum.tsx'
import { PageTitle } from './PageTitle.tsx'

const WORDS = {
  gone: ['库中没有这个部门。', 'The corpus has no such agency.'],
  search: ['查找部门', 'Find an agency'],
  officialName: ['全称', 'Statutory name'],
  aliases: ['又称', 'Also called'],
  function: ['职能', 'Function'],
  place: ['所属地区', 'Place'],
  parent: ['隶属', 'Part of'],
  departments: ['内设机构', 'Departments'],
  counterparts: ['对口部门（{count}）', 'Counterparts ({count})'],
  noCounterparts: ['库中没有职能相同的其他部门。', 'No other agency of the corpus has the same function.'],
  unknownFunction: ['职能不详，无法对口。', 'Its function is not known, so no counterparts can be named.'],
  sameFunction: ['各地职能“{function}”的部门', 'Agencies in charge of {function} everywhere'],
  documents: ['印发的文件（{count}）', 'Documents issued ({count})'],
  graph: ['在图谱中看', 'Show in the graph'],
  CLASS: ['一类单位，不是一个机构', 'a class of bodies, not one body'],
  DEPARTMENT: ['内设机构', 'internal department'],
} as const satisfies Record<string, Words>

/** All that the corpus says of an agency: names, duties by role, counterparts of other places, when, and its ledger rows. */
export function AgencyProfile({ id }: { readonly id: string }) {
  const words = useWords(WORDS)
  const [asked, ask] = useQuery({ query: AGENCY, variables: { id } })
  return (
    <Await asked={asked} retry={() => ask({ requestPolicy: 'network-only' })}>
      {({ agency }) =>
        agency === null ? (
          <p>
            {words.gone} <Link to="/agencies">{words.search}</Link>
          </p>
        ) : (
          <Profile agency={agency} />
        )
      }
    </Await>
  )
}

function Profile({ agency }: { readonly agency: AgencyFacts }) {
  const words = useWords(WORDS)
  const duties = useAllPages<Duty>(
    agency.id,
    (client, after) => readDuties(client, agency.id, after),
    MAX_DUTIES,
  )
  return (
    <article className={styles.profile}>
      <PageTitle of={agency.name} />
      <header className={styles.head}>
        <h1>{agency.name}</h1>
        {agency.kind === 'BODY' ? null : <p className={styles.kind}>{words[agency.kind]}</p>}
        <Names agency={agency} />
        <p className={styles.links}>
          <Link to={graphPath(agency.id)}>{words.graph}</Link>
        </p>
      </header>
      <div className={styles.main}>
        <Await asked={duties} retry={duties.retry}>
          {({ items, total }) => <AgencyDuties name={agency.name} duties={items} total={total} />}
        </Await>
        {agency.ledger.length === 0 ? null : <AgencyLedger agencyId={agency.id} rows={agency.ledger} />}
      </div>
      <div className={styles.aside}>
        {duties.data === undefined ? null : <AgencyTimeline duties={duties.data.items} />}
        <Counterparts agency={agency} />
        <Documents agency={agency} />
      </div>
    </article>
  )
}

function Names({ agency }: { readonly agency: AgencyFacts }) {
  const words = useWords(WORDS)
  const { officialName, aliases, jurisdiction, parent, departments } = agency
  const others = aliases.filter((alias) => alias !== agency.name && alias !== officialName)
  return (
    <dl className={styles.names}>
      {officialName === null || officialName === agency.name ? null : (
        <div>
          <dt>{words.officialName}</dt>
          <dd>{officialName}</dd>
        </div>
      )}
      {others.length === 0 ? null : (
        <div>
          <dt>{words.aliases}</dt>
          <dd>{others.join('、')}</dd>
        </div>
      )}
      {agency.function === null ? null : (
        <div>
          <dt>{words.function}</dt>
          <dd>{agency.function}</dd>
        </div>
      )}
      {jurisdiction === null ? null : (
        <div>
          <dt>{words.place}</dt>
          <dd>
            <Link to={pathOf(jurisdiction.id)}>{jurisdiction.name}</Link>
          </dd>
        </div>
      )}
      {parent === null ? null : (
        <div>
          <dt>{words.parent}</dt>
          <dd>
            <Link to={pathOf(parent.id)}>{parent.name}</Link>
          </dd>
        </div>
      )}
      {departments.length === 0 ? null : (
        <div>
          <dt>{words.departments}</dt>
          <dd className={styles.departments}>
            {departments.map((department) => (
              <Link key={department.id} to={pathOf(department.id)}>
                {shortName(department.name, agency.name)}
              </Link>
            ))}
          </dd>
        </div>
      )}
    </dl>
  )
}

/** A department without the name of its body, which stands above. */
const shortName = (name: string, body: string): string =>
  name.startsWith(body) && name.length > body.length ? name.slice(body.length) : name

function Counterparts({ agency }: { readonly agency: AgencyFacts }) {
  const words = useWords(WORDS)
  const { edges, totalCount } = agency.counterparts
  const nodes = edges.map(({ node }) => node)
  const levels = Object.keys(LEVELS) as (keyof typeof LEVELS)[]
  return (
    <section>
      <h2>{fill(words.counterparts, { count: totalCount })}</h2>
      {agency.function === null ? (
        <p className={styles.soft}>{words.unknownFunction}</p>
      ) : nodes.length === 0 ? (
        <p className={styles.soft}>{words.noCounterparts}</p>
      ) : (
        <dl className={styles.levels}>
          {levels.map((level) => {
            const own = nodes.filter(({ jurisdiction }) => jurisdiction?.level === level)
            if (own.length === 0) return null
            return (
              <div key={level}>
                <dt>
                  <Enum table={LEVELS} value={level} />
                </dt>
                <dd>
                  {own.map(({ id, name }) => (
                    <Link key={id} to={pathOf(id)}>
                      {name}
                    </Link>
                  ))}
                </dd>
              </div>
            )
          })}
        </dl>
      )}
      {agency.function === null ? null : (
        <p className={styles.links}>
          <Link to={`/agencies?function=${encodeURIComponent(agency.function)}`}>
            {fill(words.sameFunction, { function: agency.function })}
          </Link>
        </p>
      )}
    </section>
  )
}

function Documents({ agency: { documents } }: { readonly agency: AgencyFacts }) {
  const words = useWords(WORDS)
  if (documents.totalCount === 0) return null
  return (
    <section>
      <h2>{fill(words.documents, { count: documents.totalCount })}</h2>
      <ul className={styles.documents}>
        {documents.edges.map(({ node }) => (
          <li key={node.id}>
            <Link to={pathOf(node.id)}>{node.title}</Link>
            <span className={styles.soft}>
              {[node.number, node.issuedOn].filter((fact) => fact != null).join(' · ')}
            </span>
          </li>
        ))}
      </ul>
    </section>
  )
}
