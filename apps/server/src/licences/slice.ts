import { licences } from '@deskhand/contract'
import type { Schedule } from '../platform/jobs/reaction.ts'
import { slice } from '../platform/slice.ts'
import { addTerm } from './commands/addTerm.ts'
import { assign } from './commands/assign.ts'
import { change } from './commands/change.ts'
import { changeTerm } from './commands/changeTerm.ts'
import { create } from './commands/create.ts'
import { free } from './commands/free.ts'
import { keepTerms } from './commands/keepTerms.ts'
import { moveTerm } from './commands/moveTerm.ts'
import { retire } from './commands/retire.ts'
import { events } from './queries/events.ts'
import { ofAsset, ofPerson } from './queries/held.ts'
import { key } from './queries/key.ts'
import { get, list } from './queries/list.ts'
import { renewals } from './queries/renewals.ts'
import { seats } from './queries/seats.ts'
import { reactions } from './reactions.ts'
import { undoes } from './undoes.ts'

/** Soon after midnight, wherever the company is: by the hour, because each has a midnight of its own. */
const schedules: Schedule[] = [{ name: 'licences.keep_terms', cron: '4 * * * *', run: keepTerms }]

export const licencesSlice = slice(
  'licences',
  licences,
  {
    list,
    create,
    renewals,
    get,
    change,
    retire,
    key,
    events,
    seats,
    assign,
    free,
    addTerm,
    changeTerm,
    moveTerm,
    ofAsset,
    ofPerson,
  },
  { reactions, schedules, undoes },
)
