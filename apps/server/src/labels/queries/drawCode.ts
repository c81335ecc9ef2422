import type { LabelCode } from '@deskhand/contract'
import bwipjs from 'bwip-js/node'

/** The dark parts of a code as rectangles in a field of 1 by 1. */
export type Dark = { x: number; y: number; width: number; height: number }[]

const kinds = { QR: 'qrcode', DATAMATRIX: 'datamatrix', CODE128: 'code128' } as const

export const pictureOf = (code: LabelCode, text: string): Promise<Buffer> =>
  bwipjs.toBuffer({
    bcid: kinds[code],
    text,
    scale: 4,
    paddingwidth: 4,
    paddingheight: 4,
    backgroundcolor: 'FFFFFF',
  })

/** As shapes, so that it prints sharp at any size. */
export function darkOf(code: LabelCode, text: string): Dark {
  const [raw] = bwipjs.raw({ bcid: kinds[code], text })
  if (!raw) throw new Error('A code without anything to draw.')
  if ('pixs' in raw) {
    const { pixs, pixx, pixy } = raw
    return runsIn(pixs, pixx, pixy)
  }
  const { sbs } = raw
  const whole = sbs.reduce((sum, width) => sum + width, 0)
  let at = 0
  const bars: Dark = []
  sbs.forEach((width, index) => {
    // Bars and spaces take turns, beginning with a bar.
    if (index % 2 === 0) bars.push({ x: at / whole, y: 0, width: width / whole, height: 1 })
    at += width
  })
  return bars
}

/** Dark pixels side by side are one rectangle. */
function runsIn(pixels: readonly number[], across: number, down: number): Dark {
  const dark: Dark = []
  for (let row = 0; row < down; row++) {
    for (let column = 0; column < across; column++) {
      if (!pixels[row * across + column]) continue
      const start = column
      while (column + 1 < across && pixels[row * across + column + 1]) column++
      dark.push({ x: start / across, y: row / down, width: (column - start + 1) / across, height: 1 / down })
    }
  }
  return dark
}
