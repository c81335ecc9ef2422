import { checkAnswers, decideForm, type FormDefinition, faultPointer, forms } from '@deskhand/contract'
import { deskFacts } from '../../desks/access.ts'
import { handle } from '../../platform/http/handle.ts'
import { isUuid } from '../../platform/ids.ts'
import { refuseField } from '../../platform/stop.ts'
import { noSuchForm } from '../access.ts'
import { withCurrencies } from '../queries/definition.ts'
import { readForm } from '../queries/form.ts'
import { todayIn } from '../queries/item.ts'
import { personFacts } from '../queries/personFacts.ts'
import { mustFit, prefilledFor } from '../rules.ts'
import { words } from '../words.ts'

/** What the form would do for this person and these answers, by the rules that browser and server share. */
export const preview = handle(forms.preview, async ({ tx, actor, body, params, platform }) => {
  const form = isUuid(params.id.toLowerCase()) ? await readForm(tx, params.id) : null
  if (!form) throw noSuchForm()
  const stored: { definition: FormDefinition } = JSON.parse(form.text)
  const asked = body.definition ?? stored.definition
  mustFit(asked)
  const definition = await withCurrencies(tx, asked)
  const [facts, { zone }] = await Promise.all([
    personFacts(tx, body.personId ?? actor.id),
    deskFacts(platform, tx),
  ])
  if (facts.name === undefined) throw refuseField('personId', words.noSuchPerson)
  const today = todayIn(zone)
  const { visible, required } = decideForm(definition, { answers: body.answers, facts })
  const faults = checkAnswers(definition, { answers: body.answers, facts }, { today })
  return {
    visible: [...visible],
    required: [...required],
    faults: faults.map((fault) => ({ pointer: faultPointer(fault, 'answers'), message: fault.message })),
    prefilled: prefilledFor(definition, facts),
    facts,
    today,
  }
})
