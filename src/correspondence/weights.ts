/** The signals of a pair of clauses that are weighed, in the order of WEIGHTS. */
export interface Signals {
  /** Aligned windows, cosine −1 to 1. */
  readonly meaning: number
  /** Shared specific wording, 0 to 1. */
  readonly wording: number
  /** How far below the best of either clause's pairs, in units of affinity; at most 0. */
  readonly standing: number
  /** 1 where leading bodies have the same function, else 0. */
  readonly leads: number
}

/**
 * Logistic regression over all pairs of clauses of the labelled documents (`npm run quality` fits it again and prints both;
 * `docs/correspondence.md` tells how), rounded.
 */
export const WEIGHTS: Readonly<Record<keyof Signals | 'bias', number>> = {
  bias: -11.43,
  meaning: 8.9,
  wording: 17.34,
  standing: 0.302,
  leads: 1.225,
}

/** Means over the labelled pairs: what a signal adds to a score is counted from here. */
export const ORDINARY: Signals = { meaning: 0.645, wording: 0.123, standing: -7.65, leads: 0 }

/**
 * Affinity ranks the pairs of two documents among themselves: the best windows and the wording, each by its spread over the
 * labelled pairs (0.065 and 0.08), the wording a fifth more.
 */
export const AFFINITY = { bestWindow: 15.4, wording: 15 } as const

/** A pair is linked from here on: of those just below, one in ten proved right in cross-validation. */
export const LINK_SCORE = 0.24
/** From here on the same measure is likelier than only the same topic. */
export const MEASURE_SCORE = 0.5
/** Links of one clause to one document: the labels know no clause with more than four counterparts in one. */
export const LINKS_PER_CLAUSE = 4

/**
 * Documents of different fields: general clauses (加强组织领导, 强化资金保障) are alike in all of them and mean nothing.
 * Cosine of two documents' mean directions: nearly all pairs of one field lie at 0.89 and above, nearly all that share
 * nothing below 0.82 (shipped and invented documents). In between are neighbouring fields (保障性住房 and 养老), some of whose clauses correspond.
 */
export const SAME_FIELD = 0.89
export const OTHER_FIELD = 0.82
/** Subtracted from the logit: only a clause that was copied nearly whole is linked all the same. */
export const OTHER_FIELD_PENALTY = 10

/** 0 for documents of one field, the whole penalty for documents of different ones, in between by the square of the distance. A chain of citations outweighs it. */
export function fieldPenalty(fieldSimilarity: number, isChained: boolean): number {
  if (isChained) return 0
  const distance = (SAME_FIELD - fieldSimilarity) / (SAME_FIELD - OTHER_FIELD)
  return OTHER_FIELD_PENALTY * Math.min(1, Math.max(0, distance)) ** 2
}

/** The probability, 0 to 1. */
export function weigh(signals: Signals, penalty: number): number {
  const logit =
    WEIGHTS.bias +
    WEIGHTS.meaning * signals.meaning +
    WEIGHTS.wording * signals.wording +
    WEIGHTS.standing * signals.standing +
    WEIGHTS.leads * signals.leads -
    penalty
  return 1 / (1 + Math.exp(-logit))
}
