import { readFile } from 'node:fs/promises'
import { z } from 'zod'
import { checkCertificate } from '../custody-certificates/certificate.ts'
import { say } from './say.ts'

/** What is printed of an event; what else it says stands in the file. */
const Event = z.looseObject({ number: z.int(), at: z.string(), words: z.string() })

/** Checks a certificate without database and network; answers whether it is as it was signed. */
export async function verifyCertificate(file: string, { json = false } = {}): Promise<boolean> {
  const { faults, said, keyId, events } = checkCertificate(await readFile(file, 'utf8'))
  if (json) {
    say(JSON.stringify({ isWhole: faults.length === 0, faults, said, keyId, events: events.length }))
    return faults.length === 0
  }
  for (const [name, text] of Object.entries(said)) say(`${name}: ${text}`)
  if (faults.length > 0) {
    for (const fault of faults) say(fault)
    say('Do not trust it.')
    return false
  }
  for (const text of events) {
    const { number, at, words } = Event.parse(JSON.parse(text))
    say(`${number}. ${at} ${words}`)
  }
  say(`Every event is as it was signed by the key ${keyId}.`)
  say(`That this key is the company's, its list says: ${said['keys'] ?? 'ask the company'}`)
  return true
}
