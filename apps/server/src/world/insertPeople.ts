import { insertRows } from './insertRows.ts'
import type { World } from './shapes.ts'

/** Whose requests come first. */
const vips = ['isabel.ferrer@harbour.example', 'teresa.quintana@harbour.example']

export async function insertPeople(
  tx: Parameters<typeof insertRows>[0],
  people: World['people'],
): Promise<void> {
  const managers = new Map(people.map(({ id, managerId }) => [id, managerId]))
  await insertRows(
    tx,
    'app.people',
    people.map(({ managerId: _, ...person }) => ({
      ...person,
      isVip: vips.includes(person.email),
      preferences: {},
      notificationPreferences: {},
      updatedAt: person.createdAt,
      version: 1,
    })),
  )
  // A manager may stand after their people, so that the link is set when all are there.
  await tx.run(
    `update app.people p set manager_id = m.value::uuid from jsonb_each_text($1::jsonb) m
     where p.id = m.key::uuid and m.value is not null and p.company_id = (select app.cid())`,
    [JSON.stringify(Object.fromEntries(managers))],
  )
}
