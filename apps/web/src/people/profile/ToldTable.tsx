import { notificationKinds, notifications } from '@deskhand/contract'
import { Checkbox } from '@mantine/core'
import { useQueryClient } from '@tanstack/react-query'
import { reading, useCommand, useRead } from '../../api.ts'
import { inTurn } from '../../inTurn.ts'
import { ProblemNotice } from '../../ui/ProblemNotice.tsx'
import { SkeletonRows } from '../../ui/SkeletonRows.tsx'
import classes from './Profile.module.css'
import { toldWords as words } from './words.ts'

const ofRequester = [
  'request_received',
  'request_replied',
  'request_mentioned',
  'request_moved',
  'approval_decided',
  'approval_asked',
  'approval_reminded',
  'approval_voided',
  'incident_updated',
  'thing_asked',
] as const
const ofDesk = [
  'request_new',
  'request_assigned',
  'request_escalated',
  'request_noted',
  'approval_stuck',
  'correction_proposed',
  'rule_told',
  'rule_failed',
  'plan_stopped',
  'webhook_stopped',
  'alerts_opened',
  'stock_drifted',
  'loan_moved',
  'loan_asked',
  'thing_missing',
  'thing_found',
] as const
const channels = ['inApp', 'email'] as const

/** Kinds of news by ways to hear of them; only those that can happen to this person. */
export function ToldTable({ isDesk }: { isDesk: boolean }) {
  const kept = useRead(notifications.preferences, {})
  const client = useQueryClient()
  // Until what is kept has been read again, the box would show what it was before.
  const { queryKey } = reading(notifications.preferences, {})
  const save = useCommand(notifications.setPreferences, {
    onSuccess: (now) => client.setQueryData(queryKey, now),
    onError: () => void kept.refetch(),
  })
  const kinds = save.isPending ? save.variables.body.kinds : kept.data?.kinds
  if (!kinds) {
    return kept.error ? (
      <ProblemNotice problem={kept.error} onRetry={() => void kept.refetch()} />
    ) : (
      <SkeletonRows rows={3} lines={1} />
    )
  }
  const rows = isDesk ? [...ofRequester, ...ofDesk] : ofRequester
  return (
    <>
      <p className={classes.about}>{words.about}</p>
      <table className={classes.table}>
        <thead>
          <tr>
            <th scope="col">{words.what}</th>
            {channels.map((channel) => (
              <th key={channel} scope="col">
                {words[channel]}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((kind) => (
            <tr key={kind}>
              <th scope="row">{notificationKinds[kind]}</th>
              {channels.map((channel) => (
                <td key={channel}>
                  <Checkbox
                    aria-label={words.cell(notificationKinds[kind], words[channel])}
                    checked={kinds[kind][channel]}
                    onChange={(event) => {
                      const changed = { ...kinds[kind], [channel]: event.currentTarget.checked }
                      const body = { kinds: { ...kinds, [kind]: changed } }
                      void inTurn('told', () => {
                        const version = client.getQueryData(queryKey)?.version
                        return save.mutateAsync(version ? { ifMatch: version, body } : { body })
                      }).catch(() => undefined)
                    }}
                  />
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
      <ProblemNotice problem={save.error} />
    </>
  )
}
