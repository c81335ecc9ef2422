import { custodyCertificates } from '@deskhand/contract'
import { handle } from '../../platform/http/handle.ts'
import { newSigningKey } from '../../platform/signing.ts'
import { keyOf } from '../queries/keys.ts'

export const rotate = handle(custodyCertificates.rotate, async ({ tx, record, platform }) =>
  keyOf(await newSigningKey({ tx, record }, platform.secret)),
)
