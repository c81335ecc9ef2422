/** What people do to a request, after their name: "Ana Ruiz asked". */
export const activityWords = {
  withdrew: 'took it back',
  reopened: 'reopened this',
  answered: 'answered',
  wentOn: 'went on with this',
  appealed: 'asked to look at it again',
  moved: {
    IN_REVIEW: 'took this into review',
    ACTION_REQUIRED: 'asked',
    APPROVED: 'approved this',
    IN_PROGRESS: 'started work',
    WAITING: 'put this on hold',
    RESOLVED: 'resolved this',
    REJECTED: 'turned this down',
  },
}
