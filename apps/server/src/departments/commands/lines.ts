import { type AnswerRow, type Answers, expenseLines, requisitionLines, rowsOf } from '@deskhand/contract'
import { deskFacts } from '../../desks/access.ts'
import { answer } from '../../platform/http/answer.ts'
import { type Handler, handle } from '../../platform/http/handle.ts'
import { Stop } from '../../platform/stop.ts'
import { loadRequest, noSuchRequest } from '../../requests/access.ts'
import { changeFields } from '../../requests/commands/update.ts'
import { inThisBody, type Served, toRow } from '../access.ts'
import { idsOf } from '../lineIds.ts'
import { readOne } from '../queries/get.ts'
import { words } from '../words.ts'
import { merged } from './change.ts'

type Inside = Parameters<typeof loadRequest>[0] & Parameters<typeof changeFields>[0]

/** Changes the lines of a locked request by the rule of every change of its answers, and answers it as it is then. */
async function changeLines(
  inside: Inside,
  service: Served,
  id: string,
  next: (lines: AnswerRow[]) => AnswerRow[],
) {
  const { tx, platform } = inside
  const before = await loadRequest(inside, id, { lock: true })
  const type = (await deskFacts(platform, tx)).type(before.requestTypeId ?? '')
  if (type?.kind !== service.kind) throw noSuchRequest()
  const lines = next(rowsOf((before.customFields as Answers)['lineItems']))
  const customFields = await merged(tx, before, { lineItems: lines })
  const request = await inThisBody(() => changeFields(inside, before, { customFields }))
  const view = await readOne(inside, service, request.id)
  return answer(view, { version: view.version, unchanged: request.version === before.version })
}

/** Where the line of this name stands, or 404: it was never there, or it is another by now. */
function placeOf(lines: readonly AnswerRow[], lineId: string): number {
  const at = idsOf(lines).indexOf(lineId)
  if (at < 0) throw new Stop('not_found', words.noSuchLine)
  return at
}

const routesOf = {
  expenseReimbursements: expenseLines,
  // The handlers answer a view that both contracts have been derived from.
  purchaseRequisitions: requisitionLines as unknown as typeof expenseLines,
}

/** Adding, changing and removing single lines of a claim or a purchase. */
export function linesOf(
  service: Served & { name: keyof typeof routesOf },
): Record<'add' | 'change' | 'remove', Handler> {
  const { add, change, remove } = routesOf[service.name]
  return {
    add: handle(
      add,
      (inside) =>
        changeLines(inside, service, inside.params.id, (lines) => [
          ...lines,
          toRow(inside.body as AnswerRow),
        ]) as never,
    ),
    change: handle(
      change,
      (inside) =>
        changeLines(inside, service, inside.params.id, (lines) => {
          const at = placeOf(lines, inside.params.lineId)
          const given = inside.body as AnswerRow
          const row = { ...lines[at], ...toRow(given) }
          if (given['receiptAttachmentId'] === null) row['receipt'] = null
          return lines.with(at, withoutNulls(row))
        }) as never,
    ),
    remove: handle(
      remove,
      (inside) =>
        changeLines(inside, service, inside.params.id, (lines) =>
          lines.toSpliced(placeOf(lines, inside.params.lineId), 1),
        ) as never,
    ),
  }
}

const withoutNulls = (row: AnswerRow): AnswerRow =>
  Object.fromEntries(Object.entries(row).filter(([, cell]) => cell !== null))
