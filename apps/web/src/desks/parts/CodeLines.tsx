import { deskManagement, desks } from '@deskhand/contract'
import { TextInput } from '@mantine/core'
import { X } from 'lucide-react'
import { useState } from 'react'
import { useCommand, useRead } from '../../api.ts'
import { Button } from '../../ui/Button.tsx'
import { Form } from '../../ui/Form.tsx'
import { Icon } from '../../ui/Icon.tsx'
import { IconButton } from '../../ui/IconButton.tsx'
import { ProblemNotice } from '../../ui/ProblemNotice.tsx'
import { fieldProblem } from '../../ui/problem.ts'
import { SkeletonRows } from '../../ui/SkeletonRows.tsx'
import { toast } from '../../ui/toast.tsx'
import { codeOf } from '../codeOf.ts'
import classes from '../Desks.module.css'
import { codeWords as words } from '../words.ts'

/** `isNew`: its code follows its name until it is saved; after that it stays. */
type Line = { key: string; code: string; name: string; isNew: boolean }

/** How requests of one desk end, or those of all: what people read, and the code beside it. */
export function CodeLines({ deskId }: { deskId: string | null }) {
  const all = useRead(desks.resolutionCodes, {})
  const [draft, setDraft] = useState<{ lines: Line[]; version: string } | null>(null)
  const [isTried, setTried] = useState(false)
  const save = useCommand(deskManagement.setResolutionCodes, {
    onSuccess: () => {
      toast(words.saved)
      setDraft(null)
      setTried(false)
      void all.refetch()
    },
  })
  if (!all.data) {
    return all.error ? (
      <ProblemNotice problem={all.error} onRetry={() => void all.refetch()} />
    ) : (
      <SkeletonRows rows={6} lines={1} />
    )
  }
  const { version } = all.data
  const kept = all.data.data
    .filter(({ serviceDeskId }) => serviceDeskId === deskId)
    .map(({ code, name }): Line => ({ key: code, code, name, isNew: false }))
  const lines = draft?.lines ?? kept
  const change = (next: Line[]) => setDraft({ version: draft?.version ?? version, lines: next })
  const set = (key: string, name: string) =>
    change(
      lines.map((line) =>
        line.key === key ? { ...line, name, ...(line.isNew && { code: codeOf(name, lines, key) }) } : line,
      ),
    )
  function confirm() {
    setTried(true)
    if (lines.some(({ name }) => !name.trim())) return
    const codes = lines.map(({ code, name }) => ({ code, name: name.trim() }))
    save.mutate({ ifMatch: draft?.version ?? version, body: { serviceDeskId: deskId, codes } })
  }
  return (
    <Form className={classes.codes} problem={save.error} onSubmit={confirm}>
      <ul className={classes.codeLines} aria-label={words.title}>
        {lines.map(({ key, code, name, isNew }, at) => (
          <li key={key} className={classes.codeLine}>
            <TextInput
              aria-label={isNew ? words.newName : words.nameOf(code)}
              maxLength={100}
              value={name}
              error={
                isTried && !name.trim()
                  ? words.noName
                  : (fieldProblem(save.error, `codes/${at}/name`) ?? null)
              }
              onChange={(event) => set(key, event.currentTarget.value)}
            />
            <code>{code}</code>
            <IconButton
              label={words.remove(name || code)}
              icon={<Icon of={X} />}
              onPress={() => change(lines.filter((line) => line.key !== key))}
            />
          </li>
        ))}
      </ul>
      {lines.length === 0 ? <p className={classes.about}>{words.none}</p> : null}
      <ProblemNotice problem={save.error} />
      <div className={classes.buttons}>
        <Button
          onPress={() => change([...lines, { key: crypto.randomUUID(), code: '', name: '', isNew: true }])}
        >
          {words.add}
        </Button>
        <Button
          type="submit"
          variant="primary"
          busy={save.isPending}
          disabledReason={draft ? null : words.asSaved}
        >
          {words.save}
        </Button>
      </div>
    </Form>
  )
}
