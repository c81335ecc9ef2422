import { type Activity, requests } from '@deskhand/contract'
import { type RawBuilder, type SqlBool, sql } from 'kysely'
import type { Actor } from '../../platform/actor.ts'
import { send } from '../../platform/db/send.ts'
import type { Tx } from '../../platform/db/transaction.ts'
import { type Answer, answer, Json } from '../../platform/http/answer.ts'
import { handle } from '../../platform/http/handle.ts'
import { named, noSuchRequest, visibleTo } from '../access.ts'
import { supervises, worksOn } from './columns.ts'
import { cursorOf, readCursor } from './cursor.ts'

type Page = { found: boolean; data: string; more: boolean; at: string | null; id: string | null }

/** The newest page first; within a page, in order of time, as it is read. */
export const activities = handle(requests.activities, ({ tx, actor, params, query }) =>
  readTimeline(tx, actor, params.id, query),
)

type Query = { limit: number; cursor?: string | undefined }
type Entries = { data: Activity[]; page: { next: string | null; totalEstimate: null } }

/** A page of what this person may see of a request's timeline. */
export async function readTimeline(
  tx: Tx,
  actor: Actor,
  idOrReference: string,
  query: Query,
): Promise<Answer<Entries>> {
  const { limit } = query
  const after = readCursor(query.cursor, { value: 'time', id: 'uuid' })
  const older = after ? sql`and (a.created_at, a.id) < (${after.value}, ${after.id})` : sql``
  const [page] = await send<Page>(
    tx,
    sql`
      with r as (
        select r.company_id, r.id, ${worksOn(actor)} as works_on from app.requests r
        where r.company_id = ${actor.companyId} and ${named(idOrReference, 'r')} and ${visibleTo(actor, 'r')}
          and (r.deleted_at is null or ${supervises(actor)})),
      entries as (
        select a.* from r join app.request_activities a on a.company_id = r.company_id and a.request_id = r.id
        where (not a.is_internal or r.works_on) ${older}
        order by a.created_at desc, a.id desc limit ${limit + 1}),
      page as (select a.*, row_number() over (order by a.created_at desc, a.id desc) as place from entries a)
      select exists (select from r) as found,
        coalesce(json_agg(${entryColumn} order by a.created_at, a.id) filter (where a.place <= ${limit}), '[]')::text
          as data,
        count(*) > ${limit} as more,
        to_json(max(a.created_at) filter (where a.place = ${limit})) #>> '{}' as at,
        max(a.id::text) filter (where a.place = ${limit}) as id
      from page a`,
  )
  if (!page?.found) throw noSuchRequest()
  const next = page.more ? cursorOf(page.at, page.id) : null
  return answer(
    new Json<Entries>(`{"data":${page.data},"page":{"next":${JSON.stringify(next)},"totalEstimate":null}}`),
    { next },
  )
}

/** One entry that its author has just written. */
export async function readActivity(tx: Tx, id: string): Promise<Json<Activity>> {
  const which: RawBuilder<SqlBool> = sql`a.company_id = ${tx.whose.companyId} and a.id = ${id}`
  const [row] = await send<{ text: string }>(
    tx,
    sql`select (${entryColumn})::text as text from app.request_activities a where ${which}`,
  )
  return new Json<Activity>(row?.text ?? 'null')
}

/** The contract's Activity, of `app.request_activities a`. */
export const entryColumn = sql`json_build_object(
  'id', a.id, 'activityType', a.activity_type, 'message', a.message, 'isInternal', a.is_internal,
  'isSystemGenerated', a.is_system_generated, 'authorId', a.author_id, 'authorName', a.author_name,
  'authorRole', a.author_role, 'createdAt', a.created_at, 'editedAt', a.edited_at, 'withdrawnAt', a.withdrawn_at,
  'metadata', a.metadata,
  'attachments', coalesce(
    (select json_agg(json_build_object('id', f.id, 'fileName', f.file_name, 'fileSize', f.file_size,
        'mimeType', f.mime_type, 'hasPreview', f.preview_path is not null) order by f.created_at, f.id)
      from app.attachments f
      where f.company_id = a.company_id and f.activity_id = a.id and f.deleted_at is null), '[]'))`
