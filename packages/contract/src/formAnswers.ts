import * as z from 'zod'
import { AnswerValue } from './formShapes.ts'
import { uuid } from './kit.ts'
import { Money } from './money.ts'

const type = z.enum([
  'line',
  'text',
  'number',
  'money',
  'date',
  'dateTime',
  'choice',
  'choices',
  'yesNo',
  'person',
  'site',
  'department',
  'asset',
  'pin',
  'file',
  'signature',
  'lines',
])

const AnswerFile = z.strictObject({
  id: uuid,
  fileName: z.string(),
  fileSize: z.int(),
  mimeType: z.string(),
  hasPreview: z.boolean(),
})

/** One answer as people read it: the label of then, the value, and its words where the value is none. */
export const ShownAnswer = z.strictObject({
  key: z.string(),
  label: z.string(),
  type,
  /** The title of its section. */
  section: z.string().nullable(),
  /** Kept encrypted: `value` is null, and `POST /requests/:id/answers/reveal` shows it to who may see it. */
  isEncrypted: z.boolean(),
  value: AnswerValue,
  /** The name behind an id, the label behind a choice, the amount in words. */
  text: z.string().nullable(),
  /** Lines as a table, with the words of each cell. */
  table: z
    .strictObject({
      columns: z.array(z.strictObject({ key: z.string(), label: z.string(), type })),
      rows: z.array(z.array(z.string().nullable())),
      total: Money.nullable(),
    })
    .nullable(),
  files: z.array(AnswerFile),
})
export type ShownAnswer = z.output<typeof ShownAnswer>
export type AnswerFile = z.output<typeof AnswerFile>
