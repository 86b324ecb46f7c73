import { createContext, type ReactNode, use, useEffect, useMemo, useState } from 'react'

export type Language = 'zh' | 'en'
export type Theme = 'auto' | 'light' | 'dark'

interface Preferences {
  readonly language: Language
  readonly theme: Theme
  setLanguage(language: Language): void
  setTheme(theme: Theme): void
}

const Context = createContext<Preferences | null>(null)

function stored<T extends string>(name: string, values: readonly T[], fallback: T): T {
  const value = localStorage.getItem(`zhengmai.${name}`)
  return values.find((each) => each === value) ?? fallback
}

/** Language and theme: of the reader, not of a view, so they are kept in the browser and not in the address. */
export function PreferencesProvider({ children }: { readonly children: ReactNode }) {
  const [language, setLanguage] = useState<Language>(() => stored('language', ['zh', 'en'], 'zh'))
  const [theme, setTheme] = useState<Theme>(() => stored('theme', ['auto', 'light', 'dark'], 'auto'))
  useEffect(() => {
    localStorage.setItem('zhengmai.language', language)
    // the text of documents stays Chinese; this is the language of what stands around it
    document.documentElement.lang = language === 'zh' ? 'zh-CN' : 'en'
  }, [language])
  useEffect(() => {
    localStorage.setItem('zhengmai.theme', theme)
    document.documentElement.dataset.theme = theme
  }, [theme])
  const value = useMemo(() => ({ language, theme, setLanguage, setTheme }), [language, theme])
  return <Context value={value}>{children}</Context>
}

export function usePreferences(): Preferences {
  const preferences = use(Context)
  if (preferences === null) throw new Error('usePreferences outside of PreferencesProvider')
  return preferences
}
