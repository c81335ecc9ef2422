import * as z from 'zod'

/** Codes of currencies that are or were in use; those for tests and for no currency at all are none. */
const currencies = new Set(
  Intl.supportedValuesOf('currency').filter((code) => !['XXX', 'XTS'].includes(code)),
)

/** Whether there is such a currency (ISO 4217), in capitals. */
export const isCurrency = (code: string): boolean => currencies.has(code)

/** A currency by its code (ISO 4217). */
export const Currency = z
  .string()
  .regex(/^[A-Z]{3}$/, 'A currency such as EUR.')
  .refine(
    (code) => code.length !== 3 || isCurrency(code),
    'There is no such currency. Write one such as EUR.',
  )

/** Money as everywhere: minor units as text, so that no language rounds it. */
export const Money = z.strictObject({
  amount: z.string().regex(/^-?\d{1,15}$/, 'Minor units as text, such as "214000" for 2,140.00.'),
  currency: Currency,
})
export type Money = z.output<typeof Money>

export const isMoney = (value: unknown): value is Money =>
  typeof value === 'object' && value !== null && 'amount' in value && 'currency' in value

/** An amount that money can have: of 15 digits at most. */
export const isHeld = (amount: bigint): boolean => amount < 10n ** 15n && amount > -(10n ** 15n)

/** How many digits the minor unit of a currency has: 2 for EUR, 0 for JPY, 3 for KWD. */
export function minorDigits(currency: string): number {
  try {
    const { maximumFractionDigits } = new Intl.NumberFormat('en', {
      style: 'currency',
      currency,
    }).resolvedOptions()
    return maximumFractionDigits ?? 2
  } catch {
    return 2
  }
}

/** "2,140.00 EUR": plain, for sentences; pages format it for their reader. */
export function moneyWords({ amount, currency }: Money): string {
  const digits = minorDigits(currency)
  const number = amount.replace('-', '').padStart(digits + 1, '0')
  const cut = number.length - digits
  const whole = number.slice(0, cut).replace(/\B(?=(\d{3})+$)/g, ',')
  return `${amount.startsWith('-') ? '-' : ''}${whole}${digits > 0 ? `.${number.slice(cut)}` : ''} ${currency}`
}
