import type { LabelCode, LabelStock } from '@deskhand/contract'
import { type LabelText, layOut } from './layOut.ts'

/** Dots of a millimetre at 203 dpi, which nearly all of these printers have. */
const dots = 8
const dot = (millimetres: number) => Math.round(millimetres * dots)
/** What would be a command, or is none of ASCII, as the hexadecimal of its bytes. */
const data = (text: string) =>
  [...Buffer.from(text, 'utf8')]
    .map((byte) =>
      byte < 0x20 || byte > 0x7e || '^~_\\'.includes(String.fromCharCode(byte))
        ? `_${byte.toString(16).padStart(2, '0').toUpperCase()}`
        : String.fromCharCode(byte),
    )
    .join('')

/** Labels in the language of Zebra printers (ZPL II), which draw the codes themselves. */
export const zplOf = (stock: LabelStock, code: LabelCode, labels: readonly LabelText[]): string =>
  labels.map((label) => oneOf(stock, code, label)).join('\n')

function oneOf(stock: LabelStock, code: LabelCode, label: LabelText): string {
  const { code: box, lines } = layOut(stock, code, label)
  return [
    '^XA',
    '^CI28',
    `^PW${dot(stock.width)}`,
    `^LL${dot(stock.height)}`,
    `^FO${dot(box.x)},${dot(box.y)}${codeOf(code, label.code, box)}`,
    ...lines.map(
      ({ text, x, y, size }) =>
        `^FO${dot(x)},${dot(y)}^A0N,${dot(size)},${dot(size * 0.8)}^FH^FD${data(text)}^FS`,
    ),
    '^XZ',
  ].join('\n')
}

function codeOf(code: LabelCode, text: string, box: { width: number; height: number }): string {
  switch (code) {
    case 'QR': {
      // 33 modules hold an address of up to 62 letters with the least correction that survives a scratch.
      const size = Math.max(2, Math.min(10, Math.floor(dot(box.width) / 33)))
      return `^BQN,2,${size}^FH^FDMA,${data(text)}^FS`
    }
    case 'DATAMATRIX': {
      const size = Math.max(3, Math.floor(dot(box.height) / 20))
      return `^BXN,${size},200^FH^FD${data(text)}^FS`
    }
    case 'CODE128':
      return `^BY2^BCN,${dot(box.height)},N,N,N^FH^FD${data(text)}^FS`
  }
}
