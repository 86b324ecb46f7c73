import { createContext, type ReactNode, use, useCallback, useState } from 'react'
import { Provider } from 'urql'
import { createClient } from './client.ts'

const Context = createContext<(() => void) | null>(null)

/** What the service answered, for all views. */
export function AnswersProvider({ children }: { readonly children: ReactNode }) {
  const [client, setClient] = useState(createClient)
  const forget = useCallback(() => setClient(createClient()), [])
  return (
    <Context value={forget}>
      <Provider value={client}>{children}</Provider>
    </Context>
  )
}

/** Forgets all answers, after the corpus has changed: every view asks anew. */
export function useForget(): () => void {
  const forget = use(Context)
  if (forget === null) throw new Error('useForget outside of AnswersProvider')
  return forget
}
