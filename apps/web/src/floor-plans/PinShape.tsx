/** A pin whose point is at the bottom in the middle. */
export const PinShape = () => (
  <svg viewBox="0 0 24 24" aria-hidden="true">
    <path d="M12 22.5S4.5 14.6 4.5 9.3a7.5 7.5 0 0 1 15 0c0 5.3-7.5 13.2-7.5 13.2z" />
    <circle cx="12" cy="9.3" r="2.6" style={{ fill: '#fff', stroke: 'none' }} />
  </svg>
)
