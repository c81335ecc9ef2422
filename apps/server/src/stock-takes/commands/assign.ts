import type { Tx } from '../../platform/db/transaction.ts'

/** Makes these people, and nobody else, who counts. */
export async function assign(tx: Tx, id: string, personIds: readonly string[]): Promise<void> {
  const { companyId } = tx.whose
  await tx.run('delete from app.stock_take_assignees where company_id = $1 and stock_take_id = $2', [
    companyId,
    id,
  ])
  await tx.run(
    `insert into app.stock_take_assignees (company_id, stock_take_id, person_id)
     select distinct $1::uuid, $2::uuid, unnest($3::uuid[])`,
    [companyId, id, personIds],
  )
}
