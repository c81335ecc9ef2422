import { identity } from '@deskhand/contract'
import { handleOutside } from '../../platform/http/handle.ts'

/** The same for everybody: what an address could use would tell whether it is known. */
export const providers = handleOutside(identity.providers, async () => ({
  data: [
    { id: 'password' as const, name: 'Password' },
    { id: 'magic_link' as const, name: 'Link by mail' },
  ],
}))
