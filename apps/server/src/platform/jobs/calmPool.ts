import type pg from 'pg'

const nothing = { rows: [], rowCount: 0, command: '', oid: 0, fields: [] }

/**
 * The pool as the queue gets it. When the database fails it, the queue sees an empty answer and we hear of the
 * trouble: a statement that fails while a job is being completed would hang it, and one that fails while it stops
 * would end the process. Whoever hears of trouble ends this queue and opens another.
 */
export function calmPool(pool: pg.Pool, onTrouble: (error: unknown) => void): pg.Pool {
  const hush = (error: unknown) => {
    onTrouble(error)
    return nothing
  }
  const calmly = <Target extends object>(target: Target, ways: Record<string, unknown>): Target =>
    new Proxy(target, {
      get(_, key) {
        if (typeof key === 'string' && key in ways) return ways[key]
        const value: unknown = Reflect.get(target, key)
        return typeof value === 'function' ? value.bind(target) : value
      },
    })
  const querying = (target: pg.Pool | pg.PoolClient) => (query: pg.QueryConfig, values?: unknown[]) =>
    target.query(query, values).catch(hush)

  // Without a callback for single statements, with one for the line that listens.
  const connect = (listen?: Parameters<pg.Pool['connect']>[0]) => {
    if (!listen) {
      return pool.connect().then(
        (client) => calmly(client, { query: querying(client) }),
        (error: unknown) => ({ query: async () => hush(error), release: () => undefined }),
      )
    }
    pool.connect((error, client, done) => {
      if (error) onTrouble(error)
      client?.once('error', onTrouble)
      listen(error, client, done)
    })
  }
  return calmly(pool, { query: querying(pool), connect })
}
