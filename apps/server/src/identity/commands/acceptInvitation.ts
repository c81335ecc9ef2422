import { identity } from '@deskhand/contract'
import { clock } from '../../platform/clock/clock.ts'
import type { Tx } from '../../platform/db/transaction.ts'
import { handleOutside } from '../../platform/http/handle.ts'
import { refuseField, Stop } from '../../platform/stop.ts'
import { inEach, loadAccount, type Membership, membershipsOf } from '../access.ts'
import { refuseForeignCookie } from '../authenticate.ts'
import { endTokens, loadToken, type OneTimeToken } from '../oneTimeTokens.ts'
import { refuseWeak } from '../passwordRule.ts'
import { hashPassword } from '../passwords.ts'
import { asksForPassword } from '../rules.ts'
import { issueSession } from '../session.ts'
import { words } from '../words.ts'

/** Joins the company. The mail proves the mailbox; what the session may do with that, rules.ts says. */
export const acceptInvitation = handleOutside(
  identity.acceptInvitation,
  async ({ platform, from, body, open, request }) => {
    refuseForeignCookie(request, platform.config.url, body.delivery)
    const needsPassword = await open(async ({ tx }) => {
      const token = await loadToken(tx, 'invitation', body.token)
      const [account, memberships, home] = await Promise.all([
        loadAccount(tx, token.accountId),
        membershipsOf(tx, token.accountId),
        invitedTo(tx, token),
      ])
      if (!home) throw new Stop('gone', words.goneInvitation)
      const needsPassword = asksForPassword(account, memberships)
      if (needsPassword && !body.password) throw refuseField('password', words.needsPassword)
      if (!needsPassword && body.password) throw refuseField('password', words.hasPassword)
      if (body.password)
        refuseWeak('password', body.password, [home.companyName, home.personName, account.email])
      return needsPassword
    })
    const passwordHash = needsPassword && body.password ? await hashPassword(body.password) : null

    return open(async (inside) => {
      const { tx, enter, record } = inside
      const token = await loadToken(tx, 'invitation', body.token)
      const home = await invitedTo(tx, token)
      if (!home) throw new Stop('gone', words.goneInvitation)
      await enter(home, { actorId: home.personId, actorName: home.personName, actorKind: 'person' })
      const joined = await tx.run(
        `update app.people set state = 'ACTIVE', version = version + 1, updated_at = $2
         where company_id = app.cid() and id = $1 and state = 'INVITED' and deleted_at is null`,
        [home.personId, clock.now()],
      )
      if (joined.rowCount === 0) throw new Stop('gone', words.goneInvitation)
      await tx.run(`update auth.memberships set state = 'ACTIVE' where company_id = $1 and account_id = $2`, [
        home.companyId,
        token.accountId,
      ])
      if (passwordHash) {
        // Nothing to do when a password came in between: that one stays.
        await tx.run(
          `update auth.accounts set password_hash = $2, password_set_at = $3 where id = $1 and password_hash is null`,
          [token.accountId, passwordHash, clock.now()],
        )
      }
      await endTokens(tx, token.accountId, ['invitation'], home.companyId)
      record(
        'person.joined',
        { type: 'person', id: home.personId, ref: home.personName, people: [home.personId] },
        {},
      )
      const signedIn = await issueSession(platform, from, inside, {
        accountId: token.accountId,
        method: 'invitation',
        companyId: home.companyId,
        // A link that lay in a mailbox for a week proves nothing beyond itself.
        provedAt: passwordHash ? clock.now() : null,
        delivery: body.delivery,
      })
      if (!signedIn) throw new Stop('gone', words.goneInvitation)
      return signedIn
    })
  },
  { door: 'auth' },
)

/** Who is invited by this token, and where; null when the person or the company is no longer waiting for anybody. */
export async function invitedTo(tx: Tx, token: OneTimeToken): Promise<Omit<Membership, 'isOpen'> | null> {
  const places = await tx.query<{ companyId: string; personId: string }>(
    `select company_id as "companyId", person_id as "personId" from auth.memberships
     where company_id = $1 and account_id = $2 and state = 'INVITED'`,
    [token.companyId, token.accountId],
  )
  const [found] = await inEach<{ companyName: string; personName: string }>(
    tx,
    places,
    `select c.name as "companyName", p.name as "personName"
     from app.people p join app.companies c on c.company_id = p.company_id
     where p.company_id = app.cid() and p.id = app.pid()
       and c.state = 'ACTIVE' and p.state = 'INVITED' and p.deleted_at is null`,
  )
  const [place] = places
  const [names] = found ?? []
  return place && names ? { ...place, ...names } : null
}
