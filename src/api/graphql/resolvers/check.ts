import type { StrictResolvers } from '../strictResolvers.ts'

/** Quotations and answers that are checked against the corpus. */
export const checkResolvers = {
  QuoteCheck: {
    verdict: ({ verdict }) => verdict,
    matches: ({ matches }) => [...matches],
  },
  QuoteMatch: {
    clause: ({ clause }) => clause,
    span: ({ clause, span }) => ({ span, documentId: clause.documentId }),
    similarity: ({ similarity }) => similarity,
  },
  TextCheck: {
    findings: ({ findings }) => [...findings],
    wrong: ({ wrong }) => wrong,
  },
  Finding: {
    kind: ({ kind }) => kind,
    start: ({ span }) => span.start,
    end: ({ span }) => span.end,
    quote: ({ quote }) => quote,
    verdict: ({ verdict }) => verdict,
    match: ({ match }) => match,
    faults: ({ faults }) => [...faults],
    evidence: ({ evidence }) => [...evidence],
    differences: ({ differences }) => [...differences],
    message: ({ message }) => message,
  },
  Fault: {
    kind: ({ kind }) => kind,
    start: ({ span }) => span.start,
    end: ({ span }) => span.end,
    found: ({ found }) => found,
    expected: ({ expected }) => expected,
    message: ({ message }) => message,
  },
  CheckEvidence: {
    document: ({ document }, _args, { scope }) => scope.read.get('DOCUMENT', document.id),
    clause: ({ clause }, _args, { scope }) => (clause === null ? null : scope.read.get('CLAUSE', clause.id)),
    span: ({ span, document }) => (span === null ? null : { span, documentId: document.id }),
    similarity: ({ similarity }) => similarity,
  },
  Difference: {
    start: ({ span }) => span.start,
    end: ({ span }) => span.end,
    found: ({ found }) => found,
    expected: ({ expected }) => expected,
  },
} satisfies Partial<StrictResolvers>
