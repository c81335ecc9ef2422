import * as z from 'zod'

export type JsonSchema = { [key: string]: unknown }

/** Shapes so large, and held by so many others, that they are named on the way in as well: `FormFieldInput`. */
const large = new Set([
  'FormDefinition',
  'FormSection',
  'FormField',
  'FormColumn',
  'FormCondition',
  'AnswerValue',
])

/** Turns shapes into JSON Schema 2020-12. Of what we answer, shapes with a name become components. */
export function openSchemas(named: Record<string, unknown>) {
  const names = z.registry<{ id: string }>()
  const inputs = z.registry<{ id: string }>()
  for (const [name, shape] of Object.entries(named)) {
    if (!/^[A-Z]/.test(name) || !(shape instanceof z.ZodType)) continue
    names.add(shape, { id: name })
    if (large.has(name)) inputs.add(shape, { id: `${name}Input` })
  }
  const components: Record<string, JsonSchema> = {}

  // A shape is asked for by many routes, and by each of them more than once.
  const known = { input: new Map<z.ZodType, JsonSchema>(), output: new Map<z.ZodType, JsonSchema>() }
  const render = (shape: z.ZodType, io: 'input' | 'output'): JsonSchema => {
    const schema = known[io].get(shape) ?? turn(shape, io)
    known[io].set(shape, schema)
    return schema
  }

  const turn = (shape: z.ZodType, io: 'input' | 'output'): JsonSchema => {
    const { $defs = {}, ...schema } = z.toJSONSchema(shape, {
      metadata: io === 'output' ? names : inputs,
      io,
      unrepresentable: 'any',
      override: ({ zodSchema, jsonSchema }) => {
        // The format says it; the expression behind it is three lines long.
        if (jsonSchema.format) delete jsonSchema.pattern
        if (jsonSchema.minimum === Number.MIN_SAFE_INTEGER) delete jsonSchema.minimum
        if (jsonSchema.maximum === Number.MAX_SAFE_INTEGER) delete jsonSchema.maximum
        const examples = z.globalRegistry.get(zodSchema)?.['examples']
        if (Array.isArray(examples)) jsonSchema.examples = examples
        if (zodSchema === named['email']) jsonSchema.format = 'email'
        if (zodSchema instanceof z.ZodPipe && zodSchema.def.out instanceof z.ZodBoolean) {
          jsonSchema.enum = ['true', 'false']
        }
      },
    })
    for (const [name, definition] of Object.entries($defs)) components[name] ??= tidy(definition)
    return tidy(schema)
  }

  return {
    components,
    /** What we answer. */
    ofReply(shape: z.ZodType): JsonSchema {
      const name = names.get(shape)?.id
      const schema = render(shape, 'output')
      if (!name || '$ref' in schema) return schema
      components[name] ??= schema
      return { $ref: `#/components/schemas/${name}` }
    },
    /** What we take; in line but for the large, since it may differ from what is answered under the same name. */
    ofInput: (shape: z.ZodType): JsonSchema => render(shape, 'input'),
  }
}

export type Schemas = ReturnType<typeof openSchemas>

/** References into the document, without what stands there only for the library. */
function tidy({ $schema: _, id: __, ...schema }: JsonSchema): JsonSchema {
  return JSON.parse(
    JSON.stringify(schema, (key, value: unknown) =>
      key === '$ref' && typeof value === 'string'
        ? value.replace('#/$defs/', '#/components/schemas/')
        : value,
    ),
  )
}
