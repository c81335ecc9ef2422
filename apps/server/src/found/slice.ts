import { found } from '@deskhand/contract'
import { slice } from '../platform/slice.ts'
import { report } from './commands/report.ts'
import { setPage } from './commands/setPage.ts'
import { look } from './queries/look.ts'
import { page } from './queries/page.ts'

export const foundSlice = slice('found', found, { page, setPage, look, report })
