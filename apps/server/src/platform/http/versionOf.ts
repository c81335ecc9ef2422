import { createHash } from 'node:crypto'
import { inOrder } from '../inOrder.ts'

/** The version of something that has no counter: the same content, the same version. */
export const versionOf = (content: unknown): string =>
  createHash('sha256').update(JSON.stringify(content, inOrder)).digest('base64url').slice(0, 16)
