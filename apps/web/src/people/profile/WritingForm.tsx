import { people } from '@deskhand/contract'
import { Select, Switch, Textarea } from '@mantine/core'
import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { reading, useCommand } from '../../api.ts'
import type { Me } from '../../shell/session.ts'
import { Button } from '../../ui/Button.tsx'
import { ProblemNotice } from '../../ui/ProblemNotice.tsx'
import { toast } from '../../ui/toast.tsx'
import classes from './Profile.module.css'
import { writingWords as words } from './words.ts'

const locales = ['en-GB', 'en-US', 'es', 'pt', 'fr', 'de', 'it', 'ca', 'nl']
const names = new Intl.DisplayNames('en', { type: 'language' })

/** How days and numbers are written for the reader, and what stands under the replies of a technician. */
export function WritingForm({ me, isDesk }: { me: Me; isDesk: boolean }) {
  const client = useQueryClient()
  const { locale, signature, undoSend } = me.preferences
  const [draft, setDraft] = useState(signature)
  const prefer = useCommand(people.setPreferences, {
    onSuccess: (preferences) => {
      client.setQueryData<Me>(reading(people.me, {}).queryKey, { ...me, preferences })
      toast(words.saved)
    },
  })
  // What was just chosen shows before the server has it.
  const chosen = (prefer.isPending && prefer.variables.body) || {}
  const offered = locale && !locales.includes(locale) ? [...locales, locale] : locales
  return (
    <div className={classes.form}>
      <Select
        clearable
        label={words.locale}
        placeholder={words.localePlaceholder}
        data={offered.map((value) => ({ value, label: names.of(value) ?? value }))}
        value={chosen.locale === undefined ? locale : chosen.locale}
        onChange={(next) => prefer.mutate({ body: { locale: next } })}
      />
      {isDesk ? (
        <>
          <Switch
            label={words.undoSend}
            description={words.undoSendAbout}
            checked={chosen.undoSend ?? undoSend}
            onChange={(event) => prefer.mutate({ body: { undoSend: event.currentTarget.checked } })}
          />
          <Textarea
            autosize
            minRows={2}
            maxLength={1000}
            label={words.signature}
            description={words.signatureAbout}
            value={draft}
            onChange={(event) => setDraft(event.currentTarget.value)}
          />
          {draft === signature ? null : (
            <div className={classes.actions}>
              <Button
                variant="primary"
                busy={prefer.isPending}
                onPress={() => prefer.mutate({ body: { signature: draft } })}
              >
                {words.save}
              </Button>
            </div>
          )}
        </>
      ) : null}
      <ProblemNotice problem={prefer.error} />
    </div>
  )
}
