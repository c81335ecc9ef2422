import { type Money, minorDigits } from '@deskhand/contract'

/** `€1,299.00`, as the reader's language writes it. */
export function moneyText({ amount, currency }: Money): string {
  const value = Number(amount) / 10 ** minorDigits(currency)
  return new Intl.NumberFormat(document.documentElement.lang || undefined, {
    style: 'currency',
    currency,
  }).format(value)
}
