import type { Actor } from '../platform/actor.ts'
import { transact } from '../platform/db/transaction.ts'
import { newId } from '../platform/ids.ts'
import type { Subject } from '../platform/log/event.ts'
import { openRecord, type RecordEvent } from '../platform/log/record.ts'
import { openHouse } from '../platform/testing/house.ts'

type Role = 'TECHNICIAN' | 'SUPERVISOR'
export type Colleague = Actor & { email: string }

type Wanted = {
  desk: 'IT' | 'HR'
  requester: Colleague
  assignee?: Colleague
  /** Set for a confidential one. */
  confidential?: { includesDesk: boolean; list?: Colleague[] }
}

/**
 * Two small companies without the world, for tests of sockets: Rita and Marta ask, Paul looks on, Ana works at IT,
 * Nuria at HR, Elena is an admin; Olga is the admin of the other company.
 */
export async function openOffice() {
  const house = await openHouse()
  const { pools } = house
  const foreign = newId()
  await pools.platform.query(
    `insert into app.companies (company_id, name, slug, zone) values ($1, 'Other', 'other', 'UTC')`,
    [foreign],
  )

  const inCompany = async (companyId: string, sql: string, values: unknown[]) => {
    await transact(pools.app, { companyId, personId: null }, (tx) => tx.run(sql, values))
  }
  const desks = { IT: newId(), HR: newId() }
  for (const [code, id] of Object.entries(desks)) {
    await pools.platform.query(
      `insert into app.desks (company_id, id, code, name, prefix) values ($1, $2, $3, $3, $3)`,
      [house.companyId, id, code],
    )
  }

  /** Signs in once more. */
  const signIn = async (accountId: string, companyId: string, personId: string): Promise<string> => {
    const sessionId = newId()
    await pools.auth.query(
      `insert into auth.sessions (id, account_id, company_id, person_id, method, device, expires_at)
       values ($1, $2, $3, $4, 'test', 'Test', now() + interval '1 day')`,
      [sessionId, accountId, companyId, personId],
    )
    return sessionId
  }

  const hire = async (
    name: string,
    companyId: string,
    isAdmin = false,
    role?: { desk: 'IT' | 'HR'; as: Role },
  ) => {
    const id = newId()
    const accountId = newId()
    const email = `${name.toLowerCase()}@office.example`
    await pools.platform.query(
      `insert into app.people (company_id, id, account_id, email, first_name, last_name, is_admin, state)
       values ($1, $2, $3, $4, $5, 'Test', $6, 'ACTIVE')`,
      [companyId, id, accountId, email, name, isAdmin],
    )
    await pools.auth.query('insert into auth.accounts (id, email, name) values ($1, $2, $3)', [
      accountId,
      email,
      name,
    ])
    await pools.auth.query(
      `insert into auth.memberships (company_id, account_id, person_id, state) values ($1, $2, $3, 'ACTIVE')`,
      [companyId, accountId, id],
    )
    if (role) {
      await inCompany(
        companyId,
        'insert into app.desk_members (company_id, person_id, desk_id, role) values ($1, $2, $3, $4)',
        [companyId, id, desks[role.desk], role.as],
      )
    }
    const colleague: Colleague = {
      accountId,
      sessionId: await signIn(accountId, companyId, id),
      companyId,
      id,
      email,
      name: `${name} Test`,
      isAdmin,
      isSuperAdmin: false,
      isNarrowed: false,
      desks: new Map(role ? [[desks[role.desk], role.as]] : []),
      permissions: new Set(isAdmin ? ['requests.read_all'] : []),
    }
    return colleague
  }
  const people = {
    rita: await hire('Rita', house.companyId),
    marta: await hire('Marta', house.companyId),
    paul: await hire('Paul', house.companyId),
    ana: await hire('Ana', house.companyId, false, { desk: 'IT', as: 'TECHNICIAN' }),
    nuria: await hire('Nuria', house.companyId, false, { desk: 'HR', as: 'TECHNICIAN' }),
    elena: await hire('Elena', house.companyId, true),
    olga: await hire('Olga', foreign, true),
  }

  let number = 0
  /** A request, and itself as the subject of events. */
  const ask = async ({
    desk,
    requester,
    assignee,
    confidential,
  }: Wanted): Promise<Subject & { ref: string }> => {
    const id = newId()
    number += 1
    const ref = `${desk}-${number}`
    await inCompany(
      house.companyId,
      `insert into app.requests (company_id, id, reference_number, number, service_desk_id, requester_id, requester_email,
         created_by_id, summary, assigned_to_id, is_confidential, access_includes_desk)
       values ($1, $2, $3, $4, $5, $6, 'one@office.example', $6, 'Something', $7, $8, $9)`,
      [
        house.companyId,
        id,
        ref,
        number,
        desks[desk],
        requester.id,
        assignee?.id ?? null,
        confidential !== undefined,
        confidential?.includesDesk ?? true,
      ],
    )
    for (const { id: personId } of confidential?.list ?? []) {
      await inCompany(
        house.companyId,
        'insert into app.request_access (company_id, request_id, person_id) values ($1, $2, $3)',
        [house.companyId, id, personId],
      )
    }
    return {
      type: 'request',
      id,
      ref,
      deskId: desks[desk],
      people: [requester.id, assignee?.id ?? null],
      isConfidential: confidential !== undefined,
    }
  }

  /** Commits what these record, after a change if there is one. */
  const happen = async (
    tell: (record: RecordEvent) => void,
    change?: { sql: string; values: unknown[] },
    companyId = house.companyId,
  ) => {
    const { record, write } = openRecord(() => ({
      actorId: people.elena.id,
      actorName: people.elena.name,
      actorKind: 'person',
    }))
    await transact(
      pools.worker,
      { companyId, personId: null },
      async (tx) => {
        if (change) await tx.run(change.sql, change.values)
        tell(record)
      },
      write,
    )
    house.bell.ring('wrote')
  }

  return { ...house, foreign, desks, people, signIn, inCompany, ask, happen }
}

export type Office = Awaited<ReturnType<typeof openOffice>>
