import { type Activity, requests } from '@deskhand/contract'
import { type RawBuilder, type SqlBool, sql } from 'kysely'
import type { Actor } from '../../platform/actor.ts'
import { send } from '../../platform/db/send.ts'
import type { Tx } from '../../platform/db/transaction.ts'
import { type Answer, answer, Json } from '../../platform/http/answer.ts'
import { handle } from '../../platform/http/handle.ts'
import { named, noSuchRequest, visibleTo } from '../access.ts'
import { mayRead, supervises } from './columns.ts'
import { cursorOf, readCursor, totalOf } from './cursor.ts'
import { notePartOpened } from './noteOpening.ts'

type Page = {
  found: boolean
  /** The request, where it is confidential. */
  sealedId: string | null
  data: string
  more: boolean
  count: number
  at: string | null
  id: string | null
}
type Span = {
  limit: number
  after?: { value: string | null; id: string } | null
  /** As if these were merged into it already. */
  with?: readonly string[]
}

/** The newest page first; within a page, in order of time, as it is read. */
export const activities = handle(requests.activities, (inside) =>
  readTimeline(inside, inside.params.id, inside.query),
)

type Inside = Parameters<typeof notePartOpened>[0]
type Query = { limit: number; cursor?: string | undefined }
type Entries = { data: Activity[]; page: { next: string | null; totalEstimate: number | null } }

/** A page of what this person may see of a request's timeline. */
export async function readTimeline(
  inside: Inside,
  idOrReference: string,
  query: Query,
): Promise<Answer<Entries>> {
  const { tx, actor } = inside
  const { limit } = query
  const after = readCursor(query.cursor, { value: 'time', id: 'uuid' })
  const page = await readThread(tx, actor, named(idOrReference, 'r'), { limit, after })
  if (page.sealedId) await notePartOpened(inside, page.sealedId)
  const next = page.more ? cursorOf(page.at, page.id) : null
  const paging = { next, totalEstimate: totalOf(query, next, page.count) }
  return answer(new Json<Entries>(`{"data":${page.data},"page":${JSON.stringify(paging)}}`), { next })
}

/**
 * The entries of one request and, in their place, those of what was merged into it: each as far as the reader
 * could read it where it was written. Of a merged request also what was written to it since, which lies in
 * the other. What was passed on from here is not shown here twice.
 */
export async function readThread(
  tx: Tx,
  actor: Actor,
  which: RawBuilder<SqlBool>,
  { limit, after = null, with: others = [] }: Span,
): Promise<Page> {
  const older = after ? sql`and (c.created_at, c.id) < (${after.value}, ${after.id})` : sql``
  const newest = sql`${older} order by c.created_at desc, c.id desc limit ${limit + 1}`
  const merged = others.length > 0 ? sql`or s.id = any (${others}::uuid[])` : sql``
  const [page] = await send<Page>(
    tx,
    sql`
      with recursive r as (
        select r.company_id, r.id, r.service_desk_id, r.is_confidential from app.requests r
        where r.company_id = ${actor.companyId} and ${which} and ${visibleTo(actor, 'r')}
          and (r.deleted_at is null or ${supervises(actor)})),
      family as (
        select r.company_id, r.id, null as ref from r
        union
        select s.company_id, s.id, s.reference_number from family f
        join app.requests s on s.company_id = f.company_id and (s.merged_into_id = f.id ${merged})
        where s.deleted_at is null and ${visibleTo(actor, 's')}),
      entries as (
        (select c.*, coalesce(f.ref, via.reference_number) as from_reference
          from r join family f on f.company_id = r.company_id cross join lateral (
            select c.* from app.request_activities c
            where c.company_id = f.company_id and c.request_id = f.id and ${mayRead(actor)}
              and (f.ref is null or not c.metadata ? 'passedOnFrom') ${newest}) c
          left join app.requests via on via.company_id = c.company_id and via.id = c.via_request_id)
        union all
        (select c.*, null from r cross join lateral (
          select c.* from app.request_activities c
          where c.company_id = r.company_id and c.via_request_id = r.id and c.request_id <> r.id
            and ${mayRead(actor)} ${newest}) c)),
      page as (
        select a.*, row_number() over (order by a.created_at desc, a.id desc) as place from entries a
        order by a.created_at desc, a.id desc limit ${limit + 1})
      select exists (select from r) as found, (select r.id from r where r.is_confidential) as "sealedId",
        coalesce(json_agg(${entryFrom(sql`a.from_reference`)} order by a.created_at, a.id)
          filter (where a.place <= ${limit}), '[]')::text as data,
        count(*) > ${limit} as more, count(*)::int as count,
        to_json(max(a.created_at) filter (where a.place = ${limit})) #>> '{}' as at,
        max(a.id::text) filter (where a.place = ${limit}) as id
      from page a`,
  )
  if (!page?.found) throw noSuchRequest()
  return page
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

/** Without the number of what was waited for where that is confidential by now, also for who sees it: as on the request. */
const metadata = sql`case when a.metadata ? 'waitFor' and not exists (
    select from app.requests w where w.company_id = a.company_id
      and w.reference_number = a.metadata ->> 'waitFor' and not w.is_confidential)
  then a.metadata - 'waitFor' else a.metadata end`

/** The contract's Activity, of `app.request_activities a`. */
const entryFrom = (fromReference: RawBuilder<unknown>) => sql`json_build_object(
  'id', a.id, 'fromReference', ${fromReference}, 'activityType', a.activity_type, 'message', a.message,
  'isInternal', a.is_internal, 'isSystemGenerated', a.is_system_generated, 'authorId', a.author_id,
  'authorName', a.author_name, 'authorRole', a.author_role, 'createdAt', a.created_at, 'editedAt', a.edited_at,
  'withdrawnAt', a.withdrawn_at, 'metadata', ${metadata},
  'attachments', coalesce(
    (select json_agg(json_build_object('id', f.id, 'requestId', f.request_id, 'fileName', f.file_name,
        'fileSize', f.file_size, 'mimeType', f.mime_type, 'hasPreview', f.preview_path is not null)
        order by f.created_at, f.id)
      from app.attachments f
      where f.company_id = a.company_id and f.activity_id = a.id and f.deleted_at is null), '[]'))`

/** The same, read where it was written. */
export const entryColumn = entryFrom(sql`null`)
