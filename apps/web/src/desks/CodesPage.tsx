import { deskManagement, desks } from '@deskhand/contract'
import { Select, Textarea } from '@mantine/core'
import { useState } from 'react'
import { useCommand, useRead } from '../api.ts'
import { Button } from '../ui/Button.tsx'
import { ProblemNotice } from '../ui/ProblemNotice.tsx'
import { SkeletonRows } from '../ui/SkeletonRows.tsx'
import { toast } from '../ui/toast.tsx'
import { AdminPage } from './AdminPage.tsx'
import classes from './Desks.module.css'
import { codeWords as words } from './words.ts'

type Code = { code: string; name: string }

/** "FIXED = Fixed" by lines; the first line that is none is named. */
function read(text: string): { codes: Code[]; fault: string | null } {
  const lines = text.split('\n').filter((line) => line.trim() !== '')
  const codes = lines.map((line) => {
    const [, code, name] = line.match(/^\s*([A-Z][A-Z0-9_]{1,39})\s*=\s*(.+?)\s*$/) ?? []
    return code && name ? { code, name } : line
  })
  const fault = codes.find((one) => typeof one === 'string')
  return {
    codes: codes.filter((one): one is Code => typeof one !== 'string'),
    fault: typeof fault === 'string' ? words.unreadable(fault.trim()) : null,
  }
}

/** The codes with which requests end, of the company or of one desk. */
export default function CodesPage() {
  const [deskId, setDeskId] = useState<string | null>(null)
  const list = useRead(deskManagement.listDesks, {})
  return (
    <AdminPage place="codes" title={words.title} about={words.about}>
      <Select
        className={classes.picker ?? ''}
        label={words.desk}
        allowDeselect={false}
        data={[
          { value: '', label: words.company },
          ...(list.data?.data ?? []).map(({ id, name }) => ({ value: id, label: name })),
        ]}
        value={deskId ?? ''}
        onChange={(next) => setDeskId(next || null)}
      />
      <Codes key={deskId} deskId={deskId} />
    </AdminPage>
  )
}

function Codes({ deskId }: { deskId: string | null }) {
  const all = useRead(desks.resolutionCodes, {})
  const [draft, setDraft] = useState<{ text: string; version: string } | null>(null)
  const save = useCommand(deskManagement.setResolutionCodes, {
    onSuccess: () => {
      toast(words.saved)
      setDraft(null)
      void all.refetch()
    },
  })
  if (!all.data) {
    return all.error ? (
      <ProblemNotice problem={all.error} onRetry={() => void all.refetch()} />
    ) : (
      <SkeletonRows rows={6} />
    )
  }
  const kept = all.data.data
    .filter(({ serviceDeskId }) => serviceDeskId === deskId)
    .map(({ code, name }) => `${code} = ${name}`)
    .join('\n')
  const { version } = all.data
  const text = draft?.text ?? kept
  const { codes, fault } = read(text)
  return (
    <div className={classes.codes}>
      <Textarea
        className={classes.wide ?? ''}
        label={words.lines}
        description={words.linesAbout}
        autosize
        minRows={6}
        value={text}
        error={fault}
        onChange={(event) =>
          setDraft({ version: draft?.version ?? version, text: event.currentTarget.value })
        }
      />
      <ProblemNotice problem={save.error} />
      <Button
        variant="primary"
        busy={save.isPending}
        disabledReason={fault}
        onPress={() =>
          save.mutate({ ifMatch: draft?.version ?? version, body: { serviceDeskId: deskId, codes } })
        }
      >
        {words.save}
      </Button>
    </div>
  )
}
