import type { Figure } from './figure.ts'

const heads = ['row', 'what', 'measured', 'the limit', 'ratio', 'budget', '', 'why'] as const

/** The figures as lines of equal columns; the last column, the explanation, is as long as it is. */
export function tableOf(figures: readonly Figure[]): string {
  const lines = figures.map(({ row, what, measured, limit, ratio, budget, verdict, note }) => [
    row,
    what,
    measured,
    limit,
    ratio === null ? '' : ratio.toFixed(2),
    budget,
    verdict === 'report' ? '' : verdict,
    note,
  ])
  const widths = heads.map((head, at) => Math.max(head.length, ...lines.map((line) => line[at]?.length ?? 0)))
  const draw = (line: readonly string[]) =>
    line
      .map((cell, at) => (at === line.length - 1 ? cell : cell.padEnd(widths[at] ?? 0)))
      .join('  ')
      .trimEnd()
  return [draw(heads), ...lines.map(draw)].join('\n')
}
