import type { DraftBody, RequestDraft } from '@deskhand/contract'
import type { DeskFacts } from '../desks/access.ts'
import type { Tx } from '../platform/db/transaction.ts'
import type { Platform } from '../platform/platform.ts'
import { deriveKey, seal, unseal } from '../platform/secret.ts'
import { Stop } from '../platform/stop.ts'

type Secret = Pick<Platform, 'secret'>
export type DraftRow = { key: string; sealed: Buffer; savedAt: Date }

const keyOf = ({ secret }: Secret, tx: Tx) => deriveKey(secret, `drafts:${tx.whose.companyId}`)

/** What somebody writes before they send it is theirs alone, so it lies encrypted. */
export const sealDraft = (platform: Secret, tx: Tx, body: DraftBody): Buffer =>
  seal(keyOf(platform, tx), JSON.stringify(body))

export function openDraft(platform: Secret, tx: Tx, row: DraftRow, { type }: DeskFacts): RequestDraft {
  const body: DraftBody = JSON.parse(unseal(keyOf(platform, tx), row.sealed))
  const kind = body.requestTypeId === null ? undefined : type(body.requestTypeId)
  return {
    ...body,
    key: row.key,
    requestTypeName: kind?.isActive ? kind.name : null,
    savedAt: row.savedAt.toISOString(),
  }
}

/** A key is one short line of the writer’s own. */
export function checkKey(key: string): string {
  if (/^[\w.:-]{1,80}$/.test(key)) return key
  throw new Stop('not_found', 'A draft has a key of up to 80 letters, digits, dots, colons and dashes.')
}
