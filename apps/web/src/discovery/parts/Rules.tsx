import { agentFields, type DiscoveryRules, discovery, MatchBy } from '@deskhand/contract'
import { Checkbox, NumberInput, Switch, Textarea } from '@mantine/core'
import { useState } from 'react'
import { useCommand, useRead } from '../../api.ts'
import { Button } from '../../ui/Button.tsx'
import { ProblemNotice } from '../../ui/ProblemNotice.tsx'
import { SkeletonRows } from '../../ui/SkeletonRows.tsx'
import { toast } from '../../ui/toast.tsx'
import classes from '../Discovery.module.css'
import { fieldWords, signWords, discoveryWords as words } from '../words.ts'

/** How devices are recognised, and what agents leave alone. */
export function Rules() {
  const { data, error, refetch } = useRead(discovery.rules, {})
  return (
    <section className={classes.section} aria-label={words.rules}>
      <div>
        <h2>{words.rules}</h2>
        <p className={classes.about}>{words.rulesAbout}</p>
      </div>
      {error ? <ProblemNotice problem={error} onRetry={() => void refetch()} /> : null}
      {data ? <RulesForm key={data.version} rules={data} /> : null}
      {!data && !error ? <SkeletonRows rows={3} /> : null}
    </section>
  )
}

function RulesForm({ rules: { version, updatedAt: _, ...rules } }: { rules: DiscoveryRules }) {
  const [body, setBody] = useState(rules)
  const [serials, setSerials] = useState(rules.ignoredSerials.join('\n'))
  const save = useCommand(discovery.setRules, { onSuccess: () => toast(words.saved) })
  const set = (change: Partial<typeof body>) => setBody({ ...body, ...change })
  const ignoredSerials = serials
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '')
  return (
    <form
      className={classes.form}
      onSubmit={(event) => {
        event.preventDefault()
        save.mutate({ body: { ...body, ignoredSerials }, ifMatch: version })
      }}
    >
      <Checkbox.Group
        label={words.matchBy}
        value={body.matchBy}
        onChange={(picked) => set({ matchBy: MatchBy.options.filter((one) => picked.includes(one)) })}
      >
        {MatchBy.options.map((value) => (
          <Checkbox key={value} value={value} label={signWords[value]} mt={8} />
        ))}
      </Checkbox.Group>
      <Switch
        label={words.makesThings}
        description={words.makesThingsHelp}
        checked={body.makesThings}
        onChange={(event) => set({ makesThings: event.currentTarget.checked })}
      />
      <Switch
        label={words.holds}
        checked={body.newAgents === 'HOLD'}
        onChange={(event) => set({ newAgents: event.currentTarget.checked ? 'HOLD' : 'ALLOW' })}
      />
      <Checkbox.Group
        label={words.locked}
        value={body.lockedFields}
        onChange={(picked) => set({ lockedFields: agentFields.filter((one) => picked.includes(one)) })}
      >
        {agentFields.map((value) => (
          <Checkbox key={value} value={value} label={fieldWords[value]} mt={8} />
        ))}
      </Checkbox.Group>
      <NumberInput
        label={words.contactHours}
        min={1}
        max={720}
        allowDecimal={false}
        value={body.contactHours}
        onChange={(hours) => set({ contactHours: Number(hours) || 24 })}
      />
      <Textarea
        label={words.ignoredSerials}
        autosize
        minRows={2}
        value={serials}
        onChange={(event) => setSerials(event.currentTarget.value)}
      />
      {save.error ? <ProblemNotice problem={save.error} /> : null}
      <div>
        <Button type="submit" variant="primary" busy={save.isPending}>
          {words.save}
        </Button>
      </div>
    </form>
  )
}
