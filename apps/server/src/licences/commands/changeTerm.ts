import { licences, type NewTerm } from '@deskhand/contract'
import { clock } from '../../platform/clock/clock.ts'
import { answer } from '../../platform/http/answer.ts'
import { handle } from '../../platform/http/handle.ts'
import { changesBetween } from '../../platform/log/event.ts'
import { Stop } from '../../platform/stop.ts'
import { about, holdLicence, openTermOf, readTerm } from '../access.ts'
import { words } from '../words.ts'
import { mustFit, settle, valuesOf } from './addTerm.ts'

export const changeTerm = handle(
  licences.changeTerm,
  async ({ tx, actor, params, body, ifMatch, record }) => {
    const licence = await holdLicence({ tx, actor }, params.id)
    const before = openTermOf(licence, params.termId, ifMatch)
    if (before.moves.length === 0) throw new Stop('state', words.term.isOver)
    const changes = changesBetween(before, body)
    const fields = Object.keys(changes)
    if (fields.length === 0) return answer(before, { version: before.version, unchanged: true })
    const { startsOn, endsOn, renewsOn, notice, renewsItself, cost, contractNumber } = before
    const after: NewTerm = Object.assign(
      { startsOn, endsOn, renewsOn, notice, renewsItself, cost, contractNumber },
      body,
    )
    mustFit(licence, after, before.id)
    await tx.run(update, [actor.companyId, before.id, ...valuesOf(after), clock.now()])
    await settle(tx, before.id)
    const term = await readTerm(tx, before.id)
    record(
      'licence.term_updated',
      about(licence),
      { termId: term.id, fields },
      {
        ...changes,
        ...changesBetween({ state: before.state }, { state: term.state }),
      },
    )
    return answer(term, { version: term.version })
  },
)

const update = `
  update app.licence_terms set starts_on = $3, ends_on = $4, renews_on = $5, notice_count = $6, notice_unit = $7,
    renews_itself = $8, cost_amount = $9, cost_currency = $10, cost_per = $11, contract_number = $12, updated_at = $13,
    version = version + 1
  where company_id = $1 and id = $2`
