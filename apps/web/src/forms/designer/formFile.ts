import { FormDefinition } from '@deskhand/contract'
import * as z from 'zod'
import { saveText } from '../../ui/saveText.ts'

/** A form as a file: enough to make the same form in another company. */
const FormFile = z.object({
  deskhand: z.literal('form'),
  name: z.string().min(1).max(120),
  description: z.string().nullable().optional(),
  definition: FormDefinition,
})
export type FormFile = z.output<typeof FormFile>

/** The form in a file's text, or null where it is something else. */
export function readFormFile(text: string): FormFile | null {
  try {
    const read = FormFile.safeParse(JSON.parse(text))
    return read.success ? read.data : null
  } catch {
    return null
  }
}

/** Hands the form over as a file to keep. */
export function saveFormFile(name: string, description: string | null, definition: FormDefinition): void {
  const file: FormFile = { deskhand: 'form', name, description, definition }
  const fileName = `${name.replace(/[^\p{L}\p{N}]+/gu, '-').toLowerCase()}.form.json`
  saveText(fileName, JSON.stringify(file, null, 2), 'application/json')
}

/** Lets somebody choose a file and answers its form; null where they leave or it is none. */
export function chooseFormFile(onRead: (file: FormFile | null) => void): void {
  const input = document.createElement('input')
  input.type = 'file'
  input.accept = 'application/json,.json'
  input.onchange = () => void input.files?.[0]?.text().then((text) => onRead(readFormFile(text)))
  input.click()
}
