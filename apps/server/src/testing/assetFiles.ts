import { assetFiles, files, type ReplyOf } from '@deskhand/contract'
import sharp from 'sharp'
import { multipart } from '../files/sample.ts'
import type { Desk } from './desk.ts'

/** A small picture, as PNG. */
export const picture = (): Promise<Buffer> =>
  sharp({ create: { width: 64, height: 48, channels: 3, background: '#2f6f5e' } })
    .png()
    .toBuffer()

type File = { name: string; bytes: Uint8Array | string }

/** Uploads a file of a thing as somebody. */
export async function sendFile(
  desk: Desk,
  email: string,
  assetId: string,
  { name, bytes }: File,
  kind = 'PHOTO',
): Promise<{ status: number; data: ReplyOf<typeof assetFiles.add> & { detail?: string } }> {
  const body = multipart(name, bytes)
  const response = await desk.deskhand.app.inject({
    method: 'POST',
    url: `/api/v1/assets/${assetId}/attachments?kind=${kind}`,
    headers: { authorization: `Bearer ${await desk.token(email)}`, ...body.headers },
    payload: body.payload,
  })
  const answer = response.json()
  const data = response.statusCode === 201 ? assetFiles.add.reply.parse(answer) : answer
  return { status: response.statusCode, data }
}

/** A file that waits, and its id. */
export async function stageFile(desk: Desk, email: string, { name, bytes }: File): Promise<string> {
  const body = multipart(name, bytes)
  const response = await desk.deskhand.app.inject({
    method: 'POST',
    url: '/api/v1/uploads',
    headers: { authorization: `Bearer ${await desk.token(email)}`, ...body.headers },
    payload: body.payload,
  })
  return files.stage.reply.parse(response.json()).id
}

/** A file of a thing, or its small picture, as somebody. */
export const fetchFile = async (desk: Desk, email: string, assetId: string, rest: string) =>
  desk.deskhand.app.inject({
    method: 'GET',
    url: `/api/v1/assets/${assetId}/attachments/${rest}`,
    headers: { authorization: `Bearer ${await desk.token(email)}` },
  })
