import { type Money, minorDigits } from '@deskhand/contract'

/** An amount as it is typed: `1000`, `1299.50`; null while it is none. */
export function readAmount(text: string, currency: string): Money | null {
  const [, whole = '', rest = ''] =
    text
      .trim()
      .replace(',', '.')
      .match(/^(\d{1,12})(?:\.(\d{0,3}))?$/) ?? []
  const digits = minorDigits(currency)
  if (whole === '' || rest.length > digits || !/^[A-Z]{3}$/.test(currency)) return null
  return { amount: String(BigInt(whole + rest.padEnd(digits, '0'))), currency }
}

/** The other way round, for the field. */
export function amountText({ amount, currency }: Money): string {
  const digits = minorDigits(currency)
  const text = amount.padStart(digits + 1, '0')
  return digits === 0 ? text : `${text.slice(0, -digits)}.${text.slice(-digits)}`
}
