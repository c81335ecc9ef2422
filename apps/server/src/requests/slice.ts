import { requests } from '@deskhand/contract'
import { slice } from '../platform/slice.ts'
import { appeal } from './commands/appeal.ts'
import { assign } from './commands/assign.ts'
import { close } from './commands/close.ts'
import { comment } from './commands/comment.ts'
import { create } from './commands/create.ts'
import { markRead } from './commands/markRead.ts'
import { prioritise } from './commands/prioritise.ts'
import { remove } from './commands/remove.ts'
import { reopen } from './commands/reopen.ts'
import { restore } from './commands/restore.ts'
import { reveal } from './commands/reveal.ts'
import { seal } from './commands/seal.ts'
import { tag } from './commands/tag.ts'
import { transition } from './commands/transition.ts'
import { unassign } from './commands/unassign.ts'
import { update } from './commands/update.ts'
import { withdraw } from './commands/withdraw.ts'
import { activities } from './queries/activities.ts'
import { counts } from './queries/counts.ts'
import { form } from './queries/form.ts'
import { get } from './queries/get.ts'
import { history } from './queries/history.ts'
import { list } from './queries/list.ts'
import { ofPerson } from './queries/ofPerson.ts'
import { transitions } from './queries/transitions.ts'
import { schedules } from './schedules.ts'
import { undoes } from './undoes.ts'

export const requestsSlice = slice(
  'requests',
  requests,
  {
    list,
    ofPerson,
    counts,
    create,
    get,
    update,
    remove,
    restore,
    transitions,
    transition,
    close,
    reopen,
    appeal,
    withdraw,
    assign,
    unassign,
    prioritise,
    seal,
    tag,
    activities,
    comment,
    reveal,
    form,
    history,
    markRead,
  },
  { schedules, undoes },
)
