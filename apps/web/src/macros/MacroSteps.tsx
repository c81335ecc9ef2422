import type { MacroSteps as Steps } from '@deskhand/contract'
import { useOwnFields } from '../custom-fields/OwnValue.tsx'
import { levelWords } from '../requests/words.ts'
import { priorityWords, stateWords } from '../ui/words.ts'
import classes from './MacroSteps.module.css'
import { macroWords as words } from './words.ts'

type MacroStepsProps = { steps: Steps; teamName: string | null; refusal?: string | null }

/** What a macro will do, as chips, and what it will say. */
export function MacroSteps({ steps, teamName, refusal }: MacroStepsProps) {
  const { takes, priority, impact, urgency, tags, note, reply, move } = steps
  // A macro that is older than these has none of them.
  const { removedTags = [], customFields = {} } = steps
  const own = useOwnFields()
  const chips = [
    takes ? words.take : null,
    teamName ? words.team(teamName) : null,
    priority ? words.priority(priorityWords[priority]) : null,
    impact ? words.impact(levelWords[impact]) : null,
    urgency ? words.urgency(levelWords[urgency]) : null,
    ...tags.map((tag) => `#${tag}`),
    ...removedTags.map(words.withoutTag),
    ...own.filter(({ key }) => key in customFields).map(({ label }) => words.fills(label)),
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
