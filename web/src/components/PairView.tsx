import { useMemo, useState } from 'react'
import { Link } from 'react-router'
import { useQuery } from 'urql'
import { ROLES } from '../core/labels.ts'
import { pathOf } from '../core/paths.ts'
import { fill, useWords, type Words } from '../core/words.ts'
import { Await } from './Await.tsx'
import { ClauseText } from './ClauseText.tsx'
import { bodyOf } from './clauseHeading.ts'
import { findCommonParts } from './commonParts.ts'
import { Enum } from './Enum.tsx'
import type { Mark } from './markText.ts'
import { PairEvidence } from './PairEvidence.tsx'
import { PairTargets } from './PairTargets.tsx'
import styles from './PairView.module.css'
import { PAIR, PAIR_LINK, type PairLink, type PairSide } from './pairQuery.ts'

const WORDS = {
  gone: [
    '这两条条款中有一条已不在库中，可能随文件更新而改变。',
    'One of these clauses is no longer held; its document may have been replaced.',
  ],
  common: ['共有文字', 'Shared wording'],
  noCommon: ['没有成句相同的文字。', 'No wording in common.'],
  commonCount: [
    '两条共有 {count} 处相同文字，共 {signs} 字，已在文中标亮。',
    '{count} passages of {signs} characters stand in both and are lit.',
  ],
  unlinked: ['系统没有在这两条之间建立对应关系。', 'No correspondence was found between these two clauses.'],
} as const satisfies Record<string, Words>

/**
 * Two clauses side by side: their words with what is common lit, why they are linked, and their targets compared.
 * @param clause id of one clause, shown first
 * @param other id of a clause of another document
 */
export function PairView({ clause, other }: { readonly clause: string; readonly other: string }) {
  const words = useWords(WORDS)
  const [asked, ask] = useQuery({ query: PAIR, variables: { clause, other } })
  return (
    <Await asked={asked} retry={() => ask({ requestPolicy: 'network-only' })}>
      {(pair) =>
        pair.clause === null || pair.other === null ? (
          <p role="status">{words.gone}</p>
        ) : (
          <Pair one={pair.clause} two={pair.other} />
        )
      }
    </Await>
  )
}

function Pair({ one, two }: { readonly one: PairSide; readonly two: PairSide }) {
  const words = useWords(WORDS)
  const [lit, light] = useState<string | null>(null)
  const [asked, ask] = useQuery({
    query: PAIR_LINK,
    variables: { clause: one.id, document: two.document.id },
  })
  const link = asked.data?.clause?.correspondences.find(({ other }) => other.id === two.id)
  const parts = useMemo(() => findCommonParts(one.span.quote, two.span.quote), [one, two])
  const sides = useMemo(() => {
    const label = words.common
    const ones = parts.map<Mark>(({ start, end }, index) => {
      const base = one.span.start
      return { id: `common ${index}`, kind: 'common', start: base + start, end: base + end, label }
    })
    const twos = parts.map<Mark>(({ otherStart, otherEnd }, index) => {
      const base = two.span.start
      return { id: `common ${index}`, kind: 'common', start: base + otherStart, end: base + otherEnd, label }
    })
    return {
      ones: [...ones, ...evidenceMarks(link, 'span')],
      twos: [...twos, ...evidenceMarks(link, 'otherSpan')],
    }
  }, [parts, link, one, two, words.common])
  const signs = parts.reduce((sum, { start, end }) => sum + end - start, 0)
  return (
    <div className={styles.pair}>
      <div className={styles.sides}>
        <Side side={one} marks={sides.ones} lit={lit} onLight={light} />
        <Side side={two} marks={sides.twos} lit={lit} onLight={light} />
      </div>
      <p className={styles.common}>
        {parts.length === 0 ? words.noCommon : fill(words.commonCount, { count: parts.length, signs })}
      </p>
      <Await asked={asked} retry={() => ask({ requestPolicy: 'network-only' })}>
        {() =>
          link === undefined ? (
            <p className={styles.common}>{words.unlinked}</p>
          ) : (
            <>
              <PairEvidence link={link} lit={lit} onLight={light} />
              {link.targets.length === 0 ? null : (
                <PairTargets link={link} one={nameOf(one)} two={nameOf(two)} />
              )}
            </>
          )
        }
      </Await>
    </div>
  )
}

function evidenceMarks(link: PairLink | undefined, side: 'span' | 'otherSpan'): readonly Mark[] {
  return (link?.evidence ?? []).flatMap<Mark>(({ reason: label, [side]: span }, index) =>
    span == null
      ? []
      : [{ id: `evidence ${index}`, kind: 'evidence', start: span.start, end: span.end, label }],
  )
}

function nameOf({ document }: PairSide): string {
  return [document.jurisdiction?.name, document.number ?? document.title].filter(Boolean).join(' ')
}

function Side({
  side,
  marks,
  lit,
  onLight,
}: {
  readonly side: PairSide
  readonly marks: readonly Mark[]
  readonly lit: string | null
  readonly onLight: (id: string | null) => void
}) {
  const { document, responsibilities } = side
  const { heading, bodyStart } = bodyOf(side.span.quote, side)
  const roles = (['LEAD', 'RESPONSIBLE', 'SUPPORT'] as const)
    .map((role) => ({ role, agencies: responsibilities.filter((each) => each.role === role) }))
    .filter(({ agencies }) => agencies.length > 0)
  return (
    <section className={styles.side} lang="zh-CN" aria-label={`${nameOf(side)} ${heading}`}>
      <p className={styles.document}>
        {document.jurisdiction === null ? null : <strong>{document.jurisdiction.name}</strong>}
        <Link to={pathOf(document.id)} title={document.title}>
          {document.number ?? document.title}
        </Link>
        <span className={styles.date}>{document.issuedOn}</span>
      </p>
      <p className={styles.heading}>
        <Link to={pathOf(side.id)}>{heading}</Link>
      </p>
      <ClauseText
        text={side.span.quote.slice(bodyStart)}
        base={side.span.start + bodyStart}
        marks={marks}
        lit={lit}
        onLight={onLight}
        className={styles.words}
      />
      <dl className={styles.roles}>
        {roles.map(({ role, agencies }) => (
          <div key={role}>
            <dt>
              <Enum table={ROLES} value={role} />
            </dt>
            <dd>
              {agencies.map(({ agency }) => (
                <Link key={agency.id} to={pathOf(agency.id)}>
                  {agency.name}
                </Link>
              ))}
            </dd>
          </div>
        ))}
      </dl>
    </section>
  )
}
