import { macros } from '@deskhand/contract'
import { Select, Textarea, TextInput } from '@mantine/core'
import { useState } from 'react'
import { useCommand } from '../api.ts'
import { useLedDesks } from '../company/parts/useLedDesks.ts'
import { keptWords } from '../company/words.ts'
import { Dialog } from '../ui/Dialog.tsx'
import { fieldProblem } from '../ui/problem.ts'
import { toast } from '../ui/toast.tsx'
import type { Response } from './ResponsesPage.tsx'
import { editorWords, responsePageWords as words } from './words.ts'

const me = 'me'

/** Makes a canned response for a desk that one leads or for oneself, or changes one. */
export function ResponseDialog({ response, onClose }: { response: Response | null; onClose: () => void }) {
  const led = useLedDesks()
  const [whose, setWhose] = useState<string | null>(response?.serviceDeskId ?? null)
  const [language, setLanguage] = useState(response?.language ?? 'en')
  const [name, setName] = useState(response?.name ?? '')
  const [text, setText] = useState(response?.text ?? '')
  const done = {
    onSuccess: () => {
      toast(keptWords.saved(name))
      onClose()
    },
  }
  const add = useCommand(macros.addResponse, done)
  const change = useCommand(macros.changeResponse, done)
  const { error, isPending } = response ? change : add
  const said = (field: string) => fieldProblem(error, field) ?? null
  const places = [...led, { value: me, label: words.mine }]
  const place = whose ?? places[0]?.value ?? me

  function save() {
    const body = { language, name, text }
    if (response) change.mutate({ params: { id: response.id }, ifMatch: response.version, body })
    else add.mutate({ body: { ...body, serviceDeskId: place === me ? null : place } })
  }
  const isNamed = ['name', 'language', 'text'].some((field) => said(field))
  return (
    <Dialog
      opened
      onClose={onClose}
      title={response ? words.change : words.add}
      confirmLabel={words.save}
      busy={isPending}
      problem={isNamed ? null : error}
      onConfirm={save}
      width={600}
    >
      <TextInput
        data-autofocus
        required
        label={editorWords.name}
        maxLength={100}
        value={name}
        error={said('name')}
        onChange={(event) => setName(event.currentTarget.value)}
      />
      {response ? null : (
        <Select
          allowDeselect={false}
          label={editorWords.desk}
          data={places}
          value={place}
          error={said('serviceDeskId')}
          {...(place === me && { description: words.onlyMine })}
          onChange={setWhose}
        />
      )}
      <TextInput
        required
        label={words.language}
        maxLength={6}
        value={language}
        error={said('language')}
        onChange={(event) => setLanguage(event.currentTarget.value)}
      />
      <Textarea
        autosize
        required
        minRows={4}
        maxRows={14}
        label={words.text}
        description={editorWords.variables}
        value={text}
        error={said('text')}
        onChange={(event) => setText(event.currentTarget.value)}
      />
    </Dialog>
  )
}
