import type { Policy } from './policy.ts'

type Changes = { [Field in keyof Policy]?: Policy[Field] | undefined }

/** A policy with what is said of it changed. */
export const withChanges = <Row extends Policy>(policy: Row, changes: Changes): Row => ({
  ...policy,
  // What was left out is undefined and must not take the place of what is there.
  ...(Object.fromEntries(Object.entries(changes).filter(([, value]) => value !== undefined)) as Partial<Row>),
})
