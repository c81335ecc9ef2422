import { type Answers, desks, Priority, tasks, tags as vocabulary } from '@deskhand/contract'
import { Select, TagsInput } from '@mantine/core'
import { useRead } from '../api.ts'
import { OwnFields } from '../custom-fields/OwnFields.tsx'
import { partProblem } from '../ui/problem.ts'
import { priorityWords } from '../ui/words.ts'
import { PlanAnswers } from './PlanAnswers.tsx'
import classes from './PlansPage.module.css'
import type { PlanDraft } from './planDraft.ts'
import { editorWords as words } from './words.ts'

export type FieldsProps = { draft: PlanDraft; set: (change: Partial<PlanDraft>) => void; problem: unknown }

/** What each request of a plan is made of, beside its words. */
export function TemplateFields({ draft, set, problem }: FieldsProps) {
  const params = { id: draft.serviceDeskId }
  const { own, answers } = parted(draft.answers)
  const types = useRead(desks.requestTypes, { params }, { staleTime: 300_000 }).data?.data ?? []
  const members = useRead(desks.members, { params }, { staleTime: 300_000 }).data?.data ?? []
  const teams = (useRead(desks.teams, {}, { staleTime: 300_000 }).data?.data ?? []).filter(
    ({ serviceDeskId, isActive }) => isActive && serviceDeskId === draft.serviceDeskId,
  )
  const checklists =
    useRead(tasks.templates, { query: { serviceDeskId: draft.serviceDeskId } }, { staleTime: 60_000 }).data
      ?.data ?? []
  const known = useRead(vocabulary.list, { query: {} }, { staleTime: 300_000 }).data?.data ?? []
  return (
    <>
      <div className={classes.three}>
        <Select
          label={words.type}
          placeholder={words.noType}
          clearable
          searchable
          data={types.map(({ id, name }) => ({ value: id, label: name }))}
          value={draft.requestTypeId}
          error={partProblem(problem, 'template/requestTypeId')}
          onChange={(requestTypeId) => set({ requestTypeId, answers: own })}
        />
        <Select
          label={words.priority}
          placeholder={words.usual}
          clearable
          data={Priority.options.map((value) => ({ value, label: priorityWords[value] }))}
          value={draft.priority}
          error={partProblem(problem, 'template/priority')}
          onChange={(value) => set({ priority: Priority.options.find((one) => one === value) ?? null })}
        />
        <Select
          label={words.assignee}
          placeholder={words.nobody}
          clearable
          searchable
          data={members.map(({ id, name }) => ({ value: id, label: name }))}
          value={draft.assignedToId}
          error={partProblem(problem, 'template/assignedToId')}
          onChange={(assignedToId) => set({ assignedToId })}
        />
        <Select
          label={words.team}
          placeholder={words.nobody}
          clearable
          data={teams.map(({ id, name }) => ({ value: id, label: name }))}
          value={draft.assignedTeamId}
          onChange={(assignedTeamId) => set({ assignedTeamId })}
        />
        <Select
          label={words.checklist}
          placeholder={words.noType}
          clearable
          data={checklists.map(({ id, name }) => ({ value: id, label: name }))}
          value={draft.checklistTemplateId}
          onChange={(checklistTemplateId) => set({ checklistTemplateId })}
        />
      </div>
      {draft.requestTypeId ? (
        <PlanAnswers
          key={draft.requestTypeId}
          requestTypeId={draft.requestTypeId}
          answers={answers}
          onChange={(next) => set({ answers: { ...next, ...own } })}
        />
      ) : null}
      <OwnFields
        value={own}
        onChange={(next) => set({ answers: { ...answers, ...next } })}
        errorOf={(key) => partProblem(problem, `template/answers/${key}`) ?? null}
      />
      <TagsInput
        label={words.tags}
        placeholder={draft.tags.length === 0 ? words.addTag : ''}
        value={draft.tags}
        error={partProblem(problem, 'template/tags')}
        onChange={(tags) => set({ tags: tags.map((tag) => tag.toLowerCase()) })}
        maxTags={20}
        data={known.map(({ name }) => name)}
        limit={8}
      />
    </>
  )
}

/** The company's own fields, and the answers of the form. */
function parted(all: Answers): { own: Answers; answers: Answers } {
  const parts = Object.entries(all)
  const isOwn = (key: string) => key.startsWith('own_')
  return {
    own: Object.fromEntries(parts.filter(([key]) => isOwn(key))),
    answers: Object.fromEntries(parts.filter(([key]) => !isOwn(key))),
  }
}
