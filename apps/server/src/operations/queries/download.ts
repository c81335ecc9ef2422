import { operationLimit, operations } from '@deskhand/contract'
import { attachmentHeader } from '../../platform/files/names.ts'
import { handleOutside } from '../../platform/http/handle.ts'
import { Stop } from '../../platform/stop.ts'
import { loadOperation } from '../access.ts'
import { csvOf } from '../rules.ts'
import { words } from '../words.ts'
import { type Placed, readResults } from './readResults.ts'

/** The results as a table. */
export const download = handleOutside(operations.download, async ({ open, actor, params, reply }) => {
  if (!actor) throw new Stop('not_signed_in', 'Sign in first.')
  const rows = await open(async ({ tx }) => {
    const operation = await loadOperation(tx, actor, params.id)
    return readResults(tx, actor, operation, { limit: operationLimit })
  })
  reply
    .headers({
      'content-type': 'text/csv; charset=utf-8',
      'content-disposition': attachmentHeader('results.csv'),
      'x-content-type-options': 'nosniff',
    })
    .send(csvOf([words.columns, ...rows.map(lineOf)]))
  return {}
})

const lineOf = ({ subjectRef, outcome, status, detail, changes }: Placed): string[] => [
  subjectRef ?? '',
  outcome,
  String(status ?? ''),
  detail ?? '',
  Object.entries(changes)
    .map(([field, [before, after]]) => `${field}: ${said(before)} → ${said(after)}`)
    .join('; '),
]

const said = (value: unknown): string =>
  value === null || value === undefined ? '—' : typeof value === 'string' ? value : JSON.stringify(value)
