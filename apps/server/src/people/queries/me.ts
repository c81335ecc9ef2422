import { type Me, people, usualPriorityNames } from '@deskhand/contract'
import type { z } from 'zod'
import { membershipsOf, noCompany } from '../../identity/access.ts'
import type { Actor } from '../../platform/actor.ts'
import type { Tx } from '../../platform/db/transaction.ts'
import { type Answer, answer } from '../../platform/http/answer.ts'
import { handle } from '../../platform/http/handle.ts'
import { defaultPreferences } from '../preferences.ts'
import { words } from '../words.ts'
import { personFields, withManager } from './person.ts'

type Mine = z.input<typeof Me>
type Part = Omit<Mine, 'companies' | 'permissions' | 'isSuperAdmin' | 'hasPassword' | 'sessionId'>
type AccountPart = { hasPassword: boolean; email: string; name: string; createdAt: Date }

/** Who is signed in, with what they may do: as the shell of the web asks first. Needs the sign-in role. */
export async function readMe(tx: Tx, actor: Actor): Promise<Answer<Mine>> {
  const [[part], [account], memberships] = await Promise.all([
    tx.query<{ mine: Part }>(
      `select json_build_object(${personFields(actor)},
         'company', (select json_build_object('id', c.company_id, 'name', c.name, 'slug', c.slug, 'zone', c.zone,
           'isDemo', c.is_demo, 'priorityNames', (select coalesce(json_object_agg(n.priority, n.name), '{}')
             from app.priority_names n where n.company_id = c.company_id)) from app.companies c where c.company_id = p.company_id),
         'desks', (select coalesce(json_agg(json_build_object('id', d.id, 'code', d.code, 'name', d.name,
             'role', dm.role) order by d.display_order, d.code), '[]')
           from app.desk_members dm join app.desks d on d.company_id = dm.company_id and d.id = dm.desk_id
           where dm.company_id = p.company_id and dm.person_id = p.id),
         'preferences', p.preferences) as mine
       from app.people p ${withManager} where p.company_id = $1 and p.id = $2`,
      [actor.companyId, actor.id],
    ),
    tx.query<AccountPart>(
      `select password_hash is not null as "hasPassword", email, name, created_at as "createdAt"
       from auth.accounts where id = $1`,
      [actor.accountId],
    ),
    membershipsOf(tx, actor.accountId),
  ])
  if (!account) throw new Error('A session without an account.')
  const mine = part?.mine ?? outsider(actor, account)
  return answer(
    {
      ...mine,
      company: {
        ...mine.company,
        priorityNames: { ...usualPriorityNames, ...mine.company.priorityNames },
      },
      preferences: { ...defaultPreferences, ...mine.preferences },
      companies: memberships
        .filter(({ isOpen }) => isOpen)
        .map(({ companyId, companyName }) => ({ id: companyId, name: companyName })),
      permissions: [...actor.permissions],
      isSuperAdmin: actor.isSuperAdmin,
      hasPassword: account.hasPassword,
      sessionId: actor.sessionId,
    },
    { version: mine.version },
  )
}

/** A super admin who acts for no company is nobody's colleague, but the shell must know their name. */
const outsider = (actor: Actor, account: AccountPart): Part => ({
  id: noCompany,
  email: account.email,
  firstName: account.name,
  lastName: '',
  name: account.name,
  jobTitle: null,
  department: null,
  site: null,
  phone: null,
  managerId: null,
  managerName: null,
  isVip: false,
  state: 'ACTIVE',
  roles: [],
  lastSignInAt: null,
  createdAt: account.createdAt.toISOString(),
  deletedAt: null,
  version: 1,
  company: {
    id: actor.companyId,
    name: words.outsideEveryCompany,
    slug: '',
    zone: 'UTC',
    isDemo: false,
    priorityNames: usualPriorityNames,
  },
  desks: [],
  preferences: defaultPreferences,
})

export const me = handle(people.me, ({ tx, actor }) => readMe(tx, actor), { door: 'auth' })
