import { type Request, requestAssets } from '@deskhand/contract'
import { useRead } from '../api.ts'
import { SectionTitle } from '../ui/SectionTitle.tsx'
import classes from './ThingsPanel.module.css'
import { thingWords as words } from './words.ts'

/** On the page of whoever asked: which of their things it is about. */
export default function ThingsBlock({ request }: { request: Request }) {
  const { data } = useRead(requestAssets.list, { params: { id: request.id } })
  const things = data?.data ?? []
  if (things.length === 0) return null
  return (
    <section aria-label={words.panel}>
      <SectionTitle size="portal">{words.panel}</SectionTitle>
      <ul className={classes.list}>
        {things.map(({ id, name, assetTag, serialNumber }) => (
          <li key={id} className={classes.row}>
            <a className={classes.name} href={`/a/${encodeURIComponent(assetTag)}`}>
              {name}
            </a>
            <span className={classes.about}>{[assetTag, serialNumber].filter(Boolean).join(' · ')}</span>
          </li>
        ))}
      </ul>
    </section>
  )
}
