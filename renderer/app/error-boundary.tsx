import { TriangleAlert } from 'lucide-react'
import { Component, type ErrorInfo, type ReactNode } from 'react'
import { Button } from '../ui/button.tsx'
import { EmptyState } from '../ui/empty-state.tsx'
import { texts } from './language.ts'
import { logError } from './log.ts'

type ErrorBoundaryProps = { readonly scope: string; readonly children: ReactNode }
type ErrorBoundaryState = { readonly hasFailed: boolean }

/** Keeps a bug in one screen from taking the whole till down: logs it, says so, and offers a reload. */
export class ErrorBoundary extends Component<ErrorBoundaryProps, ErrorBoundaryState> {
  override state: ErrorBoundaryState = { hasFailed: false }

  static getDerivedStateFromError(): ErrorBoundaryState {
    return { hasFailed: true }
  }

  override componentDidCatch(error: Error, info: ErrorInfo): void {
    logError(this.props.scope, error, info.componentStack ?? '')
  }

  override render(): ReactNode {
    if (!this.state.hasFailed) return this.props.children
    const t = texts.getFixedT(null, 'common')
    return (
      <div role="alert" className="flex h-full">
        <EmptyState
          icon={<TriangleAlert size={48} aria-hidden />}
          title={t('unexpected.title')}
          action={
            <Button look="primary" onPress={() => window.location.reload()}>
              {t('unexpected.reload')}
            </Button>
          }
        >
          {t('unexpected.body')}
        </EmptyState>
      </div>
    )
  }
}
