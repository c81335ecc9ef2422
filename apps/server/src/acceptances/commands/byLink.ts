import { type Acceptance, type AcceptanceLink, acceptances } from '@deskhand/contract'
import type * as z from 'zod'
import { handle } from '../../platform/http/handle.ts'
import { enterByLink } from '../access.ts'
import { refuse } from './refuse.ts'
import { sign } from './sign.ts'

/** Shows what a link is about and changes nothing: mail scanners follow links. */
export const seeLink = handle(acceptances.seeLink, async (inside) => {
  const { acceptance, companyName } = await enterByLink(inside)
  return shown(acceptance, companyName)
})

export const acceptByLink = handle(acceptances.acceptByLink, async (inside) => {
  const { acceptance, person, companyName } = await enterByLink(inside)
  return shown(await sign({ ...inside, actor: person }, acceptance.id, inside.body, 'LINK'), companyName)
})

export const declineByLink = handle(acceptances.declineByLink, async (inside) => {
  const { acceptance, person, companyName } = await enterByLink(inside)
  const { reason } = inside.body
  return shown(await refuse({ ...inside, actor: person }, acceptance.id, reason, 'LINK'), companyName)
})

const shown = (
  { askedBy, witness: _, ...acceptance }: Acceptance,
  companyName: string,
): z.output<typeof AcceptanceLink> => ({
  ...acceptance,
  companyName,
  askedByName: askedBy?.name ?? companyName,
})
