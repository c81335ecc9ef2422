import { randomUUID } from 'node:crypto'
import { files } from '@deskhand/contract'
import type { Desk } from '../testing/desk.ts'
import type { Attachment } from './access.ts'

/** A multipart body of one file, as browsers send it. */
export function multipart(name: string, bytes: Uint8Array | string, field = 'file') {
  const boundary = `----${randomUUID()}`
  const escaped = name.replaceAll('"', '%22').replaceAll('\r', '%0D').replaceAll('\n', '%0A')
  const payload = Buffer.concat([
    Buffer.from(
      `--${boundary}\r\nContent-Disposition: form-data; name="${field}"; filename="${escaped}"\r\n`,
    ),
    Buffer.from('Content-Type: image/png\r\n\r\n'),
    Buffer.from(bytes),
    Buffer.from(`\r\n--${boundary}--\r\n`),
  ])
  return { payload, headers: { 'content-type': `multipart/form-data; boundary=${boundary}` } }
}

type Sent = { status: number; headers: Record<string, unknown>; data: Attachment; detail: string }

/** Uploads a file as somebody. */
export async function send(
  desk: Desk,
  email: string,
  requestId: string,
  name: string,
  bytes: Uint8Array | string,
  { isInternal = false, headers = {} }: { isInternal?: boolean; headers?: Record<string, string> } = {},
): Promise<Sent> {
  const body = multipart(name, bytes)
  const response = await desk.deskhand.app.inject({
    method: 'POST',
    url: `/api/v1/requests/${requestId}/attachments${isInternal ? '?isInternal=true' : ''}`,
    headers: { authorization: `Bearer ${await desk.token(email)}`, ...body.headers, ...headers },
    payload: body.payload,
  })
  const answer = response.json()
  const isFine = response.statusCode === 201
  return {
    status: response.statusCode,
    headers: response.headers,
    data: isFine ? files.upload.reply.parse(answer) : answer,
    detail: isFine ? '' : answer.detail,
  }
}

/** Fetches a file or its small picture as somebody. */
export async function fetchFile(desk: Desk, email: string, requestId: string, rest: string, headers = {}) {
  return desk.deskhand.app.inject({
    method: 'GET',
    url: `/api/v1/requests/${requestId}/attachments/${rest}`,
    headers: { authorization: `Bearer ${await desk.token(email)}`, ...headers },
  })
}
