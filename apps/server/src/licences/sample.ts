import { type BodyIn, licences } from '@deskhand/contract'
import type { Desk } from '../testing/desk.ts'
import { ana, sofia } from '../testing/people.ts'

let made = 0

/** A licence of the company of this person. */
export async function addLicence(
  desk: Desk,
  body: Partial<BodyIn<typeof licences.create>> = {},
  by = body.key ? sofia : ana,
) {
  made += 1
  const { data } = await desk
    .as(by)
    .call(licences.create, { body: { name: `Licence ${made}`, kind: 'PER_PERSON', seats: 3, ...body } })
  return data
}

export const readLicence = async (desk: Desk, id: string, by = ana) =>
  (await desk.as(by).call(licences.get, { params: { id } })).data

/** Active people of the company, as many as wanted. */
export async function somePeople(desk: Desk, count: number, by = ana): Promise<string[]> {
  const rows = await desk.rows<{ id: string }>(
    by,
    `select id from app.people where state = 'ACTIVE' and deleted_at is null and not is_admin
       and email not like all (array['ana@%', 'jorge@%', 'sofia@%']) order by id desc limit $1`,
    [count],
  )
  return rows.map(({ id }) => id)
}
