import { progress } from '@deskhand/contract'
import type { Schedule } from '../platform/jobs/reaction.ts'
import { slice } from '../platform/slice.ts'
import { learnFinishes } from './commands/learn.ts'
import { get } from './queries/get.ts'

const schedules: Schedule[] = [
  { name: 'progress.learn_finishes', cron: '40 2 * * *', run: ({ tx, now }) => learnFinishes(tx, now) },
]

export const progressSlice = slice('progress', progress, { get }, { schedules })
