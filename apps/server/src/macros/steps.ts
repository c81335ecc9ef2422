import type { MacroSteps } from '@deskhand/contract'
import { renderText, type Values } from './rules.ts'

/** A macro with its words filled in. */
export function filledIn(steps: MacroSteps, values: Values): MacroSteps {
  const said = (text: string | null) => (text === null ? null : renderText(text, values))
  const { move } = steps
  const words = Object.fromEntries(
    (['question', 'reason', 'resolutionText'] as const).flatMap((field) =>
      move?.[field] === undefined ? [] : [[field, renderText(move[field], values)]],
    ),
  )
  return { ...steps, note: said(steps.note), reply: said(steps.reply), move: move && { ...move, ...words } }
}
