import { lazy, Suspense, useEffect, useState } from 'react'
import type { RecoveryReport } from './till.ts'

const RecoveryDialog = lazy(async () => ({
  default: (await import('../features/recovery/recovery-dialog.tsx')).RecoveryDialog,
}))
const ApprovalDialog = lazy(async () => ({
  default: (await import('../features/approval/approval-dialog.tsx')).ApprovalDialog,
}))
const ReturnsDialogs = lazy(async () => ({
  default: (await import('../features/returns/returns-dialogs.tsx')).ReturnsDialogs,
}))
const QuitHeldDialog = lazy(async () => ({
  default: (await import('../features/settings/quit-held-dialog.tsx')).QuitHeldDialog,
}))

const hasFindings = (report: RecoveryReport): boolean =>
  report.recovered.length > 0 || report.undecided.length > 0 || report.damagedLines > 0

/** Dialogs that may open over any screen: what recovery found, a question for permission, and a quit that was held back. */
export const GlobalDialogs = ({ recovery }: { readonly recovery: RecoveryReport | null }) => {
  const [isReady, setIsReady] = useState(false)
  // Loaded once the till stands, so that it is there when main holds back a quit.
  useEffect(() => {
    const timer = setTimeout(() => setIsReady(true), 500)
    return () => clearTimeout(timer)
  }, [])
  return (
    <Suspense fallback={null}>
      {recovery !== null && hasFindings(recovery) ? <RecoveryDialog report={recovery} /> : null}
      {isReady ? <ReturnsDialogs /> : null}
      {isReady ? <ApprovalDialog /> : null}
      {isReady ? <QuitHeldDialog /> : null}
    </Suspense>
  )
}
