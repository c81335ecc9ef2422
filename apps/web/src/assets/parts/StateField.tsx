import { type Asset, type AssetTransition, assetSubStateNeeds, assets } from '@deskhand/contract'
import { lazy, useState } from 'react'
import { useRead } from '../../api.ts'
import { ChipField } from '../../ui/ChipField.tsx'
import { Opening } from '../../ui/Opening.tsx'
import { problemOf } from '../../ui/problem.ts'
import { toast } from '../../ui/toast.tsx'
import { standingWords, subStateWords, thingStateWords } from '../stateWords.ts'
import { ThingGlyph } from '../ThingGlyph.tsx'
import { changeWords, lifeWords, thingWords as words } from '../thingWords.ts'
import { useMove } from './useMove.ts'

const LifeDialog = lazy(() => import('./LifeDialog.tsx'))

type SubState = AssetTransition['subStatuses'][number]
type Move = { transition: AssetTransition; subStatus: SubState | null }

/** Where it is in its life, and where it can go from here, each way by one press unless it asks for more. */
export function StateField({ asset }: { asset: Asset }) {
  const { id, status, subStatus } = asset
  const allowed = useRead(assets.transitions, { params: { id } })
  const [asked, setAsked] = useState<Move | null>(null)
  const { go, dialog, isPending, error } = useMove(asset)
  const moves = (allowed.data?.data ?? []).flatMap((transition): Move[] =>
    transition.subStatuses.length > 0
      ? transition.subStatuses.map((sub) => ({ transition, subStatus: sub }))
      : [{ transition, subStatus: null }],
  )
  const keyOf = ({ transition, subStatus: sub }: Move) => `${transition.to} ${sub ?? ''}`
  const here = `${status} ${subStatus ?? ''}`

  async function pick(key: string) {
    const move = moves.find((one) => keyOf(one) === key)
    if (!move) return
    const { transition, subStatus: sub } = move
    const needs = transition.requires.filter((field) => field !== 'subStatus' || sub === null)
    if (needs.length > 0 || (sub && assetSubStateNeeds[sub])) return setAsked(move)
    if (!(await go({ to: transition.to, ...(sub && { subStatus: sub }) })))
      toast(problemOf(error)?.detail ?? changeWords.failed)
  }
  return (
    <>
      <ChipField
        label={words.state}
        value={here}
        words={standingWords(status, subStatus)}
        display={<ThingGlyph status={status} subStatus={subStatus} labelled />}
        options={moves
          .filter((move) => keyOf(move) !== here)
          .map((move) => ({
            value: keyOf(move),
            label: move.subStatus ? subStateWords[move.subStatus] : thingStateWords[move.transition.to],
            group: thingStateWords[move.transition.to],
          }))}
        searchable={false}
        pending={isPending}
        disabledReason={allowed.data && moves.length === 0 ? lifeWords.none : null}
        onPick={(key) => void pick(key)}
      />
      {asked ? (
        <Opening>
          <LifeDialog
            asset={asset}
            to={asked.transition.to}
            subStatus={asked.subStatus}
            subStatuses={asked.subStatus ? [asked.subStatus] : []}
            requires={asked.transition.requires}
            onClose={() => setAsked(null)}
          />
        </Opening>
      ) : null}
      {dialog}
    </>
  )
}
