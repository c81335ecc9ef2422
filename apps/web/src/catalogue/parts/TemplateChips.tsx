import type { RequestTemplate } from '@deskhand/contract'
import type { z } from 'zod'
import { Button } from '../../ui/Button.tsx'
import { formWords as words } from '../words.ts'
import classes from './AskForm.module.css'
import type { AskDraft } from './askDraft.ts'

export type Template = z.output<typeof RequestTemplate>

type TemplateChipsProps = {
  templates: readonly Template[]
  onPick: (part: (was: AskDraft) => Partial<AskDraft>) => void
}

/** Starts that somebody prepared; picking one fills in what it says and leaves the rest. */
export function TemplateChips({ templates, onPick }: TemplateChipsProps) {
  if (templates.length === 0) return null
  return (
    <section className={classes.templates} aria-labelledby="ask-templates">
      <span id="ask-templates">{words.templates}</span>
      {templates.map((template) => (
        <Button
          key={template.id}
          size="small"
          onPress={() =>
            onPick((was) => ({
              answers: { ...was.answers, ...template.answers },
              ...(template.summary ? { summary: template.summary } : {}),
              ...(template.description ? { description: template.description } : {}),
            }))
          }
        >
          {template.name}
        </Button>
      ))}
    </section>
  )
}
