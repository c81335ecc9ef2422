import { QueryClientProvider } from '@tanstack/react-query'
import { RouterProvider } from '@tanstack/react-router'
import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { queryClient } from './api.ts'
import { endFirstPaint, takeFirstReads } from './firstReads.ts'
import { router } from './routes.tsx'
import { BenchProvider } from './theme/BenchProvider.tsx'

const root = document.getElementById('root')
if (!root) throw new Error('index.html has no #root')

takeFirstReads(queryClient)
endFirstPaint(root)
createRoot(root).render(
  <StrictMode>
    <BenchProvider>
      <QueryClientProvider client={queryClient}>
        <RouterProvider router={router} />
      </QueryClientProvider>
    </BenchProvider>
  </StrictMode>,
)
