import { PageTitle } from '../../components/PageTitle.tsx'
import { useWords, type Words } from '../../core/words.ts'
import { Comparison } from './Comparison.tsx'
import { useMatrixAddress } from './matrixAddress.ts'
import { UpperList } from './UpperList.tsx'

const WORDS = {
  title: ['落实对照', 'Implementation'],
} as const satisfies Record<string, Words>

/** How lower documents carry an upper one out, clause by clause; without an upper one the documents to choose from. */
export default function MatrixView() {
  const words = useWords(WORDS)
  const { upper } = useMatrixAddress().address
  return (
    <>
      {upper === null ? <PageTitle of={words.title} /> : null}
      {upper === null ? <UpperList /> : <Comparison key={upper} upper={upper} />}
    </>
  )
}
