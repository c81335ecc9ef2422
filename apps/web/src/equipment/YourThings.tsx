import type { EquipmentThing } from '@deskhand/contract'
import { SectionTitle } from '../ui/SectionTitle.tsx'
import classes from './Equipment.module.css'
import { ThingRow } from './ThingRow.tsx'
import { equipmentWords as words } from './words.ts'

const shown = 4

export default function YourThings({ things }: { things: readonly EquipmentThing[] }) {
  return (
    <section aria-labelledby="home-things">
      <SectionTitle size="portal" id="home-things" action={<a href="/equipment">{words.all}</a>}>
        {words.title}
      </SectionTitle>
      <ul className={classes.list} aria-labelledby="home-things">
        {things.slice(0, shown).map((thing) => (
          <ThingRow key={thing.id} thing={thing} isBrief />
        ))}
      </ul>
    </section>
  )
}
