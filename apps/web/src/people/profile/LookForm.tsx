import { people } from '@deskhand/contract'
import { SegmentedControl, Select, Switch } from '@mantine/core'
import { useQueryClient } from '@tanstack/react-query'
import { useId } from 'react'
import { reading, useCommand } from '../../api.ts'
import type { Me } from '../../shell/session.ts'
import { ProblemNotice } from '../../ui/ProblemNotice.tsx'
import classes from './Profile.module.css'
import { lookWords as words } from './words.ts'

const themes = ['system', 'light', 'dark', 'contrast'] as const
const densities = ['compact', 'regular', 'roomy'] as const
const zones = Intl.supportedValuesOf('timeZone')

/** Every choice counts at once, on all devices; one that cannot be kept goes back. */
export function LookForm({ me, isDesk }: { me: Me; isDesk: boolean }) {
  const id = useId()
  const client = useQueryClient()
  const prefer = useCommand(people.setPreferences, {
    onSuccess: (preferences) =>
      client.setQueryData<Me>(reading(people.me, {}).queryKey, { ...me, preferences }),
  })
  // What was just chosen shows before the server has it.
  const chosen = (prefer.isPending && prefer.variables.body) || {}
  const { theme, density, zone, shortcuts } = me.preferences
  const device = Intl.DateTimeFormat().resolvedOptions().timeZone
  return (
    <div className={classes.form}>
      <div className={classes.field}>
        <span className={classes.label} id={`${id}-theme`}>
          {words.theme}
        </span>
        <SegmentedControl
          aria-labelledby={`${id}-theme`}
          data={themes.map((value) => ({ value, label: words.themes[value] }))}
          value={chosen.theme ?? theme}
          onChange={(value) => {
            const next = themes.find((one) => one === value)
            if (next) prefer.mutate({ body: { theme: next } })
          }}
        />
      </div>
      {isDesk ? (
        <div className={classes.field}>
          <span className={classes.label} id={`${id}-density`}>
            {words.density}
          </span>
          <SegmentedControl
            aria-labelledby={`${id}-density`}
            data={densities.map((value) => ({ value, label: words.densities[value] }))}
            value={chosen.density ?? density}
            onChange={(value) => {
              const next = densities.find((one) => one === value)
              if (next) prefer.mutate({ body: { density: next } })
            }}
          />
          <span className={classes.help}>{words.densityAbout}</span>
        </div>
      ) : null}
      <Select
        searchable
        clearable
        label={words.zone}
        description={words.zoneAbout(device)}
        placeholder={words.zonePlaceholder}
        data={zones}
        limit={80}
        value={chosen.zone === undefined ? zone : chosen.zone}
        onChange={(next) => prefer.mutate({ body: { zone: next } })}
      />
      <Switch
        label={words.shortcuts}
        description={words.shortcutsAbout}
        checked={chosen.shortcuts ?? shortcuts}
        onChange={(event) => prefer.mutate({ body: { shortcuts: event.currentTarget.checked } })}
      />
      <ProblemNotice problem={prefer.error} />
    </div>
  )
}
