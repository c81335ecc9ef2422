import type { Schedule } from '../platform/jobs/reaction.ts'
import type { Platform } from '../platform/platform.ts'
import { ensureSigningKey } from '../platform/signing.ts'

/** A company has a key before anybody asks for a certificate: what is read writes nothing. */
export const schedules = ({ secret }: Pick<Platform, 'secret'>): Schedule[] => [
  {
    name: 'custody_certificates.ensure_key',
    cron: '*/5 * * * *',
    run: ({ tx, record }) => ensureSigningKey({ tx, record }, secret),
  },
]
