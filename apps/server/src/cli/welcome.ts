import { setUpToken } from '../identity/access.ts'
import type { Platform } from '../platform/platform.ts'
import { demoPassword } from '../world/load.ts'
import { say } from './say.ts'

const people = [
  ['marta@harbour.example', 'Employee, manager of Jorge'],
  ['jorge@harbour.example', 'Employee'],
  ['ana@harbour.example', 'IT technician'],
  ['luis@harbour.example', 'IT technician'],
  ['sofia@harbour.example', 'IT supervisor'],
  ['nuria@harbour.example', 'HR technician'],
  ['pablo@harbour.example', 'Finance technician'],
  ['omar@harbour.example', 'Facilities technician'],
  ['elena@harbour.example', 'Admin of Harbour & Pine'],
  ['tom@foxglove.example', 'Employee of Foxglove Brewing'],
  ['iris@foxglove.example', 'IT technician of Foxglove Brewing'],
  ['olga@foxglove.example', 'Admin of Foxglove Brewing'],
  ['root@deskhand.example', 'Runs the installation'],
] as const

/** The demo's sign-ins, as a small table. */
export function sayDemoSignIns(): void {
  const width = Math.max(...people.map(([email]) => email.length)) + 3
  say()
  say(`Sign in with the password ${demoPassword} as`)
  for (const [email, role] of people) say(`  ${email.padEnd(width)}${role}`)
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
