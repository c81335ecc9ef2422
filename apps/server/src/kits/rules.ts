/** A thing as far as it matters to which part it fits. */
export type Fitting = { id: string; modelId: string | null; categoryId: string }
export type Part = { modelId: string | null; categoryId: string | null; count: number }

export const fits = (part: Part, thing: Fitting): boolean =>
  part.modelId === null ? part.categoryId === thing.categoryId : part.modelId === thing.modelId

/**
 * What is proposed for each part, in the order of the parts: each thing once, and parts that take one model alone
 * before those that take anything of a category.
 */
export function propose<Thing extends Fitting>(
  parts: readonly Part[],
  free: readonly Thing[],
): { offered: Thing[]; fitting: Thing[] }[] {
  const taken = new Set<string>()
  const offered = new Map<Part, Thing[]>()
  for (const part of [...parts].sort((one, other) => narrowness(one) - narrowness(other))) {
    const chosen = free.filter((thing) => fits(part, thing) && !taken.has(thing.id)).slice(0, part.count)
    for (const { id } of chosen) taken.add(id)
    offered.set(part, chosen)
  }
  return parts.map((part) => ({
    offered: offered.get(part) ?? [],
    fitting: free.filter((thing) => fits(part, thing)),
  }))
}
const narrowness = ({ modelId }: Part) => (modelId === null ? 1 : 0)

/** How many of which parts are short. */
export const lackingOf = (
  parts: readonly (Part & { name: string })[],
  given: readonly { length: number }[],
): { name: string; count: number }[] =>
  parts.flatMap(({ name, count }, at) => {
    const short = count - (given[at]?.length ?? 0)
    return short > 0 ? [{ name, count: short }] : []
  })
