import { type Answers, type FormDefinition, fileLimits } from '@deskhand/contract'
import type { Actor } from '../../platform/actor.ts'
import type { Tx } from '../../platform/db/transaction.ts'
import { Stop } from '../../platform/stop.ts'
import { words } from '../words.ts'
import { namedIn } from './references.ts'

/** Makes the files that answers name files of the request; those that are already are left alone. */
export async function claimFiles(
  tx: Tx,
  actor: Actor,
  requestId: string,
  definition: FormDefinition,
  answers: Answers,
): Promise<void> {
  const ids = [...new Set(namedIn(definition, answers).files)]
  if (ids.length === 0) return
  const [row] = await tx.query<{ count: number; missing: number }>(claim, [
    tx.whose.companyId,
    requestId,
    actor.id,
    actor.name,
    ids,
  ])
  if (row && row.missing > 0) throw new Stop('rule', words.noSuchAnswerFile)
  if ((row?.count ?? 0) > fileLimits.perRequest)
    throw new Stop('rule', words.tooManyFiles(fileLimits.perRequest))
}

const claim = `
  with staged as (
    delete from app.staged_files s
    where s.company_id = $1 and s.person_id = $3 and s.id = any ($5::uuid[]) returning s.*),
  kept as (
    select a.id from app.attachments a where a.company_id = $1 and a.request_id = $2 and a.deleted_at is null),
  claimed as (
    insert into app.attachments (company_id, id, request_id, uploaded_by_id, uploaded_by_name, file_name, file_size,
      mime_type, storage_path, preview_path, created_at)
    select company_id, id, $2, $3, $4, file_name, file_size, mime_type, storage_path, preview_path, created_at
    from staged)
  select (select count(*) from staged)::int + (select count(*) from kept)::int as count,
    (select count(*) from unnest($5::uuid[]) as wanted(id)
      where id not in (select id from staged) and id not in (select id from kept))::int as missing`
