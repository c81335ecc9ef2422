import type { MacroSteps } from '@deskhand/contract'
import { fillText, type Values } from './rules.ts'

/** A macro with its words filled in, and why one of them could not be. */
export function filledIn(steps: MacroSteps, values: Values): { steps: MacroSteps; fault: string | null } {
  const faults: string[] = []
  const fill = (text: string): string => {
    const filled = fillText(text, values)
    if (filled.fault) faults.push(filled.fault)
    return filled.text
  }
  const said = (text: string | null) => (text === null ? null : fill(text))
  const { move } = steps
  const words = Object.fromEntries(
    (['question', 'reason', 'resolutionText'] as const).flatMap((field) =>
      move?.[field] === undefined ? [] : [[field, fill(move[field])]],
    ),
  )
  const filled = {
    ...steps,
    note: said(steps.note),
    reply: said(steps.reply),
    move: move && { ...move, ...words },
  }
  return { steps: filled, fault: faults[0] ?? null }
}
