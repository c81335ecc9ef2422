import { participants, type ReplyOf } from '@deskhand/contract'
import { type Actor, personOf } from '../../platform/actor.ts'
import type { Tx } from '../../platform/db/transaction.ts'
import { handle } from '../../platform/http/handle.ts'
import { newId } from '../../platform/ids.ts'
import type { RecordEvent } from '../../platform/log/record.ts'
import { refuseField, Stop } from '../../platform/stop.ts'
import { about, addActivity, loadRequest, mustBeAllowed, type RequestRecord } from '../../requests/access.ts'
import { participantColumns, participantSources } from '../queries/columns.ts'
import { words } from '../words.ts'

type Whom = { personId?: string | undefined; email?: string | undefined }
type Inside = { tx: Tx; actor: Actor; record: RecordEvent }

export const add = handle(participants.add, async (inside) => {
  const request = await loadRequest(inside, inside.params.id, { lock: true })
  mustBeAllowed('comment', inside.actor, request)
  const id = await follow(inside, request, inside.body)
  const [row] = await inside.tx.query<ReplyOf<typeof participants.add>>(
    `select ${participantColumns} from ${participantSources} where w.company_id = $1 and w.id = $2`,
    [inside.actor.companyId, id],
  )
  if (!row) throw new Error('Who was just added is not there.')
  return row
})

/** Lets a colleague or an address outside follow a locked request; answers the participant's id. */
export async function follow(
  { tx, actor, record }: Inside,
  request: RequestRecord,
  whom: Whom,
): Promise<string> {
  const name = whom.personId
    ? await checkPerson(tx, request, whom.personId)
    : await checkAddress(tx, request, whom.email ?? '')
  const id = newId()
  const [added] = await tx.query<{ id: string }>(
    `insert into app.participants (company_id, id, request_id, person_id, email, added_by_id)
     values ($1, $2, $3, $4, $5, $6) on conflict do nothing returning id`,
    [request.companyId, id, request.id, whom.personId ?? null, whom.email ?? null, personOf(actor)],
  )
  if (!added) throw new Stop('conflict', words.follows({ name }))
  await addActivity(tx, request, actor, {
    activityType: 'SYSTEM',
    message: whom.personId === actor.id ? words.followsNow(actor) : `${actor.name} added ${name}.`,
    metadata: { event: 'participant_added', name },
  })
  const personId = whom.personId ?? null
  const subject = about(request)
  record(
    'participant.added',
    { ...subject, people: [...(subject.people ?? []), personId] },
    { name, personId },
  )
  return id
}

type Found = { name: string; sees: boolean; isListed: boolean }

/** A colleague who sees it is told anyway or need not be; who is kept out of it cannot be let in this way. */
async function checkPerson(tx: Tx, request: RequestRecord, personId: string): Promise<string> {
  const [person] = await tx.query<Found>(
    `select p.name, p.id in ($3, $4) as sees,
       exists (select from app.request_access a where a.company_id = $1 and a.request_id = $5 and a.person_id = p.id)
         or ($6 and exists (select from app.desk_members m where m.company_id = $1 and m.desk_id = $7
           and m.person_id = p.id)) as "isListed"
     from app.people p where p.company_id = $1 and p.id = $2 and p.state <> 'BLOCKED' and p.deleted_at is null`,
    [
      request.companyId,
      personId,
      request.requesterId,
      request.createdById,
      request.id,
      request.accessIncludesDesk,
      request.serviceDeskId,
    ],
  )
  if (!person) throw refuseField('personId', words.noSuchPerson)
  if (person.sees) throw new Stop('conflict', words.sees(person))
  if (request.isConfidential && !person.isListed) throw refuseField('personId', words.notOnList(person))
  return person.name
}

async function checkAddress(tx: Tx, request: RequestRecord, email: string): Promise<string> {
  if (request.isConfidential) throw refuseField('email', words.noOutside)
  const [known] = await tx.query<{ isColleague: boolean; hasLeft: boolean }>(
    `select exists (select from app.people p where p.company_id = $1 and p.email = $3 and p.deleted_at is null)
         as "isColleague",
       exists (select from app.participants w where w.company_id = $1 and w.request_id = $2 and w.email = $3
         and w.left_at is not null) as "hasLeft"`,
    [request.companyId, request.id, email],
  )
  if (known?.isColleague) throw refuseField('email', words.isColleague)
  if (known?.hasLeft) throw refuseField('email', words.leftBefore(email))
  return email
}
