import {
  businessUnits,
  customFields,
  desks,
  people,
  type QueryField,
  queryFields,
  type ReplyOf,
  tags,
  type ViewGrouping,
} from '@deskhand/contract'
import { useMemo } from 'react'
import { useRead } from '../api.ts'
import { useMe } from '../shell/session.ts'
import { valueWords } from './termWords.ts'
import { filterWords } from './words.ts'

export type ValueOption = { value: string; label: string }

const presets: Partial<Record<QueryField, readonly string[]>> = {
  due: ['overdue', '<1h', '<4h', 'today', 'tomorrow', '<7d', '>7d', 'none'],
  created: ['<1h', 'today', 'yesterday', '<7d', '<30d', '>7d', '>30d', '>90d'],
  updated: ['<1h', 'today', '<7d', '>1d', '>3d', '>7d', '>30d'],
  resolved: ['today', 'yesterday', '<7d', '<30d', '>30d'],
}
const minutes = { staleTime: 300_000 }

type Usable = ReplyOf<typeof customFields.usable>['data'][number]

/** A field of the company's own: what it offers, and that anything is in it. */
const optionsOf = ({ label, type, options }: Usable): ValueOption[] => {
  const choices = type === 'yesNo' ? filterWords.yesNo : options.map((option) => option.label)
  return [
    { value: label, label: filterWords.filled(label) },
    ...choices.map((choice) => ({ value: `${label}=${choice}`, label: `${label}: ${choice}` })),
  ]
}

/** What a field can be set to; `text` is what is typed so far, for what the server searches. */
export function useValueOptions(field: QueryField | null, text: string): ValueOption[] {
  const me = useMe()
  const is = (...fields: QueryField[]) => ({ enabled: field !== null && fields.includes(field), ...minutes })
  const deskId = me.desks[0]?.id ?? ''
  const members = useRead(
    desks.members,
    { params: { id: deskId } },
    { ...minutes, enabled: field === 'assignee' && deskId !== '' },
  )
  const allDesks = useRead(desks.list, {}, is('desk'))
  const teams = useRead(desks.teams, {}, is('team'))
  const catalog = useRead(desks.catalog, {}, is('type', 'category'))
  const vocabulary = useRead(tags.list, { query: {} }, is('tag'))
  const own = useRead(customFields.usable, {}, is('field'))
  const facets = useRead(people.facets, {}, is('department'))
  const units = useRead(businessUnits.list, {}, is('site', 'region', 'unit'))
  const wanted = text.trim()
  const found = useRead(
    people.list,
    { query: { limit: 20, ...(wanted && { q: wanted }) } },
    { enabled: field === 'requester' || (field === 'assignee' && wanted.length > 1), keepPrevious: true },
  )

  return useMemo(() => {
    if (field === null) return []
    const it = queryFields[field]
    const asTyped = (values: readonly string[]) =>
      values.map((value) => ({ value, label: valueWords(field, value) }))
    if (it.kind === 'choice') return asTyped(it.values)
    if (it.kind === 'time') return asTyped(presets[field] ?? [])
    const names = (all: readonly { name: string }[] | undefined) =>
      [...new Set((all ?? []).map(({ name }) => name))].map((name) => ({ value: name, label: name }))
    switch (field) {
      case 'assignee':
        return [
          ...asTyped(['me', 'none']),
          ...names([...(members.data?.data ?? []), ...(found.data?.data ?? [])]),
        ]
      case 'requester':
        return [...asTyped(['me']), ...names(found.data?.data)]
      case 'desk':
        return [
          ...asTyped(['mine']),
          ...(allDesks.data?.data ?? []).map(({ code, name }) => ({ value: code, label: name })),
        ]
      case 'team':
        return [{ value: 'none', label: 'no team' }, ...names(teams.data?.data)]
      case 'type':
        return names(
          catalog.data?.desks.flatMap(({ categories }) =>
            categories.flatMap(({ requestTypes }) => requestTypes),
          ),
        )
      case 'category':
        return names(catalog.data?.desks.flatMap(({ categories }) => categories))
      case 'tag':
        return names(vocabulary.data?.data)
      case 'field':
        return (own.data?.data ?? []).flatMap(optionsOf)
      case 'department':
        return names(facets.data?.departments.map((name) => ({ name })))
      case 'site':
      case 'region':
      case 'unit':
        return names(units.data?.data.filter(({ kind }) => kind === field.toUpperCase()))
      default:
        return []
    }
  }, [
    field,
    members.data,
    found.data,
    allDesks.data,
    teams.data,
    catalog.data,
    vocabulary.data,
    own.data,
    facets.data,
    units.data,
  ])
}

/** The line of filters that leaves one group of a list. */
export const groupTerm = (by: ViewGrouping, value: string): string => `${by}:${value.toLowerCase()}`
