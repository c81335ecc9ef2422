import { type Asset, assets } from '@deskhand/contract'
import { useMemo } from 'react'
import { useRead } from '../api.ts'
import { useHandOvers } from '../custody/useHandOvers.tsx'
import { useCommands } from '../shell/commands.ts'
import { Button } from '../ui/Button.tsx'
import { EmptyState } from '../ui/EmptyState.tsx'
import { ProblemNotice } from '../ui/ProblemNotice.tsx'
import { problemOf } from '../ui/problem.ts'
import { Tag } from '../ui/Tag.tsx'
import classes from './Scan.module.css'
import { scanWords as words } from './words.ts'

/** What the last code belongs to, with what can be done with it. */
export function LookUp({ code }: { code: string }) {
  const { data, error } = useRead(assets.byTag, { params: { tag: code } }, { enabled: code !== '' })
  if (code === '') return null
  if (problemOf(error)?.status === 404)
    return (
      <EmptyState shape="search" size="small" title={words.unknown(code)}>
        {words.unknownAbout}
      </EmptyState>
    )
  if (error) return <ProblemNotice problem={error} />
  return data ? <Found key={data.id} asset={data} /> : null
}

function Found({ asset }: { asset: Asset }) {
  const { actions, dialogs } = useHandOvers(asset)
  const { assetTag, name, modelName, categoryName, personName, parentAssetTag, locationName } = asset
  useCommands(
    useMemo(
      () =>
        actions.map(({ id, label, keys, disabledReason, run }) => ({
          id,
          title: label,
          keys,
          disabledReason,
          run,
          scope: 'record' as const,
          group: 'record' as const,
        })),
      [actions],
    ),
  )
  return (
    <section className={classes.card} aria-live="polite">
      <p className={classes.name}>
        <Tag kind="asset" reference={assetTag} tone="solid" /> {name ?? modelName ?? categoryName}
      </p>
      <p className={classes.quiet}>{personName ?? parentAssetTag ?? locationName ?? words.nobody}</p>
      <div className={classes.acts}>
        {actions.map(({ id, label, disabledReason, run }) =>
          disabledReason ? null : (
            <Button key={id} variant={id === 'custody.transfer' ? 'secondary' : 'primary'} onPress={run}>
              {label}
            </Button>
          ),
        )}
        <a href={`/a/${assetTag}`}>{words.open}</a>
      </div>
      {dialogs}
    </section>
  )
}
