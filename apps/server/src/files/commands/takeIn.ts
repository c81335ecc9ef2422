import { fileLimits } from '@deskhand/contract'
import type { MultipartFile, MultipartValue } from '@fastify/multipart'
import type { FastifyRequest } from 'fastify'
import { displayName } from '../../platform/files/names.ts'
import { receive } from '../../platform/files/receive.ts'
import { sniff } from '../../platform/files/sniff.ts'
import { Stop } from '../../platform/stop.ts'
import { keptType, refusal } from '../rules.ts'
import { words } from '../words.ts'

export type Arrived = { name: string; size: number; sha256: string; mimeType: string }

/** Room for the boundaries and headers around the file. */
const wrapping = 65_536

/** The one file of the body, on disk at `arrival`; refused when it is empty, too large, a program or a lie. */
export async function takeIn(request: FastifyRequest, arrival: string): Promise<Arrived> {
  if (Number(request.headers['content-length'] ?? 0) > fileLimits.bytes + wrapping) throw tooLarge()
  const parts = request.parts()
  const { value: part } = await whole(parts.next())
  mustBeTheFile(part)
  const name = displayName(part.filename)
  const { size, sha256 } = await whole(receive(part.file, arrival))
  if (part.file.truncated) throw tooLarge()
  // A second one stops by the limit of files; whatever else comes along would be lost in silence.
  const { value: more } = await whole(parts.next())
  if (more) mustBeTheFile(more)
  if (size === 0) throw new Stop('rule', words.empty(name))
  const mime = await sniff(arrival)
  const refused = refusal(name, mime)
  if (refused) throw new Stop('wrong_type', refused)
  return { name, size, sha256, mimeType: keptType(name, mime) }
}

function mustBeTheFile(part: MultipartFile | MultipartValue | undefined): asserts part is MultipartFile {
  if (part?.type === 'file' && part.fieldname === 'file') return
  if (part?.type === 'file') part.file.resume()
  const isOther = part?.type === 'field' && part.fieldname !== 'file'
  const message = isOther ? words.noSuchField : words.noFile
  throw new Stop('invalid', message, {
    errors: [{ pointer: isOther ? `/${part.fieldname}` : '/file', message }],
  })
}

/** Reads on; a form that breaks off, or has no boundary, is the sender's fault and has no code to know it by. */
async function whole<Value>(reading: Promise<Value>): Promise<Value> {
  try {
    return await reading
  } catch (error) {
    const isOurs = !(error instanceof Error) || error instanceof Stop || 'code' in error
    if (!isOurs && /multipart|boundary|needle|part header|unexpected end/i.test(error.message))
      throw new Stop('invalid', words.broken)
    throw error
  }
}

const tooLarge = () => new Stop('too_large', words.tooLarge)
