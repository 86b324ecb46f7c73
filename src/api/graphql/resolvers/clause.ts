import { citeClause } from '../../../service/cite.ts'
import { listCorrespondences } from '../../../service/correspondences.ts'
import { findSimilar } from '../../../service/search.ts'
import { pageUrl } from '../../../service/urls.ts'
import type { StrictResolvers } from '../strictResolvers.ts'

export const clauseResolvers = {
  Clause: {
    span: ({ span, documentId }) => ({ span, documentId }),
    document: ({ documentId }, _args, { scope }) => scope.read.get('DOCUMENT', documentId),
    section: ({ sectionId }, _args, { scope }) =>
      sectionId === null ? null : scope.read.find('SECTION', sectionId),
    parent: ({ parentId }, _args, { scope }) =>
      parentId === null ? null : scope.read.find('CLAUSE', parentId),
    children: ({ id }, _args, { scope }) => scope.read.children('CLAUSE', 'ITEMS_OF_CLAUSE', id),
    responsibilities: async ({ id }, { role, origin }, { scope }) => {
      const edges = await scope.read.responsibilitiesOfClause(id)
      return edges.filter(
        (edge) => (role == null || edge.role === role) && (origin == null || edge.origin === origin),
      )
    },
    ledger: ({ id }, _args, { scope }) => scope.read.children('LEDGER_ROW', 'LEDGER_OF_CLAUSE', id),
    citations: ({ id }, _args, { scope }) => scope.read.citationsOfClause(id),
    targets: ({ id }, _args, { scope }) => scope.read.children('TARGET', 'TARGETS_OF_CLAUSE', id),
    productTypes: async ({ id }, _args, { scope }) => {
      const { about } = await scope.read.products(id)
      return scope.read.list(
        'PRODUCT_TYPE',
        about.map((edge) => edge.productTypeId),
      )
    },
    productMentions: async ({ id, documentId }, _args, { scope }) => {
      const { mentions } = await scope.read.products(id)
      return Promise.all(
        mentions.map(async (mention) => ({
          mention,
          documentId,
          productType: await scope.read.get('PRODUCT_TYPE', mention.productTypeId),
        })),
      )
    },
    correspondences: (clause, args, { scope }) => listCorrespondences(scope, clause, args),
    similar: ({ id }, { first }, { scope }) => findSimilar(scope, id, first),
    url: ({ id }, _args, { scope }) => pageUrl(scope.baseUrl, id),
    reference: (clause, _args, { scope }) => citeClause(scope, clause),
  },
  ProductMention: {
    span: ({ mention, documentId }) => ({ span: mention.span, documentId }),
  },
  Responsibility: {
    agency: ({ agencyId }, _args, { scope }) => scope.read.get('AGENCY', agencyId),
    clause: ({ clauseId }, _args, { scope }) => scope.read.get('CLAUSE', clauseId),
    span: ({ span, documentId }) => ({ span, documentId }),
    mentions: ({ mentions, documentId }) => mentions.map((mention) => ({ mention, documentId })),
  },
  RoleMention: {
    role: ({ mention }) => mention.role,
    printed: ({ mention }) => mention.printed,
    span: ({ mention, documentId }) => ({ span: mention.span, documentId }),
    origin: ({ mention }) => mention.origin,
    scope: ({ mention }) => mention.scope,
    deadline: ({ mention }) => mention.deadline,
  },
} satisfies Partial<StrictResolvers>
