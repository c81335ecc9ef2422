import { type BodyIn, type StockTake, stockTakes } from '@deskhand/contract'
import { newId } from '../platform/ids.ts'
import type { Desk } from '../testing/desk.ts'
import { sofia } from '../testing/people.ts'

type Scan = BodyIn<typeof stockTakes.scans>['scans'][number]

/** Deeds of a test. For tests only. */
export const deedsOf = (desk: Desk) => ({
  async prepare(body: Partial<BodyIn<typeof stockTakes.create>>, by = sofia): Promise<StockTake> {
    return (await desk.as(by).call(stockTakes.create, { body: { name: 'Winter', ...body } })).data
  },
  async begin(body: Partial<BodyIn<typeof stockTakes.create>>, by = sofia): Promise<StockTake> {
    const { id } = await this.prepare(body, by)
    return (await this.move(id, 'ACTIVE', by)).data
  },
  move: (id: string, to: BodyIn<typeof stockTakes.move>['to'], by = sofia) =>
    desk.as(by).call(stockTakes.move, {
      params: { id },
      body: { to, ...(to === 'CANCELLED' && { reason: 'Not now' }) },
    }),
  scan: (by: string, id: string, ...scans: (Partial<Scan> & { code: string })[]) =>
    desk.as(by).call(stockTakes.scans, {
      params: { id },
      body: {
        scans: scans.map((scan) => ({ clientScanId: newId(), at: new Date().toISOString(), ...scan })),
      },
    }),
  complete: (by: string, id: string, body: BodyIn<typeof stockTakes.complete> = {}) =>
    desk.as(by).call(stockTakes.complete, { params: { id }, body }),
  get: (by: string, id: string) => desk.as(by).call(stockTakes.get, { params: { id } }),
  items: (by: string, id: string, query: Record<string, string | boolean> = {}) =>
    desk.as(by).call(stockTakes.items, { params: { id }, query }),
})
