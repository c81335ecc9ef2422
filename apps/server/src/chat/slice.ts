import { chat } from '@deskhand/contract'
import { slice } from '../platform/slice.ts'
import { accept } from './commands/accept.ts'
import { end } from './commands/end.ts'
import { invite } from './commands/invite.ts'
import { correct, read, say, withdraw } from './commands/messages.ts'
import { setMine } from './commands/setMine.ts'
import { start } from './commands/start.ts'
import { transfer } from './commands/transfer.ts'
import { typing } from './commands/typing.ts'
import { availability } from './queries/availability.ts'
import { get } from './queries/get.ts'
import { list } from './queries/list.ts'
import { messages } from './queries/messages.ts'
import { mine } from './queries/mine.ts'
import { ofRequest } from './queries/ofRequest.ts'
import { schedules } from './schedules.ts'

export const chatSlice = slice(
  'chat',
  chat,
  {
    availability,
    mine,
    setMine,
    list,
    start,
    ofRequest,
    get,
    messages,
    say,
    correct,
    withdraw,
    typing,
    read,
    accept,
    transfer,
    invite,
    end,
  },
  { schedules },
)
