import { fileLimits, type ImportResource, importResources } from '@deskhand/contract'
import type { FastifyRequest } from 'fastify'
import { displayName } from '../../platform/files/names.ts'
import { receive } from '../../platform/files/receive.ts'
import { Stop } from '../../platform/stop.ts'
import { words } from '../words.ts'

export type Taken = { name: string; size: number; sha256: string; resource: ImportResource | null }

const refuse = (pointer: string, message: string) =>
  new Stop('invalid', message, { errors: [{ pointer, message }] })

/** The list and what it lists, in either order; the list is on disk at `arrival` afterwards. */
export async function takeList(request: FastifyRequest, arrival: string): Promise<Taken> {
  if (Number(request.headers['content-length'] ?? 0) > fileLimits.bytes + 65_536) throw tooLarge()
  let resource: ImportResource | null = null
  let file: Omit<Taken, 'resource'> | null = null
  for await (const part of request.parts()) {
    if (part.type === 'field') {
      if (part.fieldname !== 'resource') throw refuse(`/${part.fieldname}`, words.notInForm)
      resource = importResources.find((one) => one === part.value) ?? null
      if (!resource) throw refuse('/resource', words.noResource)
    } else if (part.fieldname !== 'file') {
      part.file.resume()
    } else {
      const { size, sha256 } = await receive(part.file, arrival)
      if (part.file.truncated) throw tooLarge()
      file = { name: displayName(part.filename), size, sha256 }
    }
  }
  if (!file) throw refuse('/file', words.noFile)
  return { ...file, resource }
}

const tooLarge = () => new Stop('too_large', words.tooLarge(fileLimits.bytes / 1024 / 1024))
