import type { Tx } from '../platform/db/transaction.ts'

const snake = (name: string) => name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`)

/** Inserts plain rows, 5,000 a statement; their keys are the columns. The next is written while one runs. */
export async function insertRows(tx: Tx, table: string, rows: readonly object[]): Promise<void> {
  const [first] = rows
  if (!first) return
  const columns = Object.keys(first).map(snake)
  const names = columns.join(', ')
  const running: Promise<unknown>[] = []
  for (let at = 0; at < rows.length; at += 5_000) {
    const chunk = rows
      .slice(at, at + 5_000)
      .map((row) => Object.fromEntries(Object.entries(row).map(([key, value]) => [snake(key), value])))
    running.push(
      tx.run(
        `insert into ${table} (${names}) select ${names} from jsonb_populate_recordset(null::${table}, $1::jsonb)`,
        [JSON.stringify(chunk)],
      ),
    )
  }
  await Promise.all(running)
}
