import type { LabelCode, LabelStock } from '@deskhand/contract'

/** What stands on a label. */
export type LabelText = { tag: string; lines: readonly string[]; code: string }
type Box = { x: number; y: number; width: number; height: number }
export type TextLine = { text: string; x: number; y: number; size: number; isTag: boolean }
/** Everything in millimetres from the upper left corner of the label; `size` is the height of the letters' line. */
export type Layout = { code: Box; lines: TextLine[] }

const padding = 1.6
/** So wide is a letter of a tag, of the height of its line. */
const tagLetter = 0.6
/** What words are written in differs from printer to printer; these are its widest letters. */
const wide = (letter: string): number =>
  /[MWm@%—…]/.test(letter)
    ? 1
    : /[ijltfrI.,:;'|!/() -]/.test(letter)
      ? 0.4
      : /\p{Lu}|[&+=<>~]|[^\p{L}\p{N}\p{P}]/u.test(letter)
        ? 0.73
        : /[\u1100-\u{10FFFF}]/u.test(letter)
          ? 1
          : 0.6
const widthOf = (text: string): number => [...text].reduce((sum, letter) => sum + wide(letter), 0)

/** What is longer than its label is cut, so that nothing runs over the edge. */
function cut(text: string, width: number, size: number): string {
  if (widthOf(text) * size <= width) return text
  let kept = [...text].slice(0, -1)
  while (kept.length > 1 && widthOf(`${kept.join('')}…`) * size > width) kept = kept.slice(0, -1)
  return `${kept.join('')}…`
}

/** A square code stands at the start with the words beside it; bars lie under the words, over the whole width. */
export function layOut(stock: LabelStock, kind: LabelCode, { tag, lines }: LabelText): Layout {
  const inner = { width: stock.width - 2 * padding, height: stock.height - 2 * padding }
  const rows = [tag, ...lines]
  if (kind === 'CODE128') {
    const bars = Math.max(5, inner.height * 0.45)
    const text = linesIn(rows, {
      x: padding,
      y: padding,
      width: inner.width,
      height: inner.height - bars - 0.8,
    })
    return {
      code: { x: padding, y: stock.height - padding - bars, width: inner.width, height: bars },
      lines: text,
    }
  }
  const side = Math.min(inner.height, inner.width * 0.42)
  const start = padding + side + 1.6
  return {
    code: { x: padding, y: padding + (inner.height - side) / 2, width: side, height: side },
    lines: linesIn(rows, {
      x: start,
      y: padding,
      width: stock.width - padding - start,
      height: inner.height,
    }),
  }
}

/** As many of the rows as have room at a readable size, the tag largest, centred in height. */
function linesIn(rows: readonly string[], box: Box): TextLine[] {
  const smallest = 1.9
  const shown = rows.slice(0, Math.max(1, Math.floor(box.height / (smallest * 1.25))))
  const tagSize = Math.min(
    5,
    box.height / (1 + (shown.length - 1) * 0.8) / 1.2,
    box.width / ((shown[0]?.length ?? 1) * tagLetter),
  )
  const size = Math.max(smallest, Math.min(3.2, tagSize * 0.75))
  const whole = tagSize * 1.2 + (shown.length - 1) * size * 1.25
  let y = box.y + Math.max(0, (box.height - whole) / 2)
  return shown.map((text, at) => {
    const isTag = at === 0
    // A serial number is written smaller before it is cut: a part of one is none.
    const own = isTag ? tagSize : Math.max(smallest, Math.min(size, box.width / widthOf(text)))
    const line = {
      text: isTag ? text : cut(text, box.width, own),
      x: box.x,
      y,
      size: own,
      isTag,
    }
    y += isTag ? tagSize * 1.2 : size * 1.25
    return line
  })
}
