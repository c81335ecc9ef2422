import { assetCatalogue } from '@deskhand/contract'
import { slice } from '../platform/slice.ts'
import { addCategory } from './commands/addCategory.ts'
import { addModel } from './commands/addModel.ts'
import { changeCategory } from './commands/changeCategory.ts'
import { changeModel } from './commands/changeModel.ts'
import { retireCategory } from './commands/retireCategory.ts'
import { retireModel } from './commands/retireModel.ts'
import { addManufacturer, changeManufacturer } from './commands/saveManufacturer.ts'
import { categories, manufacturers } from './queries/list.ts'
import { model } from './queries/model.ts'
import { models } from './queries/models.ts'
import { undoes } from './undoes.ts'

export const assetCatalogueSlice = slice(
  'assetCatalogue',
  assetCatalogue,
  {
    categories,
    addCategory,
    changeCategory,
    retireCategory,
    models,
    addModel,
    model,
    changeModel,
    retireModel,
    manufacturers,
    addManufacturer,
    changeManufacturer,
  },
  { undoes },
)
