import { Component, type ErrorInfo, type ReactNode } from 'react'
import { logError } from '../../app/log.ts'

type PictureBoundaryProps = {
  /** Stands where the picture would be. */
  readonly instead: ReactNode
  readonly children: ReactNode
}

/** Keeps a picture that cannot be drawn from taking away the question beside it, which must be answered all the same. */
export class PictureBoundary extends Component<PictureBoundaryProps, { readonly hasFailed: boolean }> {
  override state: { readonly hasFailed: boolean } = { hasFailed: false }

  static getDerivedStateFromError(): { readonly hasFailed: boolean } {
    return { hasFailed: true }
  }

  override componentDidCatch(error: Error, info: ErrorInfo): void {
    logError('printing', error, info.componentStack ?? '')
  }

  override render(): ReactNode {
    return this.state.hasFailed ? this.props.instead : this.props.children
  }
}
