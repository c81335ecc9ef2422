import { conditionSentence, type FormDefinition, type FormField, isAsked } from '@deskhand/contract'
import { ArrowDown, ArrowUp, Trash2 } from 'lucide-react'
import { type DragEvent, useState } from 'react'
import { classNames } from '../../ui/classNames.ts'
import { Icon } from '../../ui/Icon.tsx'
import { IconButton } from '../../ui/IconButton.tsx'
import type { FormSurroundings } from '../FormFields.tsx'
import { FieldInput } from '../fields/FieldInput.tsx'
import type { Place } from './build.ts'
import classes from './Designer.module.css'
import { dragType } from './Palette.tsx'
import { designerWords as words } from './words.ts'

type CanvasProps = {
  definition: FormDefinition
  place: Place
  onPlace: (place: Place) => void
  onMove: (place: NonNullable<Place>, step: -1 | 1) => void
  onRemove: (place: NonNullable<Place>) => void
  /** Something from the palette, or a field of the form, was dropped before this field. */
  onDrop: (what: unknown, to: { section: number; field: number }) => void
  surroundings: Omit<FormSurroundings, 'definition'>
}

/** The form as people will see it, each part of it to be picked, moved and taken out by mouse or key. */
export function Canvas(props: CanvasProps) {
  const { definition, place } = props
  return (
    <section className={classes.canvas} aria-label={words.canvas}>
      {definition.sections.map((section, at) => {
        const title = section.title ?? words.untitled
        return (
          <section key={section.key} className={classes.section} aria-label={words.section(title)}>
            <Handle
              {...props}
              own={{ section: at, field: null }}
              label={words.section(title)}
              isPicked={place?.section === at && place.field === null}
            >
              <span className={classes.sectionTitle} data-untitled={section.title ? undefined : true}>
                {section.title ?? words.section(title)}
              </span>
              {section.showWhen ? (
                <Sentence>{conditionSentence(section.showWhen, definition)}</Sentence>
              ) : null}
            </Handle>
            {section.fields.map((field, index) => (
              <Dropping key={field.key} onDrop={(what) => props.onDrop(what, { section: at, field: index })}>
                <Handle
                  {...props}
                  own={{ section: at, field: index }}
                  label={field.label}
                  isPicked={place?.section === at && place.field === index}
                >
                  <Preview {...props} field={field} />
                </Handle>
              </Dropping>
            ))}
            <Dropping onDrop={(what) => props.onDrop(what, { section: at, field: section.fields.length })}>
              <p className={classes.empty}>{section.fields.length === 0 ? words.emptySection : ''}</p>
            </Dropping>
          </section>
        )
      })}
    </section>
  )
}

type HandleProps = CanvasProps & {
  own: NonNullable<Place>
  label: string
  isPicked: boolean
  children: React.ReactNode
}

function Handle({ own, label, isPicked, children, onPlace, onMove, onRemove, definition }: HandleProps) {
  const isOnlySection = own.field === null && definition.sections.length === 1
  return (
    <div className={classNames(classes.handle, isPicked && classes.picked)}>
      <button
        type="button"
        className={classes.pick}
        aria-pressed={isPicked}
        draggable={own.field !== null}
        onDragStart={(event) => event.dataTransfer.setData(dragType, JSON.stringify({ from: own }))}
        onClick={() => onPlace(own)}
        onKeyDown={(event) => {
          const step = event.key === 'ArrowUp' ? -1 : event.key === 'ArrowDown' ? 1 : null
          if (event.altKey && step) {
            event.preventDefault()
            onMove(own, step)
          }
          if (event.key === 'Delete' && !isOnlySection) onRemove(own)
        }}
      >
        <span className="visually-hidden">{words.edit(label)}</span>
      </button>
      {/* What it looks like, not what one fills in here: that is the test's business. */}
      <div className={classes.preview} inert>
        {children}
      </div>
      <span className={classes.tools}>
        <IconButton
          size="small"
          label={words.up(label)}
          icon={<Icon of={ArrowUp} />}
          onPress={() => onMove(own, -1)}
        />
        <IconButton
          size="small"
          label={words.down(label)}
          icon={<Icon of={ArrowDown} />}
          onPress={() => onMove(own, 1)}
        />
        {isOnlySection ? null : (
          <IconButton
            size="small"
            label={words.remove(label)}
            icon={<Icon of={Trash2} />}
            onPress={() => onRemove(own)}
          />
        )}
      </span>
    </div>
  )
}

const Sentence = ({ children }: { children: string }) => <span className={classes.sentence}>{children}</span>

function Preview({ definition, field, surroundings }: CanvasProps & { field: FormField }) {
  return (
    <>
      {isAsked(field) ? (
        <FieldInput
          {...surroundings}
          definition={definition}
          field={field}
          isRequired={field.isRequired}
          value={field.default ?? null}
          onChange={() => undefined}
          onLeave={() => undefined}
          faults={nothing}
        />
      ) : (
        <p className={field.type === 'heading' ? classes.heading : classes.notice}>
          <b>{field.label}</b> {field.help}
        </p>
      )}
      {field.showWhen ? (
        <Sentence>{`Shown when ${conditionSentence(field.showWhen, definition)}`}</Sentence>
      ) : null}
      {isAsked(field) && field.requireWhen ? (
        <Sentence>{`Required when ${conditionSentence(field.requireWhen, definition)}`}</Sentence>
      ) : null}
    </>
  )
}

const nothing: ReadonlyMap<string, string> = new Map()

function Dropping({ onDrop, children }: { onDrop: (what: unknown) => void; children: React.ReactNode }) {
  const [isOver, setOver] = useState(false)
  const isOurs = (event: DragEvent) => event.dataTransfer.types.includes(dragType)
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: dragging has the buttons and keys beside it
    <div
      className={classNames(classes.dropping, isOver && classes.over)}
      onDragOver={(event) => {
        if (!isOurs(event)) return
        event.preventDefault()
        setOver(true)
      }}
      onDragLeave={() => setOver(false)}
      onDrop={(event) => {
        setOver(false)
        if (!isOurs(event)) return
        event.preventDefault()
        onDrop(JSON.parse(event.dataTransfer.getData(dragType)))
      }}
    >
      {children}
    </div>
  )
}
