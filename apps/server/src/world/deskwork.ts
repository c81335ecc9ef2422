import type { Tx } from '../platform/db/transaction.ts'
import { checklists, macros, responses, signature, stateWords, timeNotes } from './content/deskworkLines.ts'
import { lines } from './content/togetherLines.ts'
import { insertRows } from './insertRows.ts'
import { idAt, makeRandom } from './random.ts'
import type { Request, World } from './shapes.ts'

/** At how many open requests of a desk something is on the list, and at how many time is booked. */
const withTasks = 5
const withTime = 9

/** What a desk keeps for its work, and some of it under way: tasks half done, and the time that was booked. */
export async function insertDeskwork(tx: Tx, world: World, companyId: string): Promise<void> {
  const random = makeRandom(`deskwork ${companyId}`)
  const company = world.companies.find(({ id }) => id === companyId)
  const at = company?.createdAt ?? new Date(0)
  const newId = () => idAt(random, at.getTime())
  const kept = world.desks.filter((desk) => desk.companyId === companyId && desk.code in checklists)
  // The smaller company has written nothing down yet.
  if (kept.length < 2) return

  await insertRows(
    tx,
    'app.checklist_templates',
    kept.flatMap((desk) =>
      (checklists[desk.code] ?? []).map(([name, items]) => ({
        ...own(desk.id),
        name,
        items: items.map(({ title, isMandatory = false, isVisible = false, dueInDays = null }) => ({
          title,
          isMandatory,
          isVisible,
          dueInDays,
        })),
      })),
    ),
  )
  await insertRows(
    tx,
    'app.canned_responses',
    kept.flatMap((desk) =>
      (responses[desk.code] ?? []).map(([name, message]) => ({
        ...own(desk.id),
        language: 'en',
        name,
        message,
      })),
    ),
  )
  await insertRows(
    tx,
    'app.macros',
    kept.flatMap((desk) =>
      (macros[desk.code] ?? []).map(([name, steps], at) => ({ ...own(desk.id), name, steps, key: at + 1 })),
    ),
  )
  await tx.run(
    `update app.people set preferences = preferences || jsonb_build_object('signature', $2::text)
     where company_id = $1 and email = 'luis@harbour.example'`,
    [companyId, signature],
  )
  await tx.run(
    `update app.request_types t set state_words = said.words
     from jsonb_each($2::jsonb) as said(name, words) where t.company_id = $1 and t.name = said.name`,
    [companyId, JSON.stringify(stateWords)],
  )
  for (const desk of kept) {
    const open = world.requests.filter(
      (one) =>
        one.serviceDeskId === desk.id &&
        one.assignedToId &&
        !one.isConfidential &&
        (one.status === 'IN_PROGRESS' || one.status === 'WAITING') &&
        !lines.told.includes(one.number),
    )
    const [[name, items] = ['', []]] = checklists[desk.code] ?? []
    // The oldest of the open ones: they are the ones that take long.
    await insertRows(
      tx,
      'app.request_tasks',
      open.slice(-withTasks).flatMap((request) => tasksOf(request, name, items)),
    )
    await insertRows(tx, 'app.time_entries', open.slice(-withTime).flatMap(timesOf))
  }

  function own(deskId: string) {
    return { companyId, id: newId(), deskId, createdAt: at, updatedAt: at, version: 1 }
  }

  function tasksOf(
    request: Request,
    checklist: string,
    items: readonly { title: string; isMandatory?: boolean; isVisible?: boolean; dueInDays?: number }[],
  ) {
    const done = random.int(0, items.length - 1)
    const from = request.updatedAt
    return items.map((item, position) => ({
      companyId,
      id: idAt(random, from.getTime()),
      requestId: request.id,
      title: item.title,
      checklist,
      isMandatory: item.isMandatory ?? false,
      isVisible: item.isVisible ?? false,
      assignedToId: position % 2 === 0 ? request.assignedToId : null,
      dueAt: item.dueInDays ? new Date(from.getTime() + item.dueInDays * 86_400_000) : null,
      // What was due long ago is nobody's news.
      remindedDueAt: item.dueInDays ? new Date(from.getTime() + item.dueInDays * 86_400_000) : null,
      position,
      doneAt: position < done ? from : null,
      doneById: position < done ? request.assignedToId : null,
      createdById: request.assignedToId,
      createdAt: from,
      updatedAt: from,
    }))
  }

  function timesOf(request: Request) {
    return Array.from({ length: random.int(1, 3) }, () => {
      const isBillable = random.chance(0.3)
      const seconds = random.int(1, 12) * 300
      const startedAt = new Date(request.updatedAt.getTime() - random.int(2, 40) * 3_600_000)
      return {
        companyId,
        id: idAt(random, request.updatedAt.getTime()),
        requestId: request.id,
        personId: request.assignedToId,
        kind: random.pick(['WORK', 'WORK', 'CALL', 'RESEARCH']),
        note: random.pick(timeNotes),
        startedAt,
        seconds,
        isBillable,
        rateAmount: isBillable ? 4_500 : null,
        rateCurrency: isBillable ? 'EUR' : null,
        createdAt: request.updatedAt,
        updatedAt: request.updatedAt,
      }
    })
  }
}
