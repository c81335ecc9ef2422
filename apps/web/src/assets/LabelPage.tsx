import { assets, equipment } from '@deskhand/contract'
import { Navigate, useParams } from '@tanstack/react-router'
import { useState } from 'react'
import { useAddressQuery } from '../address.ts'
import { useRead } from '../api.ts'
import { LabelledThing } from '../equipment/LabelledThing.tsx'
import { Page } from '../ui/Page.tsx'
import { problemOf } from '../ui/problem.ts'
import { SkeletonRows } from '../ui/SkeletonRows.tsx'
import { assetsWords } from './words.ts'

/**
 * Where the code on a label leads: whoever sees the thing goes on to its page, everybody else of the company says here
 * what is wrong with it, by the seal that the label carries.
 */
export default function LabelPage() {
  const { tag } = useParams({ from: '/app/x/$tag' })
  return <Label key={tag} tag={tag} />
}

function Label({ tag }: { tag: string }) {
  const { query } = useAddressQuery()
  // Whoever goes on from here has another address before this page is gone.
  const [seal] = useState(() => query.get('k'))
  const own = useRead(assets.byTag, { params: { tag } }, { enabled: seal !== null })
  const isHidden = problemOf(own.error)?.status === 404
  const label = useRead(
    equipment.byLabel,
    { params: { id: tag }, query: { seal: seal ?? '' } },
    { enabled: seal !== null && isHidden },
  )
  if (seal !== null && label.data) return <LabelledThing thing={label.data} seal={seal} />
  if (seal !== null && (own.isPending || (isHidden && label.isPending)))
    return (
      <Page title={assetsWords.title}>
        <SkeletonRows rows={3} />
      </Page>
    )
  return <Navigate to="/a/$tag" params={{ tag }} replace />
}
