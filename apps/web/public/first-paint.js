// Runs before the first paint so that nobody sees a flash of the wrong theme; a file of its own because the
// content security policy allows no inline script. Keys and values belong to src/theme/preferences.ts.
;(() => {
  const read = (key) => {
    try {
      return localStorage.getItem(key)
    } catch {
      return null
    }
  }
  const matches = (query) => window.matchMedia(query).matches
  const root = document.documentElement
  const scheme = read('mantine-color-scheme-value')
  const dark = scheme === 'dark' || (scheme !== 'light' && matches('(prefers-color-scheme: dark)'))
  root.dataset.mantineColorScheme = dark ? 'dark' : 'light'
  root.dataset.contrast =
    read('deskhand.contrast') ?? (matches('(prefers-contrast: more)') ? 'more' : 'normal')
  root.dataset.density = read('deskhand.density') ?? 'regular'
})()
