import { times } from '@deskhand/contract'
import { slice } from '../platform/slice.ts'
import { book } from './commands/book.ts'
import { correct } from './commands/correct.ts'
import { remove } from './commands/remove.ts'
import { restore } from './commands/restore.ts'
import { history } from './queries/history.ts'
import { list } from './queries/list.ts'
import { running } from './queries/running.ts'

export const timesSlice = slice('times', times, { list, history, running, book, correct, remove, restore })
