import { type Asset, insuranceClaims } from '@deskhand/contract'
import { Pencil, Plus } from 'lucide-react'
import { lazy, Suspense, useState } from 'react'
import { useRead } from '../api.ts'
import { moneyText } from '../approvals/moneyText.ts'
import classes from '../assets/Facts.module.css'
import { StillFact } from '../assets/parts/FactField.tsx'
import { Icon } from '../ui/Icon.tsx'
import { IconButton } from '../ui/IconButton.tsx'
import { SectionTitle } from '../ui/SectionTitle.tsx'
import { plainDay, useNow } from '../ui/time.ts'
import { claimWords as words } from './words.ts'

const ClaimDialog = lazy(() => import('./ClaimDialog.tsx'))

/** Whether an insurer may be asked to pay for it: what is gone, or came to harm. */
export const isClaimable = ({ status, subStatus, condition }: Asset): boolean =>
  status === 'MISSING' || subStatus === 'WRITTEN_OFF' || condition === 'DAMAGED' || condition === 'BROKEN'

/** Beside the facts of what is gone or broken: the claim for it. */
export function ClaimSection({ asset, mayChange }: { asset: Asset; mayChange: boolean }) {
  const [isOpen, setOpen] = useState(false)
  const now = useNow()
  const { data } = useRead(insuranceClaims.get, { params: { id: asset.id } })
  if (!data || (!data.claim && !mayChange)) return null
  const { claim } = data
  return (
    <section className={classes.section} aria-label={words.title}>
      <SectionTitle
        action={
          mayChange ? (
            <IconButton
              size="small"
              label={claim ? words.change : words.write}
              icon={<Icon of={claim ? Pencil : Plus} />}
              onPress={() => setOpen(true)}
            />
          ) : null
        }
      >
        {words.title}
      </SectionTitle>
      {claim ? (
        <dl className={classes.facts}>
          <StillFact label={words.insurer}>{claim.insurer}</StillFact>
          {claim.number ? <StillFact label={words.number}>{claim.number}</StillFact> : null}
          <StillFact label={words.state}>{words.states[claim.state]}</StillFact>
          <StillFact label={words.filedOn}>{plainDay(claim.filedOn, now)}</StillFact>
          {claim.paid ? <StillFact label={words.paid}>{moneyText(claim.paid)}</StillFact> : null}
          {claim.note ? <StillFact label={words.note}>{claim.note}</StillFact> : null}
        </dl>
      ) : (
        <p className={classes.unset}>{words.none}</p>
      )}
      {isOpen ? (
        <Suspense fallback={null}>
          <ClaimDialog asset={asset} claim={claim} onClose={() => setOpen(false)} />
        </Suspense>
      ) : null}
    </section>
  )
}
