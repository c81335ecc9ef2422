import type { ReplyOf, Route } from '@deskhand/contract'
import {
  keepPreviousData,
  QueryClient,
  type QueryKey,
  queryOptions,
  type UseMutationOptions,
  useInfiniteQuery,
  useMutation,
  useQuery,
  useQueryClient,
} from '@tanstack/react-query'
import { call, type Input, newKey } from './call.ts'
import { refresh, sliceOf } from './fresh.ts'
import { problemOf } from './ui/problem.ts'

type Read = Route<'read'>
type Command = Route<'command'>

/** Refused is refused; only a server that could not be reached, or says so, is asked again. */
const mayRetry = (count: number, thrown: unknown) => {
  const problem = problemOf(thrown)
  return count < 2 && (problem === null || problem.status === 503)
}

export const queryClient = new QueryClient({
  defaultOptions: {
    queries: {
      retry: mayRetry,
      retryDelay: (count) => 400 * 2 ** count,
      staleTime: 15_000,
      networkMode: 'always',
    },
    mutations: { retry: mayRetry, retryDelay: (count) => 400 * 2 ** count, networkMode: 'always' },
  },
})

/** Key and function of a read, for hooks, prefetching and looking into the cache alike. */
export function reading<R extends Read>(route: R, input: Input<R>) {
  const queryKey: QueryKey = [route.path, input]
  return queryOptions({
    queryKey,
    queryFn: ({ signal }): Promise<ReplyOf<R>> => call(route, input, { signal }),
  })
}

type ReadOptions = {
  enabled?: boolean
  /** Shows the answer to the last question while the next one is on its way. */
  keepPrevious?: boolean
  staleTime?: number
  refetchInterval?: number
}

/** `const request = useRead(requests.get, { params: { id } })`: typed by the route, kept fresh by live events. */
export function useRead<R extends Read>(
  route: R,
  input: Input<R>,
  { keepPrevious, ...options }: ReadOptions = {},
) {
  return useQuery({
    ...reading(route, input),
    ...options,
    ...(keepPrevious && { placeholderData: keepPreviousData }),
  })
}

type Paged = { data: readonly unknown[]; page: { next: string | null } }
type ItemOf<R extends Route> = ReplyOf<R> extends { data: readonly (infer Item)[] } ? Item : never

/** A keyset list, page after page. `items` is all that is loaded; `fetchNextPage` brings more. */
export function usePages<R extends Read>(
  route: ReplyOf<R> extends Paged ? R : never,
  input: Input<R>,
  { keepPrevious, ...options }: ReadOptions = {},
) {
  type Page = ReplyOf<R> & Paged
  const query = useInfiniteQuery({
    queryKey: [route.path, input, 'pages'],
    queryFn: ({ pageParam, signal }): Promise<Page> => {
      const asked = pageParam === null ? input : { ...input, query: { ...queryOf(input), cursor: pageParam } }
      // The page's type follows from the condition on `route`, which the compiler cannot see through here.
      return call(route, asked as Input<typeof route>, { signal }) as Promise<Page>
    },
    initialPageParam: null as string | null,
    getNextPageParam: (last) => last.page.next,
    ...options,
    ...(keepPrevious && { placeholderData: keepPreviousData }),
  })
  // Each page holds the route's own items, as said above.
  const items = (query.data?.pages.flatMap((one) => one.data) ?? []) as ItemOf<R>[]
  return { ...query, items }
}

const queryOf = (input: object): object =>
  'query' in input && typeof input.query === 'object' && input.query !== null ? input.query : {}

type CommandOptions<R extends Command> = Pick<
  UseMutationOptions<ReplyOf<R>, Error, Input<R>>,
  'onMutate' | 'onSuccess' | 'onError' | 'onSettled'
>

/** One intention keeps its key however often it is tried. */
const keys = new WeakMap<object, string>()

export function keyOf(input: object) {
  const key = keys.get(input) ?? newKey()
  keys.set(input, key)
  return key
}

/** `const resolve = useCommand(requests.transition)`, then `resolve.mutate({ params, body })`. */
export function useCommand<R extends Command>(route: R, options: CommandOptions<R> = {}) {
  const client = useQueryClient()
  return useMutation<ReplyOf<R>, Error, Input<R>>({
    ...options,
    mutationFn: (input) =>
      call(route, input, route.method === 'POST' ? { idempotencyKey: keyOf(input) } : {}),
    onSuccess: (...all) => {
      refresh(client, { slice: sliceOf(route.path), ids: [] })
      return options.onSuccess?.(...all)
    },
  })
}
