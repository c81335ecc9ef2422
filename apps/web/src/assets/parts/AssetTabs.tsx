import { Suspense, useId } from 'react'
import { useAddressQuery } from '../../address.ts'
import { useMe } from '../../shell/session.ts'
import { SkeletonRows } from '../../ui/SkeletonRows.tsx'
import classes from '../AssetPage.module.css'
import { assetTabs, type TabProps } from '../tabs.ts'
import { thingWords as words } from '../thingWords.ts'

/** What other slices tell of a thing, one at a time; which one is in the address. */
export function AssetTabs({ asset, asOf }: TabProps) {
  const me = useMe()
  const id = useId()
  const { query, change } = useAddressQuery()
  const tabs = assetTabs.filter(({ isFor }) => isFor?.(me, asset) ?? true)
  const open = tabs.find((tab) => tab.id === query.get('tab')) ?? tabs[0]
  if (!open) return null
  const at = tabs.indexOf(open)
  const show = (index: number) => {
    const tab = tabs[(index + tabs.length) % tabs.length]
    if (!tab) return
    change({ tab: tab === tabs[0] ? null : tab.id })
    document.getElementById(`${id}-${tab.id}`)?.focus()
  }
  return (
    <section className={classes.tabs}>
      <div
        role="tablist"
        aria-label={words.tabs}
        className={classes.tablist}
        onKeyDown={({ key }) => {
          if (key === 'ArrowRight') show(at + 1)
          if (key === 'ArrowLeft') show(at - 1)
        }}
      >
        {tabs.map((tab, index) => (
          <button
            key={tab.id}
            id={`${id}-${tab.id}`}
            type="button"
            role="tab"
            className={classes.tab}
            aria-selected={tab === open}
            aria-controls={`${id}-panel`}
            tabIndex={tab === open ? 0 : -1}
            onClick={() => show(index)}
          >
            {tab.label}
          </button>
        ))}
      </div>
      <div role="tabpanel" id={`${id}-panel`} aria-labelledby={`${id}-${open.id}`} className={classes.panel}>
        <Suspense fallback={<SkeletonRows rows={4} lines={1} />}>
          <open.Panel asset={asset} asOf={asOf} />
        </Suspense>
      </div>
    </section>
  )
}
