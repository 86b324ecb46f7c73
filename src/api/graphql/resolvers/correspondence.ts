import { evidenceOf } from '../../../service/correspondenceEvidence.ts'
import { alignRoles } from '../../../service/correspondenceRoles.ts'
import { targetsOf } from '../../../service/correspondenceTargets.ts'
import { sharedWordingOf, wordingBandOf } from '../../../service/correspondenceWording.ts'
import type { StrictResolvers } from '../strictResolvers.ts'

export const correspondenceResolvers = {
  Correspondence: {
    id: ({ edge }) => edge.id,
    degree: ({ edge }) => edge.degree,
    score: ({ edge }) => edge.score,
    basis: ({ review }) => (review?.verdict === 'CONFIRMED' ? 'REVIEWED' : 'INFERRED'),
    evidence: (link, _args, { scope }) => evidenceOf(scope, link),
    sharedWording: (link) => sharedWordingOf(link),
    wording: (link) => wordingBandOf(sharedWordingOf(link)),
    targets: (link, _args, { scope }) => targetsOf(scope, link),
    leads: (link, _args, { scope }) => alignRoles(scope, link),
  },
} satisfies Partial<StrictResolvers>
