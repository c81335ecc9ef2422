import { Import, type ImportResource, imports } from '@deskhand/contract'
import type { Desk } from '../testing/desk.ts'
import { elena } from '../testing/people.ts'

type Sent = { status: number; list: Import; detail: string }

/** Uploads a list as somebody, the way browsers do: fields, then the file. For tests only. */
export async function sendList(
  desk: Desk,
  content: string | Uint8Array,
  {
    by = elena,
    resource = 'assets',
    name = 'things.csv',
    key,
    field = 'resource',
  }: { by?: string; resource?: ImportResource | null; name?: string; key?: string; field?: string } = {},
): Promise<Sent> {
  const boundary = '----a-list-of-things'
  const part = (more: string) => `--${boundary}\r\nContent-Disposition: form-data; name=${more}`
  const payload = Buffer.concat([
    Buffer.from(resource ? part(`"${field}"\r\n\r\n${resource}\r\n`) : ''),
    Buffer.from(part(`"file"; filename="${name}"\r\nContent-Type: text/csv\r\n\r\n`)),
    Buffer.from(content),
    Buffer.from(`\r\n--${boundary}--\r\n`),
  ])
  const response = await desk.deskhand.app.inject({
    method: 'POST',
    url: '/api/v1/imports',
    headers: {
      authorization: `Bearer ${await desk.token(by)}`,
      'content-type': `multipart/form-data; boundary=${boundary}`,
      ...(key && { 'idempotency-key': key }),
    },
    payload,
  })
  const answer = response.json()
  const isFine = response.statusCode === 201
  return {
    status: response.statusCode,
    list: isFine ? Import.parse(answer) : answer,
    detail: isFine ? '' : answer.detail,
  }
}

export const readList = async (desk: Desk, id: string, by = elena): Promise<Import> =>
  (await desk.as(by).call(imports.get, { params: { id } })).data

/** Uploads, checks by the guesses, and answers what was found. */
export async function checked(
  desk: Desk,
  content: string | Uint8Array,
  resource?: ImportResource | null,
): Promise<Import> {
  const { list, detail } = await sendList(desk, content, resource === undefined ? {} : { resource })
  if (detail) throw new Error(detail)
  return checkAgain(desk, list.id)
}

export async function checkAgain(desk: Desk, id: string): Promise<Import> {
  const begun = await desk.as(elena).call(imports.dryRun, { params: { id } })
  if (begun.status !== 202) throw new Error(begun.text)
  await desk.work()
  return readList(desk, id)
}

/** Imports what was checked, as far as it has no faults. */
export async function imported(desk: Desk, id: string): Promise<Import> {
  const begun = await desk.as(elena).call(imports.commit, { params: { id }, body: { rest: true } })
  if (begun.status !== 202) throw new Error(begun.text)
  await desk.work()
  return readList(desk, id)
}
