/** "28 Nov 2026": a day that is no moment, so that no zone moves it. */
export const dayText = (day: string): string =>
  new Intl.DateTimeFormat(document.documentElement.lang || undefined, {
    dateStyle: 'medium',
    timeZone: 'UTC',
  }).format(new Date(`${day}T00:00:00Z`))
