import { assetCatalogue, type Manufacturer } from '@deskhand/contract'
import { useRead } from '../api.ts'
import { KeptPage } from '../company/parts/KeptPage.tsx'
import { RefusedPage } from '../shell/RefusedPage.tsx'
import { holds, useMe } from '../shell/session.ts'
import { ExportLink } from '../ui/ExportLink.tsx'
import { ManufacturerDialog } from './ManufacturerDialog.tsx'
import { catalogueWords, manufacturerWords as words } from './words.ts'

/** Who makes the things of the company. */
export default function ManufacturersPage() {
  const me = useMe()
  return holds(me, 'assets.manage') ? <All /> : <RefusedPage>{catalogueWords.refused}</RefusedPage>
}

function All() {
  return (
    <KeptPage
      place="manufacturers"
      words={words}
      taken={<ExportLink route={assetCatalogue.manufacturers} query={{}} />}
      items={useRead(assetCatalogue.manufacturers, {})}
      aboutOf={aboutOf}
      editor={(manufacturer, onClose) => <ManufacturerDialog manufacturer={manufacturer} onClose={onClose} />}
    />
  )
}

const aboutOf = ({ modelCount, supportWebsite, website, supportPhone, supportEmail }: Manufacturer) =>
  [catalogueWords.models(modelCount), supportWebsite ?? website, supportPhone, supportEmail]
    .filter(Boolean)
    .join(' · ')
