import type { HourlyRate } from '@deskhand/contract'

const places = (currency: string) =>
  new Intl.NumberFormat('en', { style: 'currency', currency }).resolvedOptions().maximumFractionDigits ?? 2

/** `45.5` in EUR as 4550 minor units; null for nothing, undefined for what is no amount. */
export function rateOf(typed: string, currency: string): HourlyRate | null | undefined {
  const text = typed.trim().replace(',', '.')
  if (text === '') return null
  const match = /^(\d{1,9})(?:\.(\d+))?$/.exec(text)
  const digits = places(currency)
  if (!match || (match[2] ?? '').length > digits) return undefined
  const amount = `${match[1]}${(match[2] ?? '').padEnd(digits, '0')}`.replace(/^0+(?=\d)/, '')
  return { amount, currency }
}

/** The amount as it is typed: `45.50`. */
export function typedRate(rate: HourlyRate | null): string {
  if (!rate) return ''
  const digits = places(rate.currency)
  const padded = rate.amount.padStart(digits + 1, '0')
  const cut = padded.length - digits
  return digits > 0 ? `${padded.slice(0, cut)}.${padded.slice(cut)}` : padded
}
