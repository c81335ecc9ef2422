import { chat } from '@deskhand/contract'
import { deskFacts } from '../../desks/access.ts'
import { handle } from '../../platform/http/handle.ts'
import { readDesks } from './desks.ts'

export const availability = handle(chat.availability, async ({ tx, actor, platform, query }) => {
  const facts = await deskFacts(platform, tx)
  const wanted = query.desk?.toUpperCase()
  const desks = facts.desks.filter(({ isActive, code }) => isActive && (!wanted || code === wanted))
  return { data: await readDesks({ tx, actor, platform }, desks) }
})
