import { desks, type Rule, type RuleBody, rules } from '@deskhand/contract'
import { NativeSelect, Switch, TextInput } from '@mantine/core'
import { useRouter } from '@tanstack/react-router'
import { useState } from 'react'
import { useCommand, useRead } from '../../api.ts'
import { Button } from '../../ui/Button.tsx'
import { ConfirmDialog } from '../../ui/ConfirmDialog.tsx'
import { Form } from '../../ui/Form.tsx'
import { ProblemNotice } from '../../ui/ProblemNotice.tsx'
import { fieldProblem } from '../../ui/problem.ts'
import { toast } from '../../ui/toast.tsx'
import classes from '../Rules.module.css'
import { ruleWords as words } from '../words.ts'
import { ActionFields } from './ActionFields.tsx'
import { ConditionFields } from './ConditionFields.tsx'
import { DryRun } from './DryRun.tsx'
import { TriggerFields } from './TriggerFields.tsx'
import { useChoices } from './useChoices.ts'

/** When, if and then as one sentence with slots; the server says what would go round in a circle. */
export function RuleForm({ rule, begin }: { rule: Rule | null; begin: RuleBody }) {
  const router = useRouter()
  const [body, setBody] = useState(begin)
  const [isRemoving, setRemoving] = useState(false)
  const choices = useChoices(body.serviceDeskId)
  const all = useRead(desks.list, {}).data?.data ?? []
  const onSuccess = ({ id }: Rule) => {
    toast(words.saved)
    router.history.push(`/company/rules/${id}`)
  }
  const create = useCommand(rules.create, { onSuccess })
  const update = useCommand(rules.update, { onSuccess })
  const remove = useCommand(rules.remove, {
    onSuccess: () => {
      toast(words.removed)
      router.history.push('/company/rules')
    },
  })
  const error = rule ? update.error : create.error
  const set = (change: Partial<RuleBody>) => setBody({ ...body, ...change })
  const said = (field: string) => fieldProblem(error, field)

  function save() {
    if (rule) update.mutate({ params: { id: rule.id }, body, ifMatch: rule.version })
    else create.mutate({ body })
  }

  return (
    <>
      <Form className={classes.form} onSubmit={save} problem={error}>
        <div className={classes.head}>
          <TextInput
            label={words.name}
            placeholder={words.nameExample}
            maxLength={100}
            value={body.name}
            error={said('name') ?? null}
            onChange={(event) => set({ name: event.currentTarget.value })}
          />
          <NativeSelect
            label={words.desk}
            data={[
              { value: '', label: words.everyDesk },
              ...all.map(({ id, name }) => ({ value: id, label: name })),
            ]}
            value={body.serviceDeskId ?? ''}
            error={said('serviceDeskId') ?? null}
            onChange={(event) => set({ serviceDeskId: event.currentTarget.value || null })}
          />
          <Switch
            label={words.isEnabled}
            checked={body.isEnabled}
            onChange={(event) => set({ isEnabled: event.currentTarget.checked })}
          />
        </div>
        <fieldset className={classes.part}>
          <legend className={classes.legend}>{words.when}</legend>
          <TriggerFields value={body.trigger} onChange={(trigger) => set({ trigger })} />
        </fieldset>
        <fieldset className={classes.part}>
          <legend className={classes.legend}>{words.if}</legend>
          <ConditionFields
            value={body.condition}
            choices={choices}
            onChange={(condition) => set({ condition })}
          />
        </fieldset>
        <fieldset className={classes.part}>
          <legend className={classes.legend}>{words.does}</legend>
          <ActionFields
            value={body.actions}
            choices={choices}
            deskId={body.serviceDeskId}
            said={(field) => said(`actions/${field}`)}
            onChange={(actions) => set({ actions })}
          />
        </fieldset>
        <ProblemNotice problem={error} />
        <div className={classes.actions}>
          <Button type="submit" variant="primary" busy={create.isPending || update.isPending}>
            {words.save}
          </Button>
          {rule ? (
            <Button variant="quiet" onPress={() => setRemoving(true)}>
              {words.remove}
            </Button>
          ) : null}
        </div>
      </Form>
      <DryRun rule={body} />
      {rule ? (
        <ConfirmDialog
          opened={isRemoving}
          onClose={() => setRemoving(false)}
          title={words.removeTitle(rule.name)}
          consequence={words.removeAbout}
          confirmLabel={words.remove}
          busy={remove.isPending}
          problem={remove.error}
          onConfirm={() => remove.mutate({ params: { id: rule.id }, ifMatch: rule.version })}
        />
      ) : null}
    </>
  )
}
