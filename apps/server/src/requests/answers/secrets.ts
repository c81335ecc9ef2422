import { createHmac } from 'node:crypto'
import type { AnswerValue } from '@deskhand/contract'
import { z } from 'zod'
import { clock } from '../../platform/clock/clock.ts'
import type { Tx } from '../../platform/db/transaction.ts'
import type { Platform } from '../../platform/platform.ts'
import { deriveKey, seal, unseal } from '../../platform/secret.ts'

type Named = { requestId: string; field: string }
type Sealed = { request: string; field: string; value: AnswerValue }

const keyOf = ({ secret }: Pick<Platform, 'secret'>, tx: Tx) =>
  deriveKey(secret, `answers:${tx.whose.companyId}`)

/**
 * A mark of each answer: its keyed hash. The request and the field are in it, so that the same account in two requests
 * has two marks. `kept` are the marks of answers that stay; an answer that is taken back has none.
 */
export function marksOf(
  platform: Pick<Platform, 'secret'>,
  tx: Tx,
  requestId: string,
  answers: Readonly<Record<string, AnswerValue>>,
  kept: Marks = {},
): Marks {
  const marks = { ...kept }
  const key = deriveKey(platform.secret, `marks:${tx.whose.companyId}`)
  for (const [field, value] of Object.entries(answers)) {
    if (value === null) delete marks[field]
    else
      marks[field] = createHmac('sha256', key)
        .update(JSON.stringify([requestId, field, value]))
        .digest('hex')
  }
  return marks
}

/** What is stored of them, as marks. */
export const storedMarks = (stored: unknown): Marks => z.record(z.string(), z.string()).parse(stored)

export type Marks = Record<string, string>

/** Encrypts answers (AES-256-GCM, the company's key); what they belong to is inside, so that none can be moved. */
export async function writeSecrets(
  platform: Pick<Platform, 'secret'>,
  tx: Tx,
  requestId: string,
  answers: Readonly<Record<string, AnswerValue>>,
): Promise<void> {
  const fields = Object.entries(answers)
  const gone = fields.filter(([, value]) => value === null).map(([field]) => field)
  const key = fields.length > 0 ? keyOf(platform, tx) : null
  const rows = fields
    .filter(([, value]) => value !== null)
    .map(([field, value]) => {
      const inside: Sealed = { request: requestId, field, value }
      return { field, sealed: key ? seal(key, JSON.stringify(inside)).toString('base64') : '' }
    })
  const written: Promise<unknown>[] = []
  if (gone.length > 0) {
    written.push(
      tx.run(
        'delete from app.request_secrets where company_id = $1 and request_id = $2 and field = any ($3::text[])',
        [tx.whose.companyId, requestId, gone],
      ),
    )
  }
  if (rows.length > 0) {
    written.push(tx.run(upsert, [tx.whose.companyId, requestId, clock.now(), JSON.stringify(rows)]))
  }
  await Promise.all(written)
}

const upsert = `
  insert into app.request_secrets (company_id, request_id, field, sealed, updated_at)
  select $1, $2, field, decode(sealed, 'base64'), $3 from jsonb_to_recordset($4::jsonb) as s(field text, sealed text)
  on conflict (company_id, request_id, field) do update set sealed = excluded.sealed, updated_at = excluded.updated_at`

/** The encrypted answers of a request; row-level security leaves out what the caller may not read. */
export async function readSecrets(
  platform: Pick<Platform, 'secret'>,
  tx: Tx,
  requestId: string,
): Promise<Record<string, AnswerValue>> {
  const rows = await tx.query<{ field: string; sealed: Buffer }>(
    'select field, sealed from app.request_secrets where company_id = $1 and request_id = $2 order by field',
    [tx.whose.companyId, requestId],
  )
  const key = rows.length > 0 ? keyOf(platform, tx) : null
  return Object.fromEntries(
    rows.map(({ field, sealed }) => [field, key ? open(key, sealed, { requestId, field }) : null]),
  )
}

function open(key: Buffer, sealed: Buffer, { requestId, field }: Named): AnswerValue {
  const inside: Sealed = JSON.parse(unseal(key, sealed))
  if (inside.request !== requestId || inside.field !== field)
    throw new Error('An encrypted answer lies where it does not belong.')
  return inside.value
}
