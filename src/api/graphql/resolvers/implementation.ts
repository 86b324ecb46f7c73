import type { GraphQLResolveInfo } from 'graphql'
import { firstMoverOf } from '../../../service/implementationFirst.ts'
import { type MatrixArguments, readMatrix } from '../../../service/implementationMatrix.ts'
import { connectList } from '../../../service/page.ts'
import type { Scope } from '../../../service/scope.ts'
import { exportUrl } from '../../../service/urls.ts'
import { validityOf } from '../../../service/validity.ts'
import { argumentsOfChild } from '../selections.ts'
import type { StrictResolvers } from '../strictResolvers.ts'
import type { MatrixValue } from '../values.ts'

export const implementationResolvers = {
  ImplementationMatrix: {
    upper: ({ matrix }) => matrix.upper,
    columns: ({ shown }) => shown,
    rows: ({ matrix, shown }) => matrix.rows(shown.edges.map(({ node }) => node)),
    exportUrl: ({ args }, _args, { scope }) => exportUrl(scope.baseUrl, args),
  },
  ImplementationColumn: {
    additions: (column) => column.additions(),
    validity: ({ document }, { on }, { scope }) => validityOf(scope, document, on ?? scope.today()),
  },
  ImplementationCell: { nearest: (cell) => cell.nearest() },
  ImplementationRow: {
    firstMover: ({ clause, cells }, { degree }, { scope }) => {
      const links = cells.flatMap(({ correspondences }) => correspondences)
      return firstMoverOf(
        scope,
        clause,
        links.filter(({ edge }) => degree == null || edge.degree === degree),
      )
    },
  },
} satisfies Partial<StrictResolvers>

/** The rows show the page of columns that stands beside them in the query, so its arguments are read beforehand. */
export async function openMatrix(
  scope: Scope,
  args: MatrixArguments,
  info: GraphQLResolveInfo,
): Promise<MatrixValue> {
  const matrix = await readMatrix(scope, args)
  const page = argumentsOfChild(info, 'columns')
  return { matrix, args, shown: connectList(matrix.columns, ({ document }) => document.id, page, 50) }
}
