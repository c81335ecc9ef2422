import {
  type ApprovalPolicy,
  approvalPolicies,
  costCenters,
  desks,
  type PolicyDefinition,
} from '@deskhand/contract'
import { Checkbox, MultiSelect, NumberInput, TextInput } from '@mantine/core'
import { useRouter } from '@tanstack/react-router'
import { useState } from 'react'
import { useCommand, useRead } from '../api.ts'
import { Button } from '../ui/Button.tsx'
import { ConfirmDialog } from '../ui/ConfirmDialog.tsx'
import { Form } from '../ui/Form.tsx'
import { ProblemNotice } from '../ui/ProblemNotice.tsx'
import { fieldProblem, partProblem } from '../ui/problem.ts'
import { toast } from '../ui/toast.tsx'
import { MoneyField } from './MoneyField.tsx'
import { newStep } from './newStep.ts'
import classes from './Policies.module.css'
import { Simulation } from './Simulation.tsx'
import { StepFields } from './StepFields.tsx'
import { policyWords as words } from './words.ts'

type Fields = { name: string; isActive: boolean; definition: PolicyDefinition }

/** The whole policy in one form; the server says what can never ask anybody. */
export function PolicyForm({ policy, begin }: { policy: ApprovalPolicy | null; begin: Fields }) {
  const router = useRouter()
  const [fields, setFields] = useState(begin)
  const [isRetiring, setRetiring] = useState(false)
  const onSuccess = ({ id }: ApprovalPolicy) => {
    toast(words.saved)
    router.history.push(policy ? `/company/approvals/${id}` : '/company/approvals')
  }
  const create = useCommand(approvalPolicies.create, { onSuccess })
  const update = useCommand(approvalPolicies.update, { onSuccess })
  const remove = useCommand(approvalPolicies.remove, {
    onSuccess: () => {
      toast(words.retired)
      router.history.push('/company/approvals')
    },
  })
  const catalog = useRead(desks.catalog, {}).data?.desks ?? []
  const centers = useRead(costCenters.list, {}).data?.data ?? []
  const { definition } = fields
  const { conditions, steps } = definition
  const error = policy ? update.error : create.error
  const set = (change: Partial<PolicyDefinition>) =>
    setFields({ ...fields, definition: { ...definition, ...change } })
  const setConditions = (change: Partial<PolicyDefinition['conditions']>) =>
    set({ conditions: { ...conditions, ...change } })
  const said = (field: string) => fieldProblem(error, `definition/${field}`)

  function save() {
    if (policy) update.mutate({ params: { id: policy.id }, body: fields, ifMatch: policy.version })
    else create.mutate({ body: fields })
  }

  return (
    <Form className={classes.form} onSubmit={save} problem={error}>
      <TextInput
        label={words.name}
        maxLength={100}
        value={fields.name}
        error={fieldProblem(error, 'name') ?? null}
        onChange={(event) => setFields({ ...fields, name: event.currentTarget.value })}
      />
      <Checkbox
        label={words.isActive}
        checked={fields.isActive}
        onChange={(event) => setFields({ ...fields, isActive: event.currentTarget.checked })}
      />
      <fieldset className={classes.part}>
        <legend className={classes.legend}>{words.applies}</legend>
        <MultiSelect
          searchable
          label={words.types}
          data={catalog.map(({ name, categories }) => ({
            group: name,
            items: categories.flatMap(({ requestTypes }) =>
              requestTypes.map((type) => ({ value: type.id, label: type.name })),
            ),
          }))}
          value={conditions.requestTypeIds}
          error={partProblem(error, 'definition/conditions/requestTypeIds') ?? null}
          onChange={(requestTypeIds) => setConditions({ requestTypeIds })}
        />
        <MultiSelect
          label={words.desks}
          data={catalog.map(({ id, name }) => ({ value: id, label: name }))}
          value={conditions.deskIds}
          error={partProblem(error, 'definition/conditions/deskIds') ?? null}
          onChange={(deskIds) => setConditions({ deskIds })}
        />
        <MultiSelect
          label={words.costCenters}
          data={centers.map(({ code, name }) => ({ value: code, label: `${code} ${name}` }))}
          value={conditions.costCenters}
          error={partProblem(error, 'definition/conditions/costCenters') ?? null}
          onChange={(chosen) => setConditions({ costCenters: chosen })}
        />
        <MoneyField
          label={words.over}
          placeholder={words.anyAmount}
          value={conditions.over}
          error={partProblem(error, 'definition/conditions/over')}
          onChange={(over) => setConditions({ over })}
        />
        {said('conditions') ? <p role="alert">{said('conditions')}</p> : null}
      </fieldset>
      <fieldset className={classes.part}>
        <legend className={classes.legend}>{words.steps}</legend>
        {steps.map((step, at) => (
          <StepFields
            // biome-ignore lint/suspicious/noArrayIndexKey: steps may share a name, and are only added and removed
            key={at}
            at={at}
            step={step}
            said={(field) => partProblem(error, `definition/steps/${at}/${field}`)}
            onChange={(next) => set({ steps: steps.with(at, next) })}
            onRemove={steps.length > 1 ? () => set({ steps: steps.filter((_, one) => one !== at) }) : null}
          />
        ))}
        <div>
          <Button onPress={() => set({ steps: [...steps, newStep] })}>{words.addStep}</Button>
        </div>
      </fieldset>
      <fieldset className={classes.part}>
        <legend className={classes.legend}>{words.more}</legend>
        <NumberInput
          label={words.tolerance}
          min={0}
          max={100}
          value={definition.tolerancePercent}
          error={said('tolerancePercent') ?? null}
          onChange={(value) => set({ tolerancePercent: Number(value) || 0 })}
        />
        <MoneyField
          label={words.signOver}
          placeholder={words.anyAmount}
          value={definition.signOver}
          error={partProblem(error, 'definition/signOver')}
          onChange={(signOver) => set({ signOver })}
        />
        <Checkbox
          label={words.resolves}
          checked={definition.resolves}
          onChange={(event) => set({ resolves: event.currentTarget.checked })}
        />
        <Checkbox
          label={words.allowsSamePerson}
          checked={definition.allowsSamePerson}
          onChange={(event) => set({ allowsSamePerson: event.currentTarget.checked })}
        />
      </fieldset>
      <ProblemNotice problem={error} />
      <div className={classes.actions}>
        <Button type="submit" variant="primary" busy={create.isPending || update.isPending}>
          {words.save}
        </Button>
        {policy ? (
          <Button variant="quiet" onPress={() => setRetiring(true)}>
            {words.retire}
          </Button>
        ) : null}
      </div>
      {policy ? <Simulation policyId={policy.id} definition={definition} /> : null}
      {policy ? (
        <ConfirmDialog
          opened={isRetiring}
          onClose={() => setRetiring(false)}
          title={words.retireTitle(policy.name)}
          consequence={words.retireAbout}
          confirmLabel={words.retire}
          busy={remove.isPending}
          problem={remove.error}
          onConfirm={() => remove.mutate({ params: { id: policy.id }, ifMatch: policy.version })}
        />
      ) : null}
    </Form>
  )
}
