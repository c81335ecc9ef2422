import { assetFiles, type StockTake, type StockTakeItem, stockTakes } from '@deskhand/contract'
import { SegmentedControl } from '@mantine/core'
import { useAddressQuery } from '../../address.ts'
import { usePages } from '../../api.ts'
import { address } from '../../call.ts'
import { conditionWords } from '../../custody/words.ts'
import { LoadMore } from '../../ui/LoadMore.tsx'
import { ProblemNotice } from '../../ui/ProblemNotice.tsx'
import { SectionTitle } from '../../ui/SectionTitle.tsx'
import { SkeletonRows } from '../../ui/SkeletonRows.tsx'
import { Tag } from '../../ui/Tag.tsx'
import classes from '../StockTakes.module.css'
import { stockTakeWords as words } from '../words.ts'

const tabs = {
  missing: { state: 'EXPECTED,MISSING' },
  elsewhere: { elsewhere: 'true' },
  unexpected: { state: 'UNEXPECTED' },
  found: { state: 'FOUND' },
  confirmed: { state: 'SELF_CONFIRMED' },
} as const
type Tab = keyof typeof tabs
const names = Object.keys(tabs) as Tab[]

/** What differs first, then what was right. */
export function Items({ stockTake }: { stockTake: StockTake }) {
  const { id, state, counts } = stockTake
  const { query, change } = useAddressQuery()
  // Counted blind, there is one list: what was counted.
  const isBlind = counts.expected === null
  const tab = isBlind ? 'found' : (names.find((one) => one === query.get('list')) ?? 'missing')
  const pages = usePages(
    stockTakes.items,
    { params: { id }, query: isBlind ? {} : tabs[tab] },
    { keepPrevious: true },
  )
  const nameOf = (one: Tab) => (one === 'missing' && state === 'ACTIVE' ? words.openTab : words.tabs[one])
  return (
    <section className={classes.section}>
      <SectionTitle>{isBlind ? words.countedTab : words.tabsLabel}</SectionTitle>
      {isBlind ? null : (
        <SegmentedControl
          aria-label={words.tabsLabel}
          value={tab}
          data={names.map((value) => ({ value, label: nameOf(value) }))}
          onChange={(next) => change({ list: next === 'missing' ? null : next })}
        />
      )}
      <ProblemNotice problem={pages.error} onRetry={() => void pages.refetch()} />
      {pages.isPending ? (
        <SkeletonRows rows={4} lines={1} />
      ) : pages.items.length === 0 ? (
        <p className={classes.quiet}>{words.noneHere}</p>
      ) : (
        <ul className={classes.list} aria-label={nameOf(tab)}>
          {pages.items.map((item) => (
            <ItemRow key={item.assetId} item={item} />
          ))}
        </ul>
      )}
      {pages.hasNextPage ? (
        <LoadMore
          label={words.more}
          busy={pages.isFetchingNextPage}
          onPress={() => void pages.fetchNextPage()}
        />
      ) : null}
    </section>
  )
}

function ItemRow({ item }: { item: StockTakeItem }) {
  const {
    assetId,
    assetTag,
    name,
    serialNumber,
    expectedPlace,
    foundPlace,
    personName,
    foundByName,
    condition,
    note,
    photos,
  } = item
  const facts = [
    serialNumber,
    expectedPlace && words.expectedAt(expectedPlace),
    personName && words.withPerson(personName),
    foundPlace && foundPlace !== expectedPlace && words.foundAt(foundPlace),
    foundByName && words.by(foundByName),
    condition && conditionWords[condition],
    note,
  ]
  return (
    <li className={classes.row}>
      <div>
        <Tag kind="asset" reference={assetTag} size="compact" href={`/a/${assetTag}`} /> {name}
        <p className={classes.quiet}>{facts.filter(Boolean).join(' · ')}</p>
        {photos.length > 0 ? (
          <ul className={classes.photos}>
            {photos.map(({ id, fileName }) => {
              const params = { id: assetId, attachmentId: id }
              return (
                <li key={id}>
                  <a href={address(assetFiles.download, { params })} download={fileName}>
                    <img
                      src={address(assetFiles.preview, { params })}
                      alt={words.photoOf(assetTag)}
                      loading="lazy"
                    />
                  </a>
                </li>
              )
            })}
          </ul>
        ) : null}
      </div>
    </li>
  )
}
