import { tags } from '@deskhand/contract'
import { Menu, Switch } from '@mantine/core'
import { Ellipsis, Plus } from 'lucide-react'
import { useState } from 'react'
import { useAddressText } from '../address.ts'
import { useCommand, useRead } from '../api.ts'
import { CompanyNav } from '../company/parts/CompanyNav.tsx'
import { RefusedPage } from '../shell/RefusedPage.tsx'
import { holds, useMe } from '../shell/session.ts'
import { Button } from '../ui/Button.tsx'
import { EmptyState } from '../ui/EmptyState.tsx'
import { Icon } from '../ui/Icon.tsx'
import { Page } from '../ui/Page.tsx'
import { ProblemNotice } from '../ui/ProblemNotice.tsx'
import { SearchField } from '../ui/SearchField.tsx'
import { SkeletonRows } from '../ui/SkeletonRows.tsx'
import { TagDialog, type TagEntry, type TagIntent } from './TagDialog.tsx'
import classes from './TagsPage.module.css'
import { tagsWords as words } from './words.ts'

/** The vocabulary of tags, for who leads a desk. */
export default function TagsPage() {
  const me = useMe()
  return holds(me, 'requests.supervise') ? <Vocabulary /> : <RefusedPage>{words.refused}</RefusedPage>
}

function Vocabulary() {
  const me = useMe()
  const list = useRead(tags.list, { query: {} })
  const setRule = useCommand(tags.setRule, { onSuccess: () => void list.refetch() })
  const [text, type] = useAddressText('q')
  const [intent, setIntent] = useState<TagIntent | null>(null)
  const all = list.data?.data ?? []
  const needle = text.trim().toLowerCase()
  const shown = all.filter(({ name, aliases }) => [name, ...aliases].some((word) => word.includes(needle)))
  return (
    <>
      {holds(me, 'company.manage') ? <CompanyNav current="tags" /> : null}
      <Page
        title={words.title}
        about={words.about}
        actions={
          <>
            <Button onPress={() => setIntent({ kind: 'import' })}>{words.import}</Button>
            <Button variant="primary" icon={<Icon of={Plus} />} onPress={() => setIntent({ kind: 'add' })}>
              {words.add}
            </Button>
          </>
        }
      >
        {holds(me, 'company.manage') && list.data ? (
          <Switch
            className={classes.rule}
            label={words.free}
            checked={list.data.allowsFreeTags}
            onChange={(event) => setRule.mutate({ body: { allowsFreeTags: event.currentTarget.checked } })}
          />
        ) : null}
        {list.isError ? (
          <ProblemNotice problem={list.error} onRetry={() => void list.refetch()} />
        ) : list.isPending ? (
          <SkeletonRows rows={8} lines={1} />
        ) : all.length === 0 ? (
          <EmptyState shape="list" title={words.empty}>
            {words.emptyAbout}
          </EmptyState>
        ) : (
          <>
            <SearchField size="small" label={words.find} value={text} onChange={type} />
            <table className={classes.table}>
              <thead>
                <tr>
                  <th scope="col">{words.name}</th>
                  <th scope="col" className={classes.number}>
                    {words.count}
                  </th>
                  <th scope="col">{words.aliases}</th>
                  <td />
                </tr>
              </thead>
              <tbody>
                {shown.map((tag) => (
                  <Row key={tag.id} tag={tag} onIntent={setIntent} />
                ))}
              </tbody>
            </table>
            {shown.length === 0 ? <p>{words.noMatch}</p> : null}
          </>
        )}
      </Page>
      {intent ? <TagDialog intent={intent} all={all} onClose={() => setIntent(null)} /> : null}
    </>
  )
}

function Row({ tag, onIntent }: { tag: TagEntry; onIntent: (intent: TagIntent) => void }) {
  return (
    <tr>
      <th scope="row">
        <a
          href={`/q/custom?f=${encodeURIComponent(`tag:${/[\s,"]/.test(tag.name) ? `"${tag.name}"` : tag.name}`)}`}
        >
          {tag.name}
        </a>
      </th>
      <td className={classes.number}>{tag.count}</td>
      <td className={classes.aliases}>{tag.aliases.join(', ')}</td>
      <td className={classes.actions}>
        <Menu position="bottom-end" width={180}>
          <Menu.Target>
            <button type="button" className={classes.more} aria-label={words.more(tag.name)}>
              <Icon of={Ellipsis} />
            </button>
          </Menu.Target>
          <Menu.Dropdown>
            <Menu.Item onClick={() => onIntent({ kind: 'rename', tag })}>{words.rename}</Menu.Item>
            <Menu.Item onClick={() => onIntent({ kind: 'merge', tag })}>{words.merge}</Menu.Item>
            <Menu.Item onClick={() => onIntent({ kind: 'delete', tag })}>{words.delete}</Menu.Item>
          </Menu.Dropdown>
        </Menu>
      </td>
    </tr>
  )
}
