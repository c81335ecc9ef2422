import { sql } from 'kysely'
import { clock } from '../platform/clock/clock.ts'
import type { Db } from '../platform/db/kysely.ts'

type Profile = {
  firstName?: string | undefined
  lastName?: string | undefined
  jobTitle?: string | null | undefined
  department?: string | null | undefined
  site?: string | null | undefined
  phone?: string | null | undefined
  managerId?: string | null | undefined
  isVip?: boolean | undefined
}

/** Writes what is given of a profile, as the next version. */
export async function saveProfile(db: Db, companyId: string, id: string, profile: Profile): Promise<void> {
  const given = Object.fromEntries(Object.entries(profile).filter(([, value]) => value !== undefined))
  await db
    .updateTable('people')
    .set({ ...given, version: sql`version + 1`, updatedAt: clock.now() })
    .where('companyId', '=', companyId)
    .where('id', '=', id)
    .execute()
}
