import { Suspense, type ReactElement, type ReactNode } from 'react'
import styleSheetUrl from './document-preview.css?url'

/** The paper of a preview: as wide as its container, white, with the printers' font; empty until the drawing is there. */
export const PreviewSheet = ({ children }: { readonly children: ReactNode }): ReactElement => (
  <div className="document-preview">
    <link rel="stylesheet" href={styleSheetUrl} precedence="default" />
    <Suspense fallback={<div className="document-preview-sheet" aria-busy="true" />}>{children}</Suspense>
  </div>
)
