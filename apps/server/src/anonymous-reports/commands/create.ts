import { anonymousReports } from '@deskhand/contract'
import { deskFacts } from '../../desks/access.ts'
import type { Actor } from '../../platform/actor.ts'
import { clock } from '../../platform/clock/clock.ts'
import type { Tx } from '../../platform/db/transaction.ts'
import { handleOutside } from '../../platform/http/handle.ts'
import { newId } from '../../platform/ids.ts'
import type { Platform } from '../../platform/platform.ts'
import { Stop } from '../../platform/stop.ts'
import { openRequest } from '../../requests/commands/create.ts'
import { enterAs, newReporter } from '../access.ts'
import { readPass } from '../pass.ts'
import { words } from '../words.ts'

/** Opens the report in the name of nobody, and tells the code once: only its hash is stored. */
export const create = handleOutside(anonymousReports.create, async ({ body, platform, open }) => {
  const companyId = readPass(platform.secret, body.pass, clock.now())
  if (companyId === null) throw new Stop('not_found', words.notOffered)
  if (companyId === 'old') throw new Stop('gone', words.oldPass)
  const { actor, code } = await newReporter(platform, companyId)
  const { summary, description, customFields } = body
  const { referenceNumber } = await open(async (inside) => {
    await enterAs(inside, actor)
    const requestTypeId = await typeIn(inside.tx, platform)
    await bringForth(inside.tx, actor)
    return openRequest(
      { ...inside, actor, platform },
      {
        requestTypeId,
        summary,
        isConfidential: true,
        ...(description === undefined ? {} : { description }),
        ...(customFields === undefined ? {} : { customFields }),
      },
    )
  })
  return { referenceNumber, code }
})

/** The kind of request that is such a report, while the company works and offers it. */
async function typeIn(tx: Tx, platform: Platform): Promise<string> {
  const [company] = await tx.query(`select from app.companies where company_id = $1 and state = 'ACTIVE'`, [
    tx.whose.companyId,
  ])
  const type = company && (await deskFacts(platform, tx)).typeOfKind('HR_ISSUE')
  if (!type) throw new Stop('not_found', words.notOffered)
  return type.id
}

/** A person of nobody, who cannot come in, is told nothing and stands in no directory. */
async function bringForth(tx: Tx, { companyId, id }: Actor): Promise<void> {
  await tx.run(
    `insert into app.people (company_id, id, account_id, email, first_name, last_name, state, deleted_at, is_anonymous)
     values ($1, $2, $3, $4, $5, $6, 'BLOCKED', now(), true)`,
    [companyId, id, newId(), `${id}@anonymous.invalid`, words.first, words.last],
  )
}
