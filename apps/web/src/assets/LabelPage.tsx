import { Navigate, useParams } from '@tanstack/react-router'

/** Where the code on a label leads: whoever is signed in goes on to the thing itself. */
export default function LabelPage() {
  const { tag } = useParams({ from: '/app/x/$tag' })
  return <Navigate to="/a/$tag" params={{ tag }} replace />
}
