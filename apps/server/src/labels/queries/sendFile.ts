import type { FastifyReply } from 'fastify'
import { attachmentHeader } from '../../platform/files/names.ts'

const types = {
  pdf: 'application/pdf',
  svg: 'image/svg+xml',
  png: 'image/png',
  zpl: 'text/plain; charset=utf-8',
} as const

/** Sends a label; what a browser would open runs nothing. */
export function sendFile(reply: FastifyReply, format: keyof typeof types, name: string, body: Buffer) {
  reply
    .headers({
      'content-type': types[format],
      'content-length': body.length,
      'content-disposition': attachmentHeader(`${name}.${format}`),
      'content-security-policy': "sandbox; default-src 'none'; style-src 'none'",
      'x-content-type-options': 'nosniff',
    })
    .send(body)
  return {}
}
