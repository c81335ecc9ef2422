import { custodyCertificates } from '@deskhand/contract'
import type { UseAssetAction } from '../assets/actions.ts'
import { address } from '../call.ts'
import { certificateWords as words } from './words.ts'

/** The signed history of a thing, for people and for whoever checks it. */
export const useCertificateAction: UseAssetAction = (asset) => {
  const take = (format: 'pdf' | 'json') => () =>
    window.location.assign(address(custodyCertificates.get, { params: { id: asset.id }, query: { format } }))
  return {
    actions: [
      { id: 'assets.certificate', label: words.pdf, disabledReason: null, run: take('pdf') },
      { id: 'assets.certificateFile', label: words.file, disabledReason: null, run: take('json') },
    ],
  }
}
