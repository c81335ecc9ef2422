import {
  type Answers,
  type AnswerValue,
  decideForm,
  type FormDefinition,
  type FormField,
  type FormSection,
  type FormThing,
  isAsked,
  type PersonFacts,
  withThingFacts,
} from '@deskhand/contract'
import { useMemo } from 'react'
import classes from './FormFields.module.css'
import { FieldInput } from './fields/FieldInput.tsx'
import { fieldWords as words } from './words.ts'

/** What a form needs to be drawn besides its answers. */
export type FormSurroundings = {
  definition: FormDefinition
  facts: PersonFacts
  /** Today where the company is, for days. */
  today: string
  sites: readonly string[]
  departments: readonly string[]
  /** What whoever it is for has. */
  things?: readonly FormThing[]
}

type FormFieldsProps = FormSurroundings & {
  answers: Answers
  onChange: (key: string, value: AnswerValue) => void
  /** Sentences by path: `device`, `lineItems/0/amount`. */
  faults: ReadonlyMap<string, string>
  /** Somebody left a field: from now on its faults are said. */
  onLeave?: (key: string) => void
  /** Only this section, as a phone shows one at a time. */
  only?: string | undefined
  /** Encrypted answers that are there already and need not be typed again. */
  kept?: ReadonlySet<string>
}

/** The fields of a form as people fill them in; what does not apply is not there, and slides open when it does. */
export function FormFields(props: FormFieldsProps) {
  const { definition, answers, facts, only, things = [] } = props
  // What begins with a fact of a thing follows the thing.
  const onChange = (key: string, value: AnswerValue) => {
    const next = withThingFacts(definition, answers, { ...answers, [key]: value }, things)
    for (const [one, said] of Object.entries(next)) if (said !== answers[one]) props.onChange(one, said)
  }
  const { visible, required } = useMemo(
    () => decideForm(definition, { answers, facts }),
    [definition, answers, facts],
  )
  const sections = definition.sections.filter(
    ({ key, fields }) => (!only || key === only) && fields.some((field) => visible.has(field.key)),
  )
  return (
    <>
      {sections.map((section) => (
        <SectionFields
          key={section.key}
          {...props}
          onChange={onChange}
          section={section}
          isFirst={section === definition.sections[0]}
          isAlone={definition.sections.length === 1}
          fields={section.fields.filter(({ key }) => visible.has(key))}
          required={required}
        />
      ))}
    </>
  )
}

type SectionFieldsProps = FormFieldsProps & {
  section: FormSection
  isFirst: boolean
  isAlone: boolean
  fields: readonly FormField[]
  required: ReadonlySet<string>
}

/** How many answers come before "A few details" where a form does not divide itself. */
const first = 3

function SectionFields({ section, isFirst, isAlone, fields, required, ...form }: SectionFieldsProps) {
  const title = section.title ?? (isFirst ? null : words.details)
  return (
    <div className={classes.section} data-section={section.key}>
      {title ? <h2 className={classes.rule}>{title}</h2> : null}
      {section.help ? <p className={classes.help}>{section.help}</p> : null}
      {fields.map((field, index) => (
        <div key={field.key} className={classes.field}>
          {isAlone && index === first && fields.length > first + 1 ? (
            <h2 className={classes.rule}>{words.details}</h2>
          ) : null}
          <OneField field={field} isRequired={required.has(field.key)} {...form} />
        </div>
      ))}
    </div>
  )
}

function OneField({
  field,
  isRequired,
  ...form
}: FormFieldsProps & { field: FormField; isRequired: boolean }) {
  if (!isAsked(field)) {
    return field.type === 'heading' ? (
      <div>
        <h3 className={classes.heading}>{field.label}</h3>
        {field.help ? <p className={classes.help}>{field.help}</p> : null}
      </div>
    ) : (
      <p className={classes.notice}>
        <b>{field.label}</b> {field.help}
      </p>
    )
  }
  return (
    <FieldInput
      {...form}
      field={field}
      isRequired={isRequired && !form.kept?.has(field.key)}
      value={form.answers[field.key] ?? null}
      onChange={(value) => form.onChange(field.key, value)}
      onLeave={() => form.onLeave?.(field.key)}
    />
  )
}
