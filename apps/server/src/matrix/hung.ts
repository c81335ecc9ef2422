import { drafts, files, links, requests, tasks, times } from '@deskhand/contract'
import { send } from '../files/sample.ts'
import { newId } from '../platform/ids.ts'
import type { Desk } from '../testing/desk.ts'
import type { Ids } from './asking.ts'

export type Wanted = { requester: string; worker: string; code: string; isConfidential?: boolean }

/** A request with one of everything that can hang on it, by the names that the paths have for it. */
export async function hangOn(
  desk: Desk,
  { requester, worker, code, isConfidential = false }: Wanted,
): Promise<Ids> {
  const { data: request } = await desk
    .as(requester)
    .call(requests.create, { body: { serviceDeskCode: code, summary: 'Theirs alone', isConfidential } })
  const { id } = request
  const params = { id }
  const technician = desk.as(worker)
  const { data: other } = await desk
    .as(worker)
    .call(requests.create, { body: { serviceDeskCode: code, summary: 'Another one' } })
  const said = await technician.call(requests.comment, { params, body: { message: 'Said to them.' } })
  const listed = await technician.call(tasks.add, { params, body: { title: 'To be done' } })
  const booked = await technician.call(times.book, { params, body: { minutes: 5 } })
  const linked = await technician.call(links.add, { params, body: { type: 'relates', requestId: other.id } })
  const watcherId = newId()
  // Nobody from outside follows what is confidential, so it is somebody of the desk.
  await desk.rows(
    requester,
    `insert into app.participants (company_id, id, request_id, person_id, added_by_id)
     select company_id, $1::uuid, id, $3::uuid, $3::uuid from app.requests where id = $2`,
    [watcherId, id, (await desk.who(worker)).personId],
  )
  await technician.call(drafts.save, { params, body: { text: 'Begun' } })
  await technician.call(drafts.share, { params, body: { isShared: true } })
  const { data: written } = await technician.call(drafts.list, { params })
  const sent = await send(desk, requester, id, 'note.txt', 'What it says')
  const sessionId = newId()
  await desk.rows(
    requester,
    `insert into app.chat_sessions (company_id, id, request_id, service_desk_id, started_by_id)
     select company_id, $1::uuid, id, service_desk_id, requester_id from app.requests where id = $2`,
    [sessionId, id],
  )
  return {
    id,
    activityId: said.data.id,
    messageId: said.data.id,
    taskId: listed.data.data[0]?.id ?? '',
    entryId: booked.data.id,
    linkId: linked.data.id,
    watcherId,
    draftId: written.data[0]?.id ?? '',
    attachmentId: files.upload.reply.parse(sent.data).id,
    sessionId,
  }
}
