import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { RouterProvider } from 'react-router/dom'
import { AnswersProvider } from './core/answers.tsx'
import { PreferencesProvider } from './core/preferences.tsx'
import { router } from './router.tsx'
import './styles.css'

createRoot(document.getElementById('root')!).render(
  <StrictMode>
    <AnswersProvider>
      <PreferencesProvider>
        <RouterProvider router={router} />
      </PreferencesProvider>
    </AnswersProvider>
  </StrictMode>,
)
