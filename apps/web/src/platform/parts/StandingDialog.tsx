import { companies } from '@deskhand/contract'
import { useCommand } from '../../api.ts'
import { ConfirmTyped } from '../../ui/ConfirmTyped.tsx'
import { toast } from '../../ui/toast.tsx'
import type { UsedCompany } from '../columns.tsx'
import { actWords as words } from '../words.ts'

/** Suspends a company or lets it go on; either way its name is typed first. */
export function StandingDialog({ company, onClose }: { company: UsedCompany; onClose: () => void }) {
  const { id, name, peopleCount } = company
  const isActive = company.state === 'ACTIVE'
  const done = (sentence: string) => () => {
    toast(sentence)
    onClose()
  }
  const suspend = useCommand(companies.suspend, { onSuccess: done(words.suspended(name)) })
  const resume = useCommand(companies.resume, { onSuccess: done(words.resumed(name)) })
  const act = isActive ? suspend : resume
  return (
    <ConfirmTyped
      onClose={onClose}
      title={isActive ? words.suspendTitle(name) : words.resumeTitle(name)}
      consequence={isActive ? words.suspendAbout(peopleCount) : words.resumeAbout(peopleCount)}
      word={name}
      confirmLabel={isActive ? words.suspendNamed(name) : words.resumeNamed(name)}
      tone={isActive ? 'danger' : 'primary'}
      busy={act.isPending}
      problem={act.error}
      onConfirm={() => act.mutate({ params: { id } })}
    />
  )
}
