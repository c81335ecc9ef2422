import { addModel } from '../../asset-catalogue/commands/addModel.ts'
import { changeModel } from '../../asset-catalogue/commands/changeModel.ts'
import { addManufacturer, changeManufacturer } from '../../asset-catalogue/commands/saveManufacturer.ts'
import { categoryOf, makerOf } from '../assets/resolve.ts'
import { everyWay, keyed, type RecordKind, saidIn, textOf } from './kind.ts'

export const manufacturers: RecordKind = {
  read: (tx) =>
    tx
      .query<{ id: string; name: string }>('select id, name from app.manufacturers where company_id = $1', [
        tx.whose.companyId,
      ])
      .then((rows) => rows.map(({ id, name }) => ({ id, keys: [keyed([name])] }))),
  keyOf: (said) => keyed([textOf(said, 'name')]),
  async add(deed) {
    const { id } = await deed.call(addManufacturer, { body: saidIn(deed.said, makerFields) })
    return { id, keys: [keyed([textOf(deed.said, 'name')])] }
  },
  async change(deed, { id }) {
    const body = saidIn(deed.said, makerFields.slice(1))
    if (Object.keys(body).length === 0) return false
    return (await deed.call(changeManufacturer, { params: { id }, body })).isChanged
  },
}

const makerFields = ['name', 'website', 'supportWebsite', 'supportPhone', 'supportEmail']

/** Models, by their names and, where the row says them, their makers and numbers. */
export const models: RecordKind = {
  columns: { manufacturerId: 'manufacturer', categoryId: 'category' },
  read: (tx) =>
    tx
      .query<{ id: string; name: string; maker: string | null; number: string | null }>(
        `select m.id, m.name, f.name as maker, m.model_number as number from app.asset_models m
         left join app.manufacturers f on f.company_id = m.company_id and f.id = m.manufacturer_id
         where m.company_id = $1 and m.retired_at is null`,
        [tx.whose.companyId],
      )
      .then((rows) =>
        rows.map(({ id, name, maker, number }) => ({ id, keys: everyWay(name, maker, number) })),
      ),
  keyOf: (said) => keyed(['name', 'manufacturer', 'modelNumber'].map((field) => textOf(said, field))),
  async add(deed) {
    const { said } = deed
    const [category, maker] = [categoryOf(deed, said), makerOf(deed, said)]
    const { id } = await deed.call(addModel, {
      body: {
        ...saidIn(said, ['name', 'modelNumber', ...modelFields]),
        categoryId: category?.id,
        manufacturerId: maker?.id ?? null,
      },
    })
    const [name, number] = [textOf(said, 'name'), textOf(said, 'modelNumber')]
    return { id, keys: everyWay(name, maker?.name ?? null, number) }
  },
  async change(deed, { id }) {
    const category = categoryOf(deed, deed.said)
    const body = { ...saidIn(deed.said, modelFields), ...(category && { categoryId: category.id }) }
    return (await deed.call(changeModel, { params: { id }, body })).isChanged
  },
}

const modelFields = ['warrantyMonths', 'lifetimeMonths', 'minimumInStock', 'isRequestable', 'notes']
