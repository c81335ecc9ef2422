import type { Schedule } from '../platform/jobs/reaction.ts'
import type { Platform } from '../platform/platform.ts'
import { keepFirstKey } from '../platform/signing.ts'

/** Reports from before decision 103 get the public key that checks them, once. */
export const schedules = ({ secret }: Pick<Platform, 'secret'>): Schedule[] => [
  {
    name: 'stock_takes.keep_first_key',
    cron: '*/5 * * * *',
    run: async ({ tx, companyId }) => {
      const unkeyed = 'company_id = $1 and signature is not null and public_key is null'
      const old = await tx.query(`select from app.stock_takes where ${unkeyed} limit 1`, [companyId])
      if (old.length === 0) return
      const publicKey = await keepFirstKey(tx, secret)
      await tx.run(`update app.stock_takes set public_key = $2 where ${unkeyed}`, [companyId, publicKey])
    },
  },
]
