import type { MacroSteps as Steps } from '@deskhand/contract'
import { priorityWords, stateWords } from '../ui/words.ts'
import classes from './MacroSteps.module.css'
import { macroWords as words } from './words.ts'

type MacroStepsProps = { steps: Steps; teamName: string | null; refusal?: string | null }

/** What a macro will do, as chips, and what it will say. */
export function MacroSteps({ steps, teamName, refusal }: MacroStepsProps) {
  const { takes, priority, tags, note, reply, move } = steps
  const chips = [
    takes ? words.take : null,
    teamName ? words.team(teamName) : null,
    priority ? words.priority(priorityWords[priority]) : null,
    ...tags.map((tag) => `#${tag}`),
    note ? words.note : null,
    reply ? words.reply : null,
    move ? words.move(stateWords[move.to].technician) : null,
  ].filter((chip) => chip !== null)
  const said = [reply, move?.question, move?.resolutionText, move?.reason, note].filter(Boolean)
  return (
    <>
      <div className={classes.chips}>
        {chips.map((chip) => (
          <span key={chip} className={classes.chip}>
            {chip}
          </span>
        ))}
      </div>
      {said[0] ? <p className={classes.said}>{said[0]}</p> : null}
      {refusal ? <p className={classes.refusal}>{refusal}</p> : null}
    </>
  )
}
