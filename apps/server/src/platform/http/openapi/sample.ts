import type { JsonSchema } from './schemas.ts'

const formats: Record<string, string> = {
  uuid: '0197a1c4-52f0-7c3b-9d1e-3f2a6b8c4d5e',
  'date-time': '2026-11-20T09:30:00Z',
  date: '2026-11-20',
  email: 'marta@harbour.example',
}

/** Texts that say more than "text", by the name of their field. */
const words: Record<string, string> = {
  summary: 'VPN drops every 20 minutes',
  description: 'Since Monday the connection ends after a while and must be opened by hand.',
  message: 'Restarting the router helped for a day.',
  name: 'Marta Gil',
  firstName: 'Marta',
  lastName: 'Gil',
  companyName: 'Harbour & Pine',
  referenceNumber: 'IT-4921',
  code: 'IT',
  amount: '214000',
  currency: 'EUR',
  zone: 'Europe/Madrid',
  from: '09:00',
  until: '13:00',
  time: '08:30',
  rule: 'FREQ=MONTHLY;BYDAY=1MO',
  locale: 'en',
  language: 'en',
  password: 'a long sentence is a good password',
  newPassword: 'a long sentence is a good password',
  currentPassword: 'the sentence from before',
}

/** A value that fits the schema; for examples. */
export function sample(schema: JsonSchema, components: Record<string, JsonSchema>, field = ''): unknown {
  const of = (inner: unknown, name = field): unknown => sample(inner as JsonSchema, components, name)
  const { $ref, enum: choices, anyOf, oneOf, allOf, type, properties, items, format } = schema
  if ('const' in schema) return schema['const']
  if ('default' in schema) return schema['default']
  // Where everything that a shape can hold at once would not fit together, it says one that does.
  if (Array.isArray(schema['examples'])) return schema['examples'][0]
  if (typeof $ref === 'string') return of(components[$ref.split('/').at(-1) ?? ''] ?? {})
  if (Array.isArray(choices)) return choices[0]
  for (const options of [anyOf, oneOf, allOf]) if (Array.isArray(options)) return of(options[0])
  switch (Array.isArray(type) ? type[0] : type) {
    case 'object':
      return Object.fromEntries([
        ...keysOf(schema, components).map(
          (name) => [name, of(schema['additionalProperties'], name)] as const,
        ),
        ...Object.entries(properties ?? {}).map(([name, inner]) => [name, of(inner, name)] as const),
      ])
    case 'array':
      return Array.isArray(schema['prefixItems'])
        ? schema['prefixItems'].map((inner) => of(inner))
        : Array.from({ length: Math.max(1, Number(schema['minItems'] ?? 1)) }, () => of(items))
    case 'integer':
    case 'number':
      return Math.max(Number(schema['minimum'] ?? 1), 1)
    case 'boolean':
      return false
    case 'string':
      return (typeof format === 'string' && formats[format]) || textFor(field, schema)
  }
  return null
}

/** The keys that a record must have, where they are a closed list. */
function keysOf(
  { propertyNames, additionalProperties }: JsonSchema,
  components: Record<string, JsonSchema>,
): string[] {
  if (typeof propertyNames !== 'object' || propertyNames === null || !additionalProperties) return []
  const { enum: names, $ref } = propertyNames as JsonSchema
  const listed = typeof $ref === 'string' ? components[$ref.split('/').at(-1) ?? '']?.['enum'] : names
  return Array.isArray(listed) ? listed.map(String) : []
}

function textFor(field: string, { minLength = 0, maxLength = 1000, pattern }: JsonSchema): string {
  if (pattern === '^\\d{6}$') return '492100'
  const text = words[field] ?? 'text'
  return text.padEnd(Number(minLength), ' text').slice(0, Number(maxLength))
}
