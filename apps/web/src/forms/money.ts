import { type Money, minorDigits } from '@deskhand/contract'

/** An amount for the reader's eyes: €2,140.00. */
export const moneyText = ({ amount, currency }: Money): string =>
  new Intl.NumberFormat(undefined, { style: 'currency', currency }).format(
    // Only for showing; sums are made of the minor units.
    Number(amount) / 10 ** minorDigits(currency),
  )

/** Minor units as somebody types them: 214000 is "2140.00". */
export function moneyTyped({ amount, currency }: Money): string {
  const digits = minorDigits(currency)
  if (!/^-?\d+$/.test(amount)) return amount
  const sign = amount.startsWith('-') ? '-' : ''
  const number = amount.replace('-', '').padStart(digits + 1, '0')
  const cut = number.length - digits
  return digits === 0 ? sign + number : `${sign}${number.slice(0, cut)}.${number.slice(cut)}`
}

/** What somebody typed as minor units; null where it is no amount. "1.205,40", "1,205.40" and "1205" all are. */
export function moneyRead(typed: string, currency: string): Money | null {
  const text = typed.replace(/[\s'’]/g, '')
  const [, sign = '', number = ''] = text.match(/^(-?)([\d.,]+)$/) ?? []
  if (number === '' || !/\d/.test(number)) return null
  const digits = minorDigits(currency)
  const last = Math.max(number.lastIndexOf('.'), number.lastIndexOf(','))
  const behind = last < 0 ? '' : number.slice(last + 1)
  // Three digits behind the only sign are thousands, unless the currency has three itself.
  const isDecimal = last >= 0 && behind.length <= digits && behind.length > 0
  const whole = (isDecimal ? number.slice(0, last) : number).replace(/[.,]/g, '')
  const fraction = isDecimal ? behind : ''
  if (!/^\d*$/.test(whole) || whole.length + digits > 15) return null
  const minor = `${whole}${fraction.padEnd(digits, '0')}`.replace(/^0+(?=\d)/, '')
  return { amount: `${sign && minor !== '0' ? '-' : ''}${minor === '' ? '0' : minor}`, currency }
}
