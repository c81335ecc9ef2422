import { chat } from '@deskhand/contract'
import { Textarea } from '@mantine/core'
import { useRouter } from '@tanstack/react-router'
import { useState } from 'react'
import { useCommand, useRead } from '../api.ts'
import { Button } from '../ui/Button.tsx'
import { Dialog } from '../ui/Dialog.tsx'
import { ProblemNotice } from '../ui/ProblemNotice.tsx'
import { SectionTitle } from '../ui/SectionTitle.tsx'
import { toast } from '../ui/toast.tsx'
import classes from './StartChat.module.css'
import { chatWords as words } from './words.ts'

/** Which desks are there to talk, on the home; nothing where none is. */
export default function StartChat() {
  const { data } = useRead(chat.availability, { query: {} }, { refetchInterval: 30_000 })
  const [desk, setDesk] = useState<string | null>(null)
  const open = (data?.data ?? []).filter(({ isOpen }) => isOpen)
  if (open.length === 0) return null
  return (
    <section>
      <SectionTitle size="portal">{words.title}</SectionTitle>
      <ul className={classes.desks}>
        {open.map(({ deskCode, deskName, words: line }) => (
          <li key={deskCode} className={classes.desk}>
            <span>{line}</span>
            <Button size="small" onPress={() => setDesk(deskCode)} label={words.startAt(deskName)}>
              {words.start}
            </Button>
          </li>
        ))}
      </ul>
      {desk ? <FirstMessage desk={desk} onClose={() => setDesk(null)} /> : null}
    </section>
  )
}

function FirstMessage({ desk, onClose }: { desk: string; onClose: () => void }) {
  const router = useRouter()
  const [message, setMessage] = useState('')
  const start = useCommand(chat.start, {
    onSuccess: ({ referenceNumber, session, words: said }) => {
      if (!session) toast(said)
      router.history.push(`/r/${referenceNumber}`)
    },
  })
  return (
    <Dialog
      opened
      onClose={onClose}
      title={words.startAt(desk)}
      confirmLabel={words.send}
      onConfirm={() => {
        if (message.trim()) start.mutate({ body: { serviceDeskCode: desk, message: message.trim() } })
      }}
      busy={start.isPending}
    >
      <Textarea
        autosize
        minRows={3}
        data-autofocus
        label={words.firstMessage}
        value={message}
        maxLength={20_000}
        onChange={(event) => setMessage(event.currentTarget.value)}
      />
      <ProblemNotice problem={start.error} />
    </Dialog>
  )
}
