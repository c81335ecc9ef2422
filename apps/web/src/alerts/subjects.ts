import type { Alert } from '@deskhand/contract'

/** Where the subject of an alert is looked at, by its type; what has no page of its own leads nowhere. */
const pages: Record<string, (subject: Alert['subject']) => string> = {
  licence: ({ id }) => `/licences/${id}`,
  certificate: ({ ref }) => `/certificates?q=${encodeURIComponent(ref)}`,
  stock_item: ({ id }) => `/stock/${id}`,
  stock_take: ({ id }) => `/stock-takes/${id}`,
  asset: ({ ref }) => `/a/${encodeURIComponent(ref)}`,
}

export const placeOf = (subject: Alert['subject']): string | null => pages[subject.type]?.(subject) ?? null
