import type { Request } from '@deskhand/contract'
import { lazy, useState } from 'react'
import { Button } from '../ui/Button.tsx'
import { Opening } from '../ui/Opening.tsx'
import classes from './departments.module.css'
import { hardwareWords as words } from './words.ts'

const BuyDialog = lazy(() => import('./BuyDialog.tsx'))
const FromStockDialog = lazy(() => import('./FromStockDialog.tsx'))

/** How agreed hardware comes, while nothing is ordered: out of stock, or by a purchase of its own. */
export function HardwareWays({ request }: { request: Request }) {
  const [open, setOpen] = useState<'stock' | 'buy' | null>(null)
  const close = () => setOpen(null)
  return (
    <div className={classes.ways}>
      <Button size="small" onPress={() => setOpen('stock')}>
        {words.fromStock}
      </Button>
      <Button size="small" variant="quiet" onPress={() => setOpen('buy')}>
        {words.buy}
      </Button>
      {open === null ? null : (
        <Opening>
          {open === 'stock' ? (
            <FromStockDialog request={request} onClose={close} />
          ) : (
            <BuyDialog request={request} onClose={close} />
          )}
        </Opening>
      )}
    </div>
  )
}
