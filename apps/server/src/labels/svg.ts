import type { LabelCode, LabelStock } from '@deskhand/contract'
import { type LabelText, layOut } from './layOut.ts'
import { darkOf } from './queries/drawCode.ts'

const escaped = (text: string) => text.replace(/[&<>"']/g, (sign) => `&#${sign.codePointAt(0)};`)
const short = (value: number) => String(Math.round(value * 1000) / 1000)

/** One label to look at, in the same places as on paper. */
export function svgOf(stock: LabelStock, code: LabelCode, label: LabelText): string {
  const { code: box, lines } = layOut(stock, code, label)
  const dark = darkOf(code, label.code)
    .map(({ x, y, width, height }) => {
      const at = [box.x + x * box.width, box.y + y * box.height, width * box.width, height * box.height]
      const [left, top, across, down] = at.map(short)
      return `M${left} ${top}h${across}v${down}h-${across}z`
    })
    .join('')
  const text = lines
    .map(
      ({ text, x, y, size, isTag }) =>
        `<text x="${short(x)}" y="${short(y + size * 0.8)}" font-size="${short(size)}" font-family="${
          isTag ? 'Courier New, monospace' : 'Arial, sans-serif'
        }"${isTag ? ' font-weight="700"' : ''}>${escaped(text)}</text>`,
    )
    .join('')
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${stock.width}mm" height="${stock.height}mm" viewBox="0 0 ${stock.width} ${stock.height}"><rect width="100%" height="100%" fill="#fff"/><path d="${dark}"/>${text}</svg>`
}
