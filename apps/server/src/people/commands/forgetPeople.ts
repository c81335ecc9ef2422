import { identityOf } from '../../identity/identity.ts'
import type { Platform } from '../../platform/platform.ts'

/** Forgets what this process remembers of people whose roles another slice changed; for after the commit. */
export function forgetPeople(platform: Platform, ids: readonly string[]): void {
  for (const id of ids) identityOf(platform).actors.forget(id)
}
