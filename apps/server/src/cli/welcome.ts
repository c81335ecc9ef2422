import { demoSignIns } from '../companies/demoSignIns.ts'
import { setUpToken } from '../identity/access.ts'
import type { Platform } from '../platform/platform.ts'
import { demoPassword } from '../world/load.ts'
import { say } from './say.ts'

/** The demo's sign-ins, as a small table. */
export function sayDemoSignIns(): void {
  const width = Math.max(...demoSignIns.map(({ email }) => email.length)) + 3
  say()
  say(`Sign in with the password ${demoPassword} as`)
  for (const { email, role } of demoSignIns) say(`  ${email.padEnd(width)}${role}`)
  say()
}

/** Where the first company and its admin are made, and the token that proves that one reads this log. */
export function saySetUp(platform: Platform): void {
  say()
  say('There is no company yet. Set up the first one:')
  say(`  Address        ${platform.config.url}/set-up`)
  say(`  Set-up token   ${setUpToken(platform)}`)
  say()
}
