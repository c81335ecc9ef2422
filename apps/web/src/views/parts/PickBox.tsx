import classes from './PickBox.module.css'

type PickBoxProps = { label: string; isPicked: boolean; onPick: (isRange: boolean) => void }

/** The box with which a request is picked; with Shift everything up to here. */
export function PickBox({ label, isPicked, onPick }: PickBoxProps) {
  return (
    <label className={classes.pick}>
      <input
        type="checkbox"
        tabIndex={-1}
        aria-label={label}
        checked={isPicked}
        onChange={({ nativeEvent }) => onPick(nativeEvent instanceof MouseEvent && nativeEvent.shiftKey)}
      />
    </label>
  )
}
