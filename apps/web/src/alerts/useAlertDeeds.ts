import { type Alert, alerts } from '@deskhand/contract'
import { useCommand } from '../api.ts'
import { problemOf } from '../ui/problem.ts'
import { toast } from '../ui/toast.tsx'
import { alertWords as words } from './words.ts'

/** What one can do with an alert; each can be taken back. */
export function useAlertDeeds() {
  const onError = (error: Error) => toast(words.failed(problemOf(error)?.detail ?? error.message))
  const back = useCommand(alerts.reopen, { onError })
  const acknowledge = useCommand(alerts.acknowledge, { onError })
  const resolve = useCommand(alerts.resolve, { onError })
  const snooze = useCommand(alerts.snooze, { onError })
  const makeRequest = useCommand(alerts.makeRequest, { onError })
  const undo = ({ id, state }: Alert) => ({
    undo: () =>
      back.mutate({ params: { id }, body: { to: state === 'ACKNOWLEDGED' ? 'ACKNOWLEDGED' : 'OPEN' } }),
  })
  const of = ({ id, version }: Alert) => ({ params: { id }, ifMatch: version })
  return {
    acknowledge: (alert: Alert) =>
      acknowledge.mutate(of(alert), {
        onSuccess: () => toast(words.done.acknowledged(alert.subject.ref), undo(alert)),
      }),
    resolve: (alert: Alert) =>
      resolve.mutate(of(alert), {
        onSuccess: () => toast(words.done.resolved(alert.subject.ref), undo(alert)),
      }),
    snooze: (alert: Alert, until: Date) =>
      snooze.mutate(
        { ...of(alert), body: { until: until.toISOString() } },
        { onSuccess: () => toast(words.done.snoozed(alert.subject.ref), undo(alert)) },
      ),
    reopen: (alert: Alert) =>
      back.mutate(
        { ...of(alert), body: {} },
        { onSuccess: () => toast(words.done.reopened(alert.subject.ref)) },
      ),
    makeRequest: (alert: Alert) =>
      makeRequest.mutate(
        { ...of(alert), body: {} },
        {
          onSuccess: ({ request }) =>
            toast(words.done.requested(alert.subject.ref, request?.referenceNumber ?? '')),
        },
      ),
    isBusy: makeRequest.isPending,
  }
}

export type AlertDeeds = ReturnType<typeof useAlertDeeds>
