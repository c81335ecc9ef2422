/** From a day (with it) until before another; null is open on that side. */
export type Span = { from: string | null; before: string | null }

/** From here on years are one: nothing that is used is older and counted apart. */
const oldest = 7

/** Full years since a thing was bought, from none to `oldest` and more. */
export function agesOn(today: Temporal.PlainDate): (Span & { years: number })[] {
  const bought = (years: number) => today.subtract({ years }).add({ days: 1 }).toString()
  return Array.from({ length: oldest + 1 }, (_, years) => ({
    years,
    from: years === oldest ? null : bought(years + 1),
    before: years === 0 ? null : bought(years),
  }))
}

/** What has run out before today, the twelve months from today, and all later. */
export function warrantiesFrom(today: Temporal.PlainDate): Span[] {
  const after = (months: number) => today.add({ months }).toString()
  return [
    { from: null, before: after(0) },
    ...Array.from({ length: 12 }, (_, month) => ({ from: after(month), before: after(month + 1) })),
    { from: after(12), before: null },
  ]
}
