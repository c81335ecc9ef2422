import { type Asset, costCenters } from '@deskhand/contract'
import { useRead } from '../../api.ts'
import { conditionWords } from '../../custody/words.ts'
import { ClaimSection, isClaimable } from '../../insurance-claims/ClaimSection.tsx'
import { holds, useMe } from '../../shell/session.ts'
import { SectionTitle } from '../../ui/SectionTitle.tsx'
import { TimeText } from '../../ui/TimeText.tsx'
import classes from '../Facts.module.css'
import { fieldWords, thingWords as words } from '../thingWords.ts'
import type { ChangeAsset } from '../useAssetChange.ts'
import { ownershipWords, sourceWords } from '../words.ts'
import { ChoiceFact, StillFact } from './FactField.tsx'
import { OwnFields } from './OwnFields.tsx'
import { ModelFact, PlaceFact } from './PickedFacts.tsx'
import { DayFact, LineFact, MoneyFact } from './TypedFacts.tsx'
import { Warranty } from './Warranty.tsx'

/** `change` is null for whoever only reads, and in the past. */
export type FactsProps = { asset: Asset; change: ChangeAsset | null }

const choices = (all: Record<string, string>) =>
  Object.entries(all).map(([value, label]) => ({ value, label }))

/** What is written of a thing, each changed where it stands. */
export function Facts({ asset, change }: FactsProps) {
  const isStaff = holds(useMe(), 'assets.read')
  const given = { asset, change }
  const isRented = asset.ownership === 'LEASED' || asset.ownership === 'RENTED'
  return (
    <>
      <section className={classes.section}>
        <SectionTitle>{words.facts}</SectionTitle>
        <dl className={classes.facts}>
          <LineFact {...given} field="name" max={200} />
          <ModelFact {...given} />
          <StillFact label={fieldWords.categoryId}>{asset.categoryName}</StillFact>
          <LineFact {...given} field="serialNumber" max={200} isMono />
          <ChoiceFact {...given} field="condition" options={choices(conditionWords)} />
          <PlaceFact {...given} />
          {asset.successorTag ? (
            <StillFact label={fieldWords.successorId}>
              <a href={`/a/${encodeURIComponent(asset.successorTag)}`}>{asset.successorTag}</a>
            </StillFact>
          ) : null}
          <StillFact label={fieldWords.source}>{sourceWords[asset.source]}</StillFact>
          {asset.lastSeenAt ? (
            <StillFact label={fieldWords.lastSeenAt}>
              <TimeText at={asset.lastSeenAt} />
            </StillFact>
          ) : null}
        </dl>
      </section>
      <section className={classes.section}>
        <SectionTitle>{words.purchase}</SectionTitle>
        <dl className={classes.facts}>
          <ChoiceFact {...given} field="ownership" options={choices(ownershipWords)} />
          {isRented ? <DayFact {...given} field="leaseEndsOn" /> : null}
          {isRented && isStaff ? <LineFact {...given} field="lessor" max={200} /> : null}
          <DayFact {...given} field="purchaseDate" />
          {isStaff ? <MoneyFact {...given} /> : null}
          {isStaff ? <LineFact {...given} field="supplier" max={200} /> : null}
          {isStaff ? <LineFact {...given} field="orderNumber" max={100} /> : null}
          <DayFact {...given} field="warrantyEndsOn" display={<Warranty day={asset.warrantyEndsOn} />} />
          <DayFact {...given} field="endOfLifeOn" />
          {isStaff ? <CostCenterFact {...given} /> : null}
        </dl>
      </section>
      {isStaff && isClaimable(asset) ? <ClaimSection asset={asset} mayChange={change !== null} /> : null}
      {isStaff ? <OwnFields {...given} /> : null}
      {isStaff ? (
        <section className={classes.section}>
          <SectionTitle>{words.notes}</SectionTitle>
          <LineFact {...given} field="notes" max={10_000} isLong isAlone />
        </section>
      ) : null}
    </>
  )
}

function CostCenterFact({ asset, change }: FactsProps) {
  const { data } = useRead(costCenters.list, {}, { staleTime: 300_000, enabled: change !== null })
  const all = data?.data ?? []
  return (
    <ChoiceFact
      asset={asset}
      change={change}
      field="costCenterId"
      words={asset.costCenterName}
      options={all.map(({ id, code, name }) => ({ value: id, label: `${code} ${name}` }))}
      also={(id) => ({ costCenterName: all.find((one) => one.id === id)?.name ?? null })}
    />
  )
}
