/** The year from which a workbook counts its days. */
export type DateSystem = 1900 | 1904

const builtIn = new Set([
  14, 15, 16, 17, 22, 27, 28, 29, 30, 31, 34, 35, 36, 50, 51, 52, 53, 54, 55, 56, 57, 58,
])

/** Which cell styles (by their place in the list) show their number as a day. */
export function dateFormatsOf(
  styles: readonly string[],
  formats: ReadonlyMap<string, string>,
): ReadonlySet<string> {
  const isDate = (id: string) => {
    const code = formats.get(id)
    return code === undefined ? builtIn.has(Number(id)) : isDateFormat(code)
  }
  return new Set(styles.flatMap((id, at) => (isDate(id) ? [String(at)] : [])))
}

/** `dd.mm.yyyy` is a day, `0.00 "days"` and `[h]:mm` are none. */
function isDateFormat(code: string): boolean {
  const [first = ''] = code.replace(/"[^"]*"|\\.|\[[^\]]*\]|_./g, '').split(';')
  return /y|d/i.test(first)
}

const day = 86_400_000

/** A number of days as `2026-11-28`. Excel believes that 1900 was a leap year, so day 60 is none. */
export function dateOf(value: string, system: DateSystem): string {
  const days = Math.floor(Number(value))
  const first = system === 1904 ? Date.UTC(1904, 0, 1) : Date.UTC(1899, 11, days < 60 ? 31 : 30)
  const at = new Date(first + days * day)
  return Number.isNaN(at.getTime()) ? value : at.toISOString().slice(0, 10)
}

/** A number as Excel shows it: to 15 digits, without the dust of binary fractions. */
export function numberOf(value: string): string {
  const number = Number(value)
  if (!Number.isFinite(number)) return value
  const rounded = Number(number.toPrecision(15))
  return Number.isInteger(rounded) && Math.abs(rounded) < 1e21 ? BigInt(rounded).toString() : String(rounded)
}
