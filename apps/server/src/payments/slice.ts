import { payments } from '@deskhand/contract'
import { slice } from '../platform/slice.ts'
import { create } from './commands/create.ts'
import { paid } from './commands/paid.ts'
import { file } from './queries/file.ts'
import { list } from './queries/list.ts'
import { payable } from './queries/payable.ts'

export const paymentsSlice = slice('payments', payments, { payable, list, create, file, paid })
