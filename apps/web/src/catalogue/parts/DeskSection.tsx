import { LinkRow } from '../../ui/LinkRow.tsx'
import classes from '../AskPage.module.css'
import type { CatalogueDesk } from '../findTypes.ts'
import { promiseOf } from '../promiseOf.ts'

type DeskSectionProps = { desk: CatalogueDesk; categoryId: string | null; at: (href: string) => string }

/** One desk: its categories, and under each the lines one can ask for. */
export function DeskSection({ desk, categoryId, at }: DeskSectionProps) {
  const categories = desk.categories.filter(
    ({ id, requestTypes }) => requestTypes.length > 0 && (!categoryId || id === categoryId),
  )
  if (categories.length === 0) return null
  return (
    <section aria-labelledby={`desk-${desk.code}`}>
      <h2 className={classes.desk} id={`desk-${desk.code}`}>
        {desk.name}
      </h2>
      {desk.promise ? <p className={classes.promise}>{desk.promise}</p> : null}
      {categories.map((category) => (
        <div key={category.id}>
          <h3 className={classes.category}>{category.name}</h3>
          <ul className={classes.items}>
            {category.requestTypes.map((type) => (
              <LinkRow key={type.id} title={type.name} about={promiseOf(type)} href={at(`/ask/${type.id}`)} />
            ))}
          </ul>
        </div>
      ))}
    </section>
  )
}
