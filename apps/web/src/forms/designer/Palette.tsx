import type { FieldType } from '@deskhand/contract'
import { Plus } from 'lucide-react'
import { Button } from '../../ui/Button.tsx'
import { Icon } from '../../ui/Icon.tsx'
import { SectionTitle } from '../../ui/SectionTitle.tsx'
import classes from './Designer.module.css'
import { typeWords, designerWords as words } from './words.ts'

export const dragType = 'application/x-deskhand-field'

/** Everything that can be asked: pressed it goes behind the field one stands on, dragged to where it is dropped. */
export function Palette({ onAdd, onSection }: { onAdd: (type: FieldType) => void; onSection: () => void }) {
  return (
    <section className={classes.palette} aria-label={words.palette}>
      <SectionTitle>{words.palette}</SectionTitle>
      <ul>
        {Object.entries(typeWords).map(([type, label]) => (
          <li key={type}>
            <button
              type="button"
              draggable
              className={classes.item}
              onDragStart={(event) => event.dataTransfer.setData(dragType, JSON.stringify({ type }))}
              // The keys of the words are the types.
              onClick={() => onAdd(type as FieldType)}
            >
              {label}
            </button>
          </li>
        ))}
      </ul>
      <Button size="small" icon={<Icon of={Plus} />} onPress={onSection}>
        {words.addSection}
      </Button>
    </section>
  )
}
