import assert from 'node:assert/strict'
import { after, before, beforeEach, test } from 'node:test'
import { type BodyIn, desks, forms, plans, requests, tasks } from '@deskhand/contract'
import { transact } from '../platform/db/transaction.ts'
import { openRecord } from '../platform/log/record.ts'
import { openDesk } from '../testing/desk.ts'
import { elena, marta, sofia } from '../testing/people.ts'
import { runDue } from './commands/run.ts'

const desk = await openDesk()
after(() => desk.close())

let itId = ''
let laptopId = ''
before(async () => {
  const { data } = await desk.as(sofia).call(desks.list)
  itId = data.data.find(({ code }) => code === 'IT')?.id ?? ''
  const types = await desk.as(sofia).call(desks.requestTypes, { params: { id: itId } })
  laptopId = types.data.data.find(({ kind }) => kind === 'HARDWARE')?.id ?? ''
})
// What the world has planned shall not run in between.
beforeEach(() => desk.rows(marta, 'update app.request_plans set is_paused = true'))

type Template = BodyIn<typeof plans.create>['template']
const plan = (template: Template) =>
  desk.as(sofia).call(plans.create, {
    body: {
      name: 'Laptops for the new shift',
      serviceDeskId: itId,
      rule: 'FREQ=DAILY',
      startsOn: '2026-01-05',
      time: '08:30',
      zone: 'Europe/Madrid',
      template,
    },
  })

/** Lets the plan run now, and answers the request that it made. */
async function run(planId: string) {
  await desk.rows(
    marta,
    `update app.request_plans set next_run_at = date_trunc('minute', now()),
       at_time = to_char(now() at time zone zone, 'HH24:MI') where id = $1`,
    [planId],
  )
  const { companyId } = await desk.who(marta)
  const { record, write } = openRecord(() => ({ actorId: null, actorName: null, actorKind: 'system' }))
  const { platform } = desk.deskhand
  await transact(
    desk.database.pools.worker,
    { companyId, personId: null },
    (tx) => runDue({ tx, db: tx.db, companyId, record, platform, now: new Date() }),
    write,
  )
  const { past } = (await desk.as(sofia).call(plans.runs, { params: { id: planId } })).data
  assert.equal(past[0]?.outcome, 'CREATED', past[0]?.reason ?? '')
  return (await desk.as(sofia).call(requests.get, { params: { id: past[0]?.requestId ?? '' } })).data
}

test('each request has the answers of the form, the team, and a checklist to begin with', async () => {
  const teams = (await desk.as(sofia).call(desks.teams)).data.data
  const team = teams.find(({ serviceDeskId, isActive }) => isActive && serviceDeskId === itId)
  const checklist = await desk.as(sofia).call(tasks.addTemplate, {
    body: {
      serviceDeskId: itId,
      name: 'Hand over',
      items: [{ title: 'Label it', isMandatory: true }, { title: 'Show it' }],
    },
  })
  const answers = { hardwareName: 'Laptop of the shift', businessJustification: 'Every quarter four begin.' }
  const { data } = await plan({
    summary: 'A laptop for the shift',
    requestTypeId: laptopId,
    assignedTeamId: team?.id ?? null,
    checklistTemplateId: checklist.data.id,
    answers,
  })
  const request = await run(data.id)
  assert.deepEqual(request.customFields, answers)
  assert.equal(request.assignedTeamId, team?.id)
  const list = (await desk.as(sofia).call(tasks.list, { params: { id: request.id } })).data.data
  assert.deepEqual(
    list.map(({ title, isMandatory }) => [title, isMandatory]),
    [
      ['Label it', true],
      ['Show it', false],
    ],
  )
})

test('an answer that the form refuses, a strange checklist and a strange team are refused when it is saved', async () => {
  const cases: [Partial<Template>, RegExp][] = [
    [{ requestTypeId: laptopId }, /What do you need/],
    [
      { requestTypeId: laptopId, answers: { hardwareName: 'x', businessJustification: 'y', nothing: 'z' } },
      /no such field/,
    ],
    [{ checklistTemplateId: itId }, /No request can be made of this/],
    [{ assignedTeamId: itId }, /No request can be made of this/],
  ]
  for (const [part, sentence] of cases) {
    const refused = await plan({ summary: 'Never made', ...part })
    assert.equal(refused.status, 422, JSON.stringify(part))
    assert.match(refused.text, sentence)
  }
  const left = await desk.rows(marta, `select from app.requests where summary = 'Never made'`)
  assert.equal(left.length, 0)
})

test('what is encrypted, and what is a file, cannot be answered ahead', async () => {
  const [field] = await desk.rows<{ typeId: string; deskId: string; key: string }>(
    marta,
    `select t.id as "typeId", t.desk_id as "deskId", f ->> 'key' as key
     from app.request_types t join app.forms o on o.id = t.form_id and o.company_id = t.company_id
     join app.form_versions v on v.id = o.published_version_id and v.company_id = o.company_id,
       jsonb_array_elements(v.definition -> 'sections') s, jsonb_array_elements(s -> 'fields') f
     where t.is_active and t.company_id = app.cid() and f ->> 'isEncrypted' = 'true' limit 1`,
  )
  assert.ok(field)
  const refused = await desk.as(elena).call(plans.create, {
    body: {
      name: 'Secret again',
      serviceDeskId: field.deskId,
      rule: 'FREQ=DAILY',
      startsOn: '2026-01-05',
      time: '08:30',
      zone: 'Europe/Madrid',
      template: { summary: 'x', requestTypeId: field.typeId, answers: { [field.key]: 'ES91 2100' } },
    },
  })
  assert.equal(refused.status, 422)
  assert.match(refused.text, /cannot be answered ahead/)
  const item = await desk.as(sofia).call(forms.item, { params: { id: field.typeId } })
  assert.ok(item.data.form)
})

test('a plan from before is whole: nothing answered, no team, no checklist', async () => {
  const { data } = await plan({ summary: 'Older plan' })
  await desk.rows(
    marta,
    `update app.request_plans set template = '{"summary": "Older plan"}' where id = $1`,
    [data.id],
  )
  const all = (await desk.as(sofia).call(plans.list)).data.data
  const older = all.find(({ id }) => id === data.id)
  assert.deepEqual(
    [older?.template.answers, older?.template.assignedTeamId, older?.template.checklistTemplateId],
    [{}, null, null],
  )
  assert.equal((await run(data.id)).summary, 'Older plan')
})
