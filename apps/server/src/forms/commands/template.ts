import {
  type Answers,
  type FormDefinition,
  fieldFaults,
  isAsked,
  type RequestTemplate,
} from '@deskhand/contract'
import { DatabaseError } from 'pg'
import type { z } from 'zod'
import type { Tx } from '../../platform/db/transaction.ts'
import { Stop } from '../../platform/stop.ts'
import { definitionOf } from '../queries/definition.ts'
import { templateColumns } from '../queries/templates.ts'
import { templateKeys } from '../rules.ts'
import { words } from '../words.ts'

export type Template = z.output<typeof RequestTemplate>

/** Prepared answers may be half of a form; what they say must fit it, and none may be of an encrypted field. */
export async function checkTemplate(tx: Tx, versionId: string | null, answers: Answers): Promise<void> {
  if (!versionId) {
    const [key] = Object.keys(answers)
    if (key !== undefined) throw refuse(key, words.templateField(key))
    return
  }
  const definition = await definitionOf(tx, versionId)
  const keys = templateKeys(definition)
  for (const key of Object.keys(answers)) {
    if (!keys.has(key)) throw refuse(key, words.templateField(key))
  }
  const [fault] = faultsIn(definition, answers)
  if (fault) throw refuse(fault.path.join('/'), fault.message)
}

const faultsIn = (definition: FormDefinition, answers: Answers) =>
  definition.sections
    .flatMap(({ fields }) => fields)
    .filter(isAsked)
    // Days count from when it is used, files are nobody's yet.
    .filter(({ type }) => type !== 'date' && type !== 'file')
    .flatMap((field) => {
      const value = answers[field.key]
      return value === undefined || value === null ? [] : fieldFaults(field, value, answers, '0000-01-01')
    })

const refuse = (path: string, message: string) =>
  new Stop('rule', message, { errors: [{ pointer: `/answers/${path}`, message }] })

export async function readTemplate(tx: Tx, id: string): Promise<Template> {
  const [row] = await tx.query<{ template: Template }>(
    `select json_build_object(${templateColumns}) as template from app.request_templates m
     where m.company_id = $1 and m.id = $2`,
    [tx.whose.companyId, id],
  )
  if (!row) throw new Stop('not_found', words.noSuchTemplate)
  return row.template
}

/** A name that is taken is told as such. */
export function refuseTaken(error: unknown): never {
  if (error instanceof DatabaseError && error.code === '23505') {
    throw new Stop('conflict', words.templateTaken, {
      errors: [{ pointer: '/name', message: words.templateTaken }],
    })
  }
  throw error
}
