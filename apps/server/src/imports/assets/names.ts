import { checkAnswers, type FormField } from '@deskhand/contract'
import type { Tx } from '../../platform/db/transaction.ts'

export type Category = {
  id: string
  name: string
  prefix: string
  deskId: string | null
  lifetimeMonths: number | null
  fields: FormField[]
  isRetired: boolean
}
export type Model = {
  id: string
  name: string
  number: string | null
  manufacturer: string | null
  manufacturerId: string | null
  categoryId: string
  warrantyMonths: number | null
  lifetimeMonths: number | null
  fields: FormField[]
  isRetired: boolean
}
export type Named = { id: string; name: string }

/** Whatever rows can name, by how they name it, in small letters. Several of one name are all there. */
export type Names = {
  category: Map<string, Category>
  categoryById: Map<string, Category>
  prefixes: Set<string>
  manufacturer: Map<string, Named>
  model: Map<string, Model[]>
  location: Map<string, Named[]>
  person: Map<string, Named[]>
  costCenter: Map<string, Named[]>
}

export const plainName = (name: string): string => name.trim().toLowerCase()

/** Everything that a list of things may name, at the beginning of a run. */
export async function readNames(tx: Tx): Promise<Names> {
  const company = [tx.whose.companyId]
  const [categories, manufacturers, models, places, people, centers] = await Promise.all([
    tx.query<Category>(
      `select id, name, tag_prefix as prefix, desk_id as "deskId", lifetime_months as "lifetimeMonths", fields,
         retired_at is not null as "isRetired" from app.asset_categories where company_id = $1`,
      company,
    ),
    tx.query<Named>('select id, name from app.manufacturers where company_id = $1', company),
    tx.query<Model>(
      `select m.id, m.name, m.model_number as number, f.name as manufacturer, m.manufacturer_id as "manufacturerId",
         m.category_id as "categoryId", m.warranty_months as "warrantyMonths", m.lifetime_months as "lifetimeMonths",
         m.fields, m.retired_at is not null as "isRetired"
       from app.asset_models m
       left join app.manufacturers f on f.company_id = m.company_id and f.id = m.manufacturer_id
       where m.company_id = $1 order by m.retired_at nulls first`,
      company,
    ),
    tx.query<Named & { whole: string }>(
      `select l.id, l.name, (select string_agg(up.name, ' / ' order by step.place)
           from unnest(l.path) with ordinality step(id, place)
           join app.locations up on up.company_id = l.company_id and up.id = step.id) as whole
       from app.locations l where l.company_id = $1 and l.retired_at is null`,
      company,
    ),
    tx.query<Named & { email: string }>(
      `select id, name, email from app.people
       where company_id = $1 and deleted_at is null and state in ('ACTIVE', 'INVITED')`,
      company,
    ),
    tx.query<Named & { code: string }>(
      'select id, name, code from app.cost_centers where company_id = $1 and is_active',
      company,
    ),
  ])
  return {
    category: new Map(categories.map((one) => [plainName(one.name), one])),
    categoryById: new Map(categories.map((one) => [one.id, one])),
    prefixes: new Set(categories.map(({ prefix }) => prefix)),
    manufacturer: new Map(manufacturers.map((one) => [plainName(one.name), one])),
    model: Map.groupBy(models, ({ name }) => plainName(name)),
    location: byAny(places, ({ name, whole }) => [name, whole]),
    person: byAny(people, ({ name, email }) => [email, email.split('@')[0] ?? email, name]),
    costCenter: byAny(centers, ({ name, code }) => [code, name]),
  }
}

function byAny<One extends Named>(all: readonly One[], names: (one: One) => string[]): Map<string, Named[]> {
  const found = new Map<string, Named[]>()
  for (const one of all) {
    for (const name of new Set(names(one).map(plainName))) {
      const { id } = one
      found.set(name, [...(found.get(name) ?? []), { id, name: one.name }])
    }
  }
  return found
}

/** The start of the tags of a new category: `Laptops` → LAP, or what comes next that is free. */
export function prefixFor(name: string, taken: ReadonlySet<string>): string {
  const letters = name
    .normalize('NFKD')
    .toUpperCase()
    .replace(/[^A-Z0-9]/g, '')
    .replace(/^[0-9]+/, '')
  const word = letters || 'THING'
  for (let length = Math.min(3, word.length); length <= Math.min(8, word.length); length++)
    if (!taken.has(word.slice(0, length))) return word.slice(0, length)
  for (let number = 2; ; number++) {
    const numbered = `${word.slice(0, 3)}${number}`
    if (!taken.has(numbered)) return numbered
  }
}

/** What things of this kind must say of themselves and a list cannot, by what people call it. */
export function needsOf(category: Pick<Category, 'fields'>, model: Pick<Model, 'fields'> | null): string[] {
  const fields = [...category.fields, ...(model?.fields ?? [])]
  if (fields.length === 0) return []
  const faults = checkAnswers(
    { description: 'none', asksUrgency: false, sections: [{ key: 'fields', fields }] },
    { answers: {}, facts: {} },
    { today: '2000-01-01' },
  )
  return fields.flatMap((field) =>
    'label' in field && faults.some(({ path }) => path[0] === field.key) ? [String(field.label)] : [],
  )
}
