import { type FormDefinition, type FormField, isAsked } from '@deskhand/contract'
import { Checkbox, Select, Switch, Textarea, TextInput } from '@mantine/core'
import { Button } from '../../ui/Button.tsx'
import { SectionTitle } from '../../ui/SectionTitle.tsx'
import { changeField, changeSection, type Place, reword } from './build.ts'
import { ConditionSlot } from './ConditionSlot.tsx'
import classes from './Designer.module.css'
import { StartSlot } from './StartSlot.tsx'
import { TypeProperties } from './TypeProperties.tsx'
import { typeWords, designerWords as words } from './words.ts'

type PropertiesProps = {
  definition: FormDefinition
  place: Place
  /** Names in the data that the form was kept with. */
  kept: ReadonlySet<string>
  onChange: (definition: FormDefinition) => void
  /** Back from a part of it to the form as a whole. */
  onWhole: () => void
}

/** What can be said about the part that one stands on. */
export function Properties({ definition, place, kept, onChange, onWhole }: PropertiesProps) {
  const section = place ? definition.sections[place.section] : undefined
  const field = place?.field === null || !place ? undefined : section?.fields[place.field]
  return (
    <section className={classes.properties} aria-label={words.properties}>
      {section ? (
        <Button size="small" variant="quiet" onPress={onWhole}>
          {words.form}
        </Button>
      ) : null}
      {field && place && place.field !== null ? (
        <FieldProperties
          key={`${place.section}-${place.field}`}
          definition={definition}
          field={field}
          kept={kept}
          onChange={(next) => onChange(changeField(definition, place.section, place.field ?? 0, next))}
        />
      ) : section && place ? (
        <>
          <SectionTitle>{words.section(section.title ?? words.untitled)}</SectionTitle>
          <TextInput
            label={words.sectionTitle}
            value={section.title ?? ''}
            onChange={(event) => {
              const { title: _, ...rest } = section
              const title = event.currentTarget.value
              onChange(changeSection(definition, place.section, () => (title ? { ...rest, title } : rest)))
            }}
          />
          <ConditionSlot
            label={words.showWhen}
            none={words.always}
            definition={definition}
            self={null}
            value={section.showWhen}
            onChange={(showWhen) => {
              const { showWhen: _, ...rest } = section
              onChange(
                changeSection(definition, place.section, () => (showWhen ? { ...rest, showWhen } : rest)),
              )
            }}
          />
        </>
      ) : (
        <WholeForm definition={definition} onChange={onChange} />
      )}
    </section>
  )
}

function WholeForm({ definition, onChange }: Pick<PropertiesProps, 'definition' | 'onChange'>) {
  return (
    <>
      <SectionTitle>{words.form}</SectionTitle>
      <p className={classes.hint}>{words.nothing}</p>
      <TextInput
        label={words.formTitle}
        description={words.formTitleAbout}
        value={definition.title ?? ''}
        onChange={(event) => {
          const { title: _, ...rest } = definition
          const title = event.currentTarget.value
          onChange(title ? { ...rest, title } : rest)
        }}
      />
      <Select
        label={words.description}
        allowDeselect={false}
        data={Object.entries(words.descriptions).map(([value, label]) => ({ value, label }))}
        value={definition.description}
        onChange={(next) =>
          onChange({ ...definition, description: next === 'none' || next === 'required' ? next : 'optional' })
        }
      />
      <Switch
        label={words.asksUrgency}
        checked={definition.asksUrgency}
        onChange={(event) => onChange({ ...definition, asksUrgency: event.currentTarget.checked })}
      />
    </>
  )
}

type FieldPropertiesProps = Pick<PropertiesProps, 'definition' | 'kept'> & {
  field: FormField
  onChange: (field: FormField) => void
}

function FieldProperties({ definition, field, kept, onChange }: FieldPropertiesProps) {
  const { help: _, ...withoutHelp } = field
  const { showWhen: __, ...always } = field
  return (
    <>
      <SectionTitle>{typeWords[field.type]}</SectionTitle>
      <TextInput
        label={words.label}
        value={field.label}
        maxLength={200}
        onChange={(event) => onChange(reword(definition, field, event.currentTarget.value, kept))}
      />
      <Textarea
        label={words.help}
        autosize
        minRows={1}
        value={field.help ?? ''}
        onChange={(event) => {
          const help = event.currentTarget.value
          onChange(help ? { ...field, help } : withoutHelp)
        }}
      />
      {isAsked(field) ? (
        <>
          <Checkbox
            label={words.required}
            checked={field.isRequired}
            onChange={(event) => onChange({ ...field, isRequired: event.currentTarget.checked })}
          />
          {'isEncrypted' in field ? (
            <Checkbox
              label={words.encrypted}
              description={words.encryptedAbout}
              checked={field.isEncrypted}
              onChange={(event) => onChange({ ...field, isEncrypted: event.currentTarget.checked })}
            />
          ) : null}
          <TypeProperties definition={definition} field={field} onChange={onChange} />
          <StartSlot definition={definition} field={field} onChange={onChange} />
        </>
      ) : null}
      <ConditionSlot
        label={words.showWhen}
        none={words.always}
        definition={definition}
        self={field.key}
        value={field.showWhen}
        onChange={(showWhen) => onChange(showWhen ? { ...field, showWhen } : always)}
      />
      {isAsked(field) && !field.isRequired ? (
        <ConditionSlot
          label={words.requireWhen}
          none={words.byCondition}
          definition={definition}
          self={field.key}
          value={field.requireWhen}
          onChange={(requireWhen) => {
            const { requireWhen: ___, ...never } = field
            onChange(requireWhen ? { ...field, requireWhen } : never)
          }}
        />
      ) : null}
      <TextInput
        label={words.key}
        value={field.key}
        maxLength={60}
        onChange={(event) => {
          const key = event.currentTarget.value.replace(/[^a-zA-Z0-9]/g, '')
          if (/^[a-z]/.test(key)) onChange({ ...field, key })
        }}
      />
    </>
  )
}
