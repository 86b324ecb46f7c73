import { useState } from 'react'
import { Link } from 'react-router'
import { fill, useWords, type Words } from '../core/words.ts'
import styles from './FactList.module.css'
import type { MarkKind } from './markText.ts'

const WORDS = {
  all: ['显示全部 {count} 项', 'Show all {count}'],
} as const satisfies Record<string, Words>

/** Facts of a group that are shown at once: a clause may name fifty agencies. */
const SHOWN = 8

export interface Fact {
  /** The same as of its marks in the text. */
  readonly id: string
  readonly label: string
  readonly note?: string | undefined
  readonly href?: string | undefined
}

export interface FactGroup {
  readonly title: string
  readonly kind: MarkKind
  readonly facts: readonly Fact[]
}

/** What was read in a text, by kind. Pointing at a fact, or reaching it by keyboard, lights its words. */
export function FactList({
  groups,
  lit,
  onLight,
  label,
}: {
  readonly groups: readonly FactGroup[]
  readonly lit: string | null
  readonly onLight: (id: string | null) => void
  readonly label: string
}) {
  return (
    <dl className={styles.facts} aria-label={label}>
      {groups.map((group) => (
        <Group key={group.title} group={group} lit={lit} onLight={onLight} />
      ))}
    </dl>
  )
}

function Group({
  group: { title, kind, facts },
  lit,
  onLight,
}: {
  readonly group: FactGroup
  readonly lit: string | null
  readonly onLight: (id: string | null) => void
}) {
  const words = useWords(WORDS)
  const [all, showAll] = useState(false)
  const shown = all ? facts : facts.slice(0, SHOWN)
  return (
    <div className={styles.group} data-kind={kind}>
      <dt>{title}</dt>
      {shown.map((fact) => (
        <dd
          key={fact.id}
          data-lit={fact.id === lit || undefined}
          onMouseEnter={() => onLight(fact.id)}
          onMouseLeave={() => onLight(null)}
        >
          <FactName fact={fact} on={() => onLight(fact.id)} off={() => onLight(null)} />
          {fact.note === undefined ? null : <span className={styles.note}>{fact.note}</span>}
        </dd>
      ))}
      {facts.length > shown.length ? (
        <dd>
          <button type="button" className={styles.more} onClick={() => showAll(true)}>
            {fill(words.all, { count: facts.length })}
          </button>
        </dd>
      ) : null}
    </div>
  )
}

function FactName({
  fact,
  on,
  off,
}: {
  readonly fact: Fact
  readonly on: () => void
  readonly off: () => void
}) {
  if (fact.href !== undefined) {
    return (
      <Link to={fact.href} onFocus={on} onBlur={off}>
        {fact.label}
      </Link>
    )
  }
  return (
    <button type="button" onFocus={on} onBlur={off} onClick={on}>
      {fact.label}
    </button>
  )
}
