/** The rows that can be asked for by name, in the order in which they are measured. */
export const rowNames = [
  'growth',
  'create',
  'queue',
  'request',
  'search',
  'desk',
  'similar',
  'recompute',
  'dry-run',
  'sockets',
  'pixel',
  'typing',
  'things',
  'imports',
  'agents',
  'jobs',
  'hot-path',
  'start',
  'memory',
  'web',
  'lists',
  'bulk',
] as const
export type RowName = (typeof rowNames)[number]

/** One line of the table. */
export type Figure = {
  row: RowName
  what: string
  measured: string
  /** The physical limit, or what it is compared with; empty where there is none. */
  limit: string
  ratio: number | null
  budget: string
  /** `report`: there is no budget for it. */
  verdict: 'ok' | 'over' | 'report'
  /** What explains the figure. */
  note: string
  /** Every number behind it, for the file. */
  raw: unknown
}

/** A figure with its verdict: it holds when it is so. */
export const figure = (
  it: Omit<Figure, 'verdict' | 'limit' | 'ratio' | 'note'> & Partial<Figure> & { holds?: boolean },
): Figure => {
  const { holds, ...rest } = it
  const verdict = holds === undefined ? 'report' : holds ? 'ok' : 'over'
  return { limit: '', ratio: null, note: '', verdict, ...rest }
}

export const perSecond = (count: number): string => `${Math.round(count).toLocaleString('en')}/s`
export const milliseconds = (count: number): string => `${count.toFixed(count < 10 ? 1 : 0)} ms`
export const seconds = (count: number): string => `${count.toFixed(1)} s`
export const kilobytes = (bytes: number): string => `${(bytes / 1000).toFixed(1)} KB`
export const megabytes = (bytes: number): string => `${Math.round(bytes / 1024 / 1024)} MB`
