import type { CatalogueDesk } from '../findTypes.ts'
import { askWords as words } from '../words.ts'
import classes from './DeskNav.module.css'

type DeskNavProps = {
  desks: readonly CatalogueDesk[]
  deskCode: string | null
  categoryId: string | null
  /** The address with what goes along. */
  at: (href: string) => string
}

/** The desks, and the categories of the one that is open. */
export function DeskNav({ desks, deskCode, categoryId, at }: DeskNavProps) {
  return (
    <nav className={classes.nav} aria-label={words.desks} data-strip>
      <ul>
        <Item href={at('/ask')} isCurrent={!deskCode}>
          {words.everything}
        </Item>
        {desks.map((desk) => (
          <Item
            key={desk.id}
            href={at(`/ask?desk=${desk.code}`)}
            isCurrent={desk.code === deskCode && !categoryId}
            below={
              desk.code === deskCode ? (
                <ul className={classes.categories}>
                  {desk.categories.map((category) => (
                    <Item
                      key={category.id}
                      href={at(`/ask?desk=${desk.code}&category=${category.id}`)}
                      isCurrent={category.id === categoryId}
                    >
                      {category.name}
                    </Item>
                  ))}
                </ul>
              ) : null
            }
          >
            {desk.name}
          </Item>
        ))}
      </ul>
    </nav>
  )
}

type ItemProps = { href: string; isCurrent: boolean; children: string; below?: React.ReactNode }

function Item({ href, isCurrent, children, below }: ItemProps) {
  return (
    <li>
      <a className={classes.item} href={href} aria-current={isCurrent ? 'page' : undefined}>
        {children}
      </a>
      {below}
    </li>
  )
}
