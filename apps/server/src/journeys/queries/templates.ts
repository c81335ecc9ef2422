import { JourneyKind, type JourneyTemplate, journeys, standardJourneys } from '@deskhand/contract'
import { handle } from '../../platform/http/handle.ts'
import { columns, type Kept } from '../access.ts'
import { questionsOf } from './questions.ts'

/** The company's own plans, and what Deskhand brings along where there is none for everybody. */
export const templates = handle(journeys.templates, async ({ tx, actor, platform }) => {
  const [kept, questions] = await Promise.all([
    tx.query<Kept>(
      `select ${columns} from app.journey_templates where company_id = $1
       order by kind desc, department nulls first, id`,
      [actor.companyId],
    ),
    questionsOf({ tx, platform }),
  ])
  const data = JourneyKind.options.flatMap((kind): JourneyTemplate[] => {
    const own = kept.filter((one) => one.kind === kind)
    return own.some(({ department }) => department === null)
      ? own
      : [{ id: null, kind, ...standardJourneys[kind], department: null, version: 0 }, ...own]
  })
  return { data, questions }
})
