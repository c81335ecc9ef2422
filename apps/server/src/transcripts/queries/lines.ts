import type { Tx } from '../../platform/db/transaction.ts'

export type Transcript = {
  companyName: string
  zone: string
  deskName: string
  ref: string
  summary: string
  description: string | null
  requesterName: string
  requesterId: string
  isConfidential: boolean
  createdAt: Date
  entries: {
    at: string
    author: string
    role: string | null
    text: string
    files: string[]
    isChange: boolean
  }[]
}

/** The public conversation of a request whose door was passed: no note, nothing that was withdrawn. */
export async function readTranscript(tx: Tx, requestId: string): Promise<Transcript | null> {
  const [row] = await tx.query<Transcript>(
    `select c.name as "companyName", c.zone, d.name as "deskName", r.reference_number as ref, r.summary, r.description,
       asker.name as "requesterName", r.requester_id as "requesterId", r.is_confidential as "isConfidential",
       r.created_at as "createdAt",
       coalesce((select json_agg(json_build_object('at', a.created_at, 'author', a.author_name, 'role', a.author_role,
           'text', a.message, 'isChange', a.activity_type <> 'COMMENT',
           'files', coalesce((select json_agg(f.file_name order by f.created_at, f.id) from app.attachments f
             where f.company_id = a.company_id and f.activity_id = a.id and f.deleted_at is null
               and not f.is_internal), '[]')) order by a.created_at, a.id)
         from app.request_activities a
         where a.company_id = r.company_id and a.request_id = r.id and not a.is_internal
           and a.withdrawn_at is null and a.activity_type <> 'ATTACHMENT'), '[]') as entries
     from app.requests r
     join app.companies c on c.company_id = r.company_id
     join app.desks d on d.company_id = r.company_id and d.id = r.service_desk_id
     join app.people asker on asker.company_id = r.company_id and asker.id = r.requester_id
     where r.company_id = $1 and r.id = $2 and r.deleted_at is null`,
    [tx.whose.companyId, requestId],
  )
  return row ?? null
}
