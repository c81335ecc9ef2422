import { exchangeRates } from '@deskhand/contract'
import { slice } from '../platform/slice.ts'
import { set } from './commands/set.ts'
import { get } from './queries/get.ts'

export const exchangeRatesSlice = slice('exchangeRates', exchangeRates, { get, set })
