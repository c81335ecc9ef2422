export const words = {
  onlyStaff: 'Only the people of its desk see what is similar.',
}
