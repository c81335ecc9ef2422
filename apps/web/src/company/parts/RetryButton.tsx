import { mail } from '@deskhand/contract'
import { useCommand } from '../../api.ts'
import { Button } from '../../ui/Button.tsx'
import { problemOf } from '../../ui/problem.ts'
import { toast } from '../../ui/toast.tsx'
import { problemWords } from '../../ui/words.ts'
import { mailWords as words } from '../words.ts'
import type { SentMail } from './MailState.tsx'

/** Puts a mail that failed, or was only kept, on its way again. */
export function RetryButton({ mail: { id, subject } }: { mail: SentMail }) {
  const retry = useCommand(mail.retry, {
    onSuccess: () => toast(words.retried),
    onError: (thrown) => toast(problemOf(thrown)?.detail ?? problemWords.offline.title),
  })
  return (
    <Button
      size="small"
      busy={retry.isPending}
      label={words.retryNamed(subject)}
      onPress={() => retry.mutate({ params: { id } })}
    >
      {words.retry}
    </Button>
  )
}
