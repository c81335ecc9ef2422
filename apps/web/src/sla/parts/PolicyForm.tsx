import { agreements, sla, WaitReason } from '@deskhand/contract'
import { Checkbox, TextInput } from '@mantine/core'
import { useState } from 'react'
import { useCommand } from '../../api.ts'
import { UnsavedGuard } from '../../shell/UnsavedGuard.tsx'
import { BackLink } from '../../ui/BackLink.tsx'
import { Button } from '../../ui/Button.tsx'
import { Form } from '../../ui/Form.tsx'
import { Page } from '../../ui/Page.tsx'
import { ProblemNotice } from '../../ui/ProblemNotice.tsx'
import { partProblem } from '../../ui/problem.ts'
import { SectionTitle } from '../../ui/SectionTitle.tsx'
import { toast } from '../../ui/toast.tsx'
import { policyWords as words } from '../policyWords.ts'
import classes from '../SlaPage.module.css'
import { EscalationField } from './EscalationField.tsx'
import { Matrix } from './Matrix.tsx'
import { Preview } from './Preview.tsx'
import { type Body, cellsOf, type Fields, type Policy, targetsOf, usualPauses } from './policyDraft.ts'
import { ScopeFields } from './ScopeFields.tsx'

const blank: Fields = {
  name: '',
  isActive: true,
  serviceDeskId: null,
  requestTypeId: null,
  site: null,
  isVip: null,
  calendarId: null,
  pauses: usualPauses,
  atRiskPercent: 75,
  escalationPolicyId: null,
}

type PolicyFormProps = { policy: Policy | null; onLeave: () => void; mayChange: boolean }

/** A policy as one edits it, with what it would have changed. */
export function PolicyForm({ policy, onLeave, mayChange }: PolicyFormProps) {
  const [fields, setFields] = useState<Fields>(policy ?? blank)
  const [cells, setCells] = useState(cellsOf(policy))
  const [isDirty, setDirty] = useState(false)
  const { serviceDeskId, pauses } = fields
  const create = useCommand(agreements.create)
  const update = useCommand(agreements.update)
  const remove = useCommand(agreements.remove)
  const preview = useCommand(sla.preview)
  const targets = targetsOf(cells)
  const error = create.error ?? update.error ?? remove.error ?? preview.error
  // Trying sends the policy as a part of its body.
  const said = (field: string) => partProblem(error, field) ?? partProblem(error, `policy/${field}`) ?? null
  const set = (part: Partial<Fields>) => {
    setFields({ ...fields, ...part })
    setDirty(true)
  }
  const bodyOf = (matrix: Policy['targets']): Body => {
    const { name, isActive, requestTypeId, site, isVip, calendarId, atRiskPercent } = fields
    const { escalationPolicyId } = fields
    const place = { requestTypeId, site: site?.trim() || null, isVip, calendarId }
    const rest = { ...place, atRiskPercent, escalationPolicyId }
    return { name, isActive, serviceDeskId, pauses, targets: matrix, ...rest }
  }

  async function save() {
    if (!targets) return
    const body = bodyOf(targets)
    try {
      if (policy) await update.mutateAsync({ params: { id: policy.id }, ifMatch: policy.version, body })
      else await create.mutateAsync({ body })
      setDirty(false)
      toast(words.saved(body.name))
      onLeave()
    } catch {
      // Said in the form.
    }
  }
  return (
    <Page
      title={policy?.name ?? words.create}
      width="wide"
      back={<BackLink href="/company/sla" label={words.back} />}
    >
      <Form className={classes.form} problem={error} onSubmit={() => void save()}>
        <TextInput
          required
          label={words.name}
          value={fields.name}
          maxLength={80}
          error={said('name')}
          onChange={(event) => set({ name: event.currentTarget.value })}
        />
        <Checkbox
          label={words.active}
          checked={fields.isActive}
          onChange={(event) => set({ isActive: event.currentTarget.checked })}
        />
        <ScopeFields fields={fields} said={said} onChange={set} />
        <SectionTitle>{words.targets}</SectionTitle>
        <p className={classes.line}>{words.targetsHelp}</p>
        <Matrix
          cells={cells}
          said={said('targets')}
          onChange={(next) => {
            setCells(next)
            setDirty(true)
          }}
        />
        <SectionTitle>{words.pauses}</SectionTitle>
        <fieldset className={classes.checks} aria-label={words.pauses}>
          <Checkbox
            label={words.pauseAction}
            checked={pauses.actionRequired}
            onChange={(event) => set({ pauses: { ...pauses, actionRequired: event.currentTarget.checked } })}
          />
          <Checkbox
            label={words.pauseApproval}
            checked={pauses.approval}
            onChange={(event) => set({ pauses: { ...pauses, approval: event.currentTarget.checked } })}
          />
          {WaitReason.options.map((reason) => (
            <Checkbox
              key={reason}
              label={words.pauseWaiting(reason)}
              checked={pauses.waiting[reason]}
              onChange={(event) => {
                const waiting = { ...pauses.waiting, [reason]: event.currentTarget.checked }
                set({ pauses: { ...pauses, waiting } })
              }}
            />
          ))}
        </fieldset>
        <SectionTitle>{words.escalation}</SectionTitle>
        <EscalationField
          value={fields.escalationPolicyId}
          error={said('escalationPolicyId')}
          onChange={(escalationPolicyId) => set({ escalationPolicyId })}
        />
        <ProblemNotice problem={error} />
        {preview.data ? <Preview result={preview.data} /> : null}
        <div className={classes.actions}>
          <Button
            type="submit"
            variant="primary"
            busy={create.isPending || update.isPending}
            disabledReason={mayChange ? null : words.readOnly}
          >
            {words.save}
          </Button>
          <Button
            busy={preview.isPending}
            disabledReason={mayChange ? (targets ? null : words.unreadable) : words.readOnly}
            onPress={() => {
              if (!targets) return
              // Trying needs no name, so that one can look before one has thought of it.
              const { name, ...rest } = bodyOf(targets)
              const draft = name.trim() ? { ...rest, name } : rest
              preview.mutate({ body: { policyId: policy?.id ?? null, policy: draft } })
            }}
          >
            {words.preview}
          </Button>
          {policy && mayChange ? (
            <Button
              variant="danger"
              busy={remove.isPending}
              onPress={() =>
                remove.mutate(
                  { params: { id: policy.id } },
                  {
                    onSuccess: () => {
                      toast(words.retired(policy.name))
                      onLeave()
                    },
                  },
                )
              }
            >
              {words.retire}
            </Button>
          ) : null}
        </div>
      </Form>
      <UnsavedGuard isDirty={isDirty} />
    </Page>
  )
}
