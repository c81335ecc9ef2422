import { type Asset, assets } from '@deskhand/contract'
import { Menu } from '@mantine/core'
import { Ellipsis } from 'lucide-react'
import { Fragment, useMemo } from 'react'
import { useRead } from '../../api.ts'
import { type Command, useCommands } from '../../shell/commands.ts'
import { holds, useMe } from '../../shell/session.ts'
import { Avatar } from '../../ui/Avatar.tsx'
import { BackLink } from '../../ui/BackLink.tsx'
import { Button } from '../../ui/Button.tsx'
import { Icon } from '../../ui/Icon.tsx'
import { Tag } from '../../ui/Tag.tsx'
import { TimeText } from '../../ui/TimeText.tsx'
import { shortDate, useNow } from '../../ui/time.ts'
import classes from '../AssetPage.module.css'
import { assetActions } from '../actions.ts'
import { nameOf } from '../columns.tsx'
import { lastSeen } from '../filters.ts'
import { standingWords } from '../stateWords.ts'
import { ThingGlyph } from '../ThingGlyph.tsx'
import { thingWords as words } from '../thingWords.ts'
import { assetsWords } from '../words.ts'
import { StateField } from './StateField.tsx'

/** Tag, name, where it is in its life, who has it since when, and what can be done. */
export function AssetHead({ asset, isPast }: { asset: Asset; isPast: boolean }) {
  const { assetTag, status, subStatus, createdAt, mayChange } = asset
  const maySeeAll = holds(useMe(), 'assets.read')
  const about = [asset.name ? asset.modelName : null, asset.manufacturerName, asset.categoryName]
  return (
    <>
      <div className={classes.line}>
        {maySeeAll ? (
          <span className={classes.back}>
            <BackLink href={`/assets${lastSeen.search}`} label={words.back} />
          </span>
        ) : null}
        <Tag
          kind="asset"
          reference={assetTag}
          tone="solid"
          size="header"
          copyable
          state={standingWords(status, subStatus).toLowerCase()}
        />
        <span className={classes.by}>
          {about.filter((one) => one !== null && one !== nameOf(asset)).join(' · ')} · {words.added}{' '}
          <TimeText at={createdAt} form="date" />
        </span>
        {isPast ? null : <Actions asset={asset} />}
      </div>
      <h1 className={classes.title}>{nameOf(asset)}</h1>
      <div className={classes.chips}>
        {isPast || !mayChange ? (
          <span className={classes.state}>
            <ThingGlyph status={status} subStatus={subStatus} labelled />
          </span>
        ) : (
          <StateField asset={asset} />
        )}
        <WhoHasIt asset={asset} isPast={isPast} />
        {asset.acceptance === 'PENDING' ? (
          <span className={classes.quiet}>{words.pendingSignature}</span>
        ) : null}
      </div>
      {asset.isDisputed ? <p className={classes.notice}>{words.disputed}</p> : null}
      {asset.deletedAt ? <p className={classes.notice}>{words.deleted}</p> : null}
    </>
  )
}

function WhoHasIt({ asset, isPast }: { asset: Asset; isPast: boolean }) {
  const { id, personId, personName, parentAssetTag, locationPath, dueAt } = asset
  // What is kept for somebody lies in its place still.
  const isKept = asset.status === 'IN_STOCK'
  const now = useNow()
  const maySee = holds(useMe(), 'assets.read')
  const chain = useRead(assets.custody, { params: { id } }, { enabled: maySee && !isPast })
  const [last] = chain.data?.data ?? []
  const since = !isPast && last && last.until === null ? last.from : null
  const due = dueAt ? new Date(dueAt) : null
  return (
    <span className={classes.holder}>
      {personId && personName && !isKept ? (
        <>
          <Avatar name={personName} size={20} />
          {maySee ? <a href={`/people/${personId}`}>{personName}</a> : personName}
        </>
      ) : parentAssetTag ? (
        <>
          {words.partOf}{' '}
          <Tag
            kind="asset"
            reference={parentAssetTag}
            size="compact"
            href={`/a/${encodeURIComponent(parentAssetTag)}`}
          />
        </>
      ) : locationPath.length > 0 ? (
        words.in(locationPath.join(' › '))
      ) : (
        words.nobody
      )}
      {isKept && personName ? <span className={classes.quiet}>{assetsWords.keptFor(personName)}</span> : null}
      {since ? <span className={classes.quiet}>{words.since(shortDate(new Date(since), now))}</span> : null}
      {due ? (
        <span className={due < now ? classes.late : classes.quiet}>
          {due < now ? assetsWords.wasDue(shortDate(due, now)) : assetsWords.dueBack(shortDate(due, now))}
        </span>
      ) : null}
    </span>
  )
}

function Actions({ asset }: { asset: Asset }) {
  // biome-ignore lint/correctness/useHookAtTopLevel: the list is a constant, so the order never changes
  const made = assetActions.map((useAssetAction) => useAssetAction(asset))
  const actions = made.flatMap((one) => one.actions)
  // Made anew at every look; what they say tells whether they are the same.
  const said = JSON.stringify(actions)
  // biome-ignore lint/correctness/useExhaustiveDependencies: see above; `asset` holds what they act on
  const commands = useMemo(
    () =>
      actions.map(
        ({ id, label, isMain: _, ...rest }): Command => ({
          ...rest,
          id,
          title: label,
          scope: 'record',
          group: 'record',
        }),
      ),
    [said, asset],
  )
  useCommands(commands)
  const main = actions.filter(({ isMain, disabledReason }) => isMain && disabledReason === null)
  const rest = actions.filter((action) => !main.includes(action))
  return (
    <span className={classes.acts}>
      {main.map(({ id, label, run }, index) => (
        <Button
          key={id}
          size="small"
          variant={index === 0 && main.length > 1 ? 'primary' : 'secondary'}
          onPress={run}
        >
          {label}
        </Button>
      ))}
      {rest.length > 0 ? (
        <Menu position="bottom-end" width={240}>
          <Menu.Target>
            <button type="button" className={classes.more} aria-label={words.more}>
              <Icon of={Ellipsis} />
            </button>
          </Menu.Target>
          <Menu.Dropdown>
            {rest.map(({ id, label, disabledReason, run }) => (
              <Menu.Item
                key={id}
                disabled={Boolean(disabledReason)}
                title={disabledReason ?? undefined}
                onClick={run}
              >
                {label}
              </Menu.Item>
            ))}
          </Menu.Dropdown>
        </Menu>
      ) : null}
      {made.map(({ dialogs }, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the list is a constant
        <Fragment key={index}>{dialogs}</Fragment>
      ))}
    </span>
  )
}
