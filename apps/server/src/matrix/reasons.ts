/** Routes whose path names no record, with the reason. */
export const exceptions: Record<string, string> = {
  '/notifications/unsubscribe/:token': 'a signed token of a mail; see notifications',
  '/participation/:token': 'a signed token of a mail; see participants',
  '/approvals/by-link/:token': 'a token of a mail, used once; see approvals',
  '/acceptances/by-link/:token': 'a signed token of a mail; see acceptances',
  '/hr/issue-reports/anonymous-mailbox/attachments/:id': 'opened by a code; see anonymous-reports',
  '/assets/:id/found-page': 'opened by the seal of a label; see found',
  '/assets/:id/report-found': 'as above',
  '/assets/:id/by-label': 'opened by the seal of a label; see equipment',
  '/assets/:id/report-fault': 'as above',
  '/satisfaction/:token': 'a signed token of a mail; see surveys',
  '/requests/drafts/:key': 'the caller’s own word for their own draft; see forms',
  '/support/priorities/:id': 'the same four names in every company',
  '/management/roles/:id': 'the same four names in every company',
  '/finance/payment-batches/:id': 'one of the two companies has none; see payments',
  '/requests/:id/assets/:assetId': 'none of these requests is about a thing; see request-assets',
  '/companies/:companyId/signing-keys': 'public keys, for anybody; see custody-certificates',
  '/platform/companies/:id': 'for whoever runs the installation, who stands above companies',
}

/** Routes that nobody can open on these samples, though the record is there, with the reason. */
export const unopened: Record<string, string> = {
  'GET /requests/:id/attachments/:attachmentId/preview': 'the file is no picture; see files',
  'GET /licences/:id/key': 'this one has none, because reading one is written down; see licences',
  'GET /disposals/:id/receipt': 'nobody gave a receipt; see disposals',
  'GET /assets/:id/inventory': 'no agent has reported these things; see discovery',
  'GET /stock-takes/:id/report': 'it is not completed; see stock-takes',
  'POST /requests/:id/merge': 'the body names another request; see merges',
  'POST /requests/:id/unmerge': 'the body names another request; see merges',
  'POST /requests/:id/links': 'the body names another request; see links',
  'POST /requests/:id/time-entries/:entryId/restore': 'nothing was taken out; see times',
  'PATCH /finance/expense-reimbursements/:id/line-items/:lineId':
    'a line is named by what it says; see departments',
  'DELETE /finance/expense-reimbursements/:id/line-items/:lineId': 'as above',
  'PATCH /finance/purchase-requisitions/:id/line-items/:lineId': 'as above',
  'DELETE /finance/purchase-requisitions/:id/line-items/:lineId': 'as above',
}

/** Reads that leave a line in the log, with the reason. */
export const written: Record<string, string> = {
  'GET /finance/payment-batches/:id/file': 'who took one out is written down; see payments',
  'GET /assets/:id/certificate': 'who took one is written down; see custody-certificates',
}
