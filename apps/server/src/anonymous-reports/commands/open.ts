import { anonymousReports } from '@deskhand/contract'
import { handleOutside } from '../../platform/http/handle.ts'
import { inMailbox } from '../access.ts'
import { readReport } from '../queries/read.ts'

export const open = handleOutside(anonymousReports.open, (outside) =>
  inMailbox(outside, outside.body.code, ({ tx, actor, request }) => readReport(tx, actor, request)),
)
