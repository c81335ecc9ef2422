import { scanSessions } from '@deskhand/contract'
import { slice } from '../platform/slice.ts'
import { commit } from './commands/commit.ts'
import { scan } from './commands/scan.ts'
import { start } from './commands/start.ts'
import { get } from './queries/get.ts'

export const scanSessionsSlice = slice('scanSessions', scanSessions, { start, get, scan, commit })
