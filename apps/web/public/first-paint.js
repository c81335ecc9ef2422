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

  // The employee's greeting is read while the app still loads; the app's own takes its place. See src/home/greeting.ts.
  const greet = () => {
    const reads = JSON.parse(document.getElementById('first-reads')?.textContent || '[]')
    const me = reads.find(([path]) => path === '/users/me')?.[2]
    if (window.location.pathname !== '/' || !me) return
    if (me.permissions.some((one) => one === 'requests.work' || one === 'platform.manage')) return
    const { zone } = me.preferences
    const hour = Number(
      new Intl.DateTimeFormat('en-GB', {
        hour: 'numeric',
        hourCycle: 'h23',
        ...(zone && { timeZone: zone }),
      }).format(new Date()),
    )
    const part = hour >= 5 && hour < 12 ? 'Morning' : hour >= 12 && hour < 18 ? 'Afternoon' : 'Evening'
    const add = (parent, tag, text = '') => {
      const element = parent.appendChild(document.createElement(tag))
      element.textContent = text
      return element
    }
    const frame = document.getElementById('first-paint')
    frame.replaceChildren()
    frame.dataset.greets = 'yes'
    frame.ariaHidden = 'true'
    add(frame, 'p', me.company.name)
    add(frame, 'h1', `${part}, ${me.firstName}.`)
  }
  document.addEventListener('readystatechange', greet, { once: true })
})()
