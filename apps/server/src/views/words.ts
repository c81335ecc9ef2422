export const words = {
  noSuchView: 'There is no such view.',
  stale: 'Somebody changed this view in the meantime.',
  onlyOwner: 'Only its owner changes this view. Save a copy of your own.',
  onlyLead: 'Only a supervisor of that desk shares views with it.',
  onlySupervisor: 'Only a supervisor or an admin shares views with the company.',
  needsDesk: 'Say with which desk: serviceDeskId.',
  noDesk: 'A view that is not shared with a desk names none.',
  noSuchDesk: 'There is no such desk.',
  tooMany: 'A hundred views of your own are enough. Delete one first.',
  groups: {
    status: {
      SUBMITTED: 'New',
      IN_REVIEW: 'In review',
      ACTION_REQUIRED: 'With requester',
      APPROVED: 'Approved',
      IN_PROGRESS: 'In progress',
      WAITING: 'Waiting',
      RESOLVED: 'Resolved',
      REJECTED: 'Turned down',
    },
    none: { assignee: 'Unassigned', site: 'No site', type: 'No type', desk: '', status: '', priority: '' },
  },
}
